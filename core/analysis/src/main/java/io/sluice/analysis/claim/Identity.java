package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyRows;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Two groups are the same but for rounding: each cell of the first is held against the cell of the
 * second at the same place, repeat by repeat, on the measure's own scale.
 *
 * @param of the first group
 * @param against the second, with as many cells
 * @param by what is compared
 * @param within the largest difference that is none, from 0 on
 */
public record Identity(Group of, Group against, Measure by, double within) implements Rule {

  public Identity {
    if (!(within >= 0) || Double.isInfinite(within)) {
      throw new IllegalArgumentException(
          "the bound of an identity is a number from 0 on, not " + Figures.exact(within));
    }
    if (of.equals(against)) {
      throw new IllegalArgumentException("both groups are " + of.words());
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<CellSamples> ones = of.cells(evidence);
    List<CellSamples> others = against.cells(evidence);
    if (ones.size() != others.size()) {
      throw new IllegalArgumentException(
          of.words()
              + " are "
              + ones.size()
              + " cells, but "
              + against.words()
              + " are "
              + others.size());
    }
    StudyRows rows = evidence.of(of.study());
    StudyRows otherRows = evidence.of(against.study());
    long outside = 0;
    long count = 0;
    double worst = 0;
    for (int i = 0; i < ones.size(); i++) {
      CellSamples one = ones.get(i);
      CellSamples other = others.get(i);
      for (int repeat = 0; repeat < Math.min(one.repeats(), other.repeats()); repeat++) {
        if (one.has(repeat) && other.has(repeat)) {
          double first = by.of(rows, one, repeat);
          double second = by.of(otherRows, other, repeat);
          double apart = first == second ? 0 : Math.abs(first - second);
          outside += apart <= within ? 0 : 1;
          worst = Double.isNaN(worst) || worst > apart ? worst : apart;
          count++;
        }
      }
    }
    String quantity = "the largest deviation of the " + by.words();
    return Exact.judge(words(), outside, count, quantity, worst, bound());
  }

  private String bound() {
    return "within " + Figures.exact(within);
  }

  @Override
  public String words() {
    return "the "
        + by.words()
        + " of "
        + of.wordsBeside(against.labels())
        + " and that of "
        + against.wordsBeside(of.labels())
        + " are the same "
        + bound();
  }

  @Override
  public int intervals() {
    return 0;
  }

  @Override
  public List<Group> groups() {
    return List.of(of, against);
  }

  @Override
  public List<Measure> measures() {
    return List.of(by, by);
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Identity(of.where(labels), against.where(labels), by, within);
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return OptionalDouble.of(Exact.power(repeats));
  }
}
