package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How two groups differ: d_r is the mean of the measure over the cells of the first group in repeat
 * r, less that of the second in the same repeat, cells being {@link Partnered}; what decides is the
 * mean of d_r over the repeats. With {@link Criterion.AtLeast} it is a difference that matters,
 * with {@link Criterion.Between} an equivalence.
 *
 * @param of the first group
 * @param against the second
 * @param by what is compared
 * @param criterion where the mean difference has to be
 * @param spread the standard deviation of d_r that the power is told for
 */
public record Difference(Group of, Group against, Measure by, Criterion criterion, double spread)
    implements Rule {

  /** A spread of d_r to begin with: half a power of ten. */
  public static final double SPREAD = 0.5;

  public Difference {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(criterion, "criterion");
    checkSpread(spread);
    if (of.equals(against)) {
      throw new IllegalArgumentException("both groups are " + of.words());
    }
    double most = criterion instanceof Criterion.AtLeast least ? Math.abs(least.effect()) : 0;
    if (by.isSuccess() && most >= 1) {
      throw new IllegalArgumentException("shares of trials never differ by 1 or more");
    }
  }

  static void checkSpread(double spread) {
    if (!(spread > 0) || Double.isInfinite(spread)) {
      throw new IllegalArgumentException("the spread is a number above 0, not " + spread);
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    String quantity = by.words() + ", " + first() + " less " + second();
    Partnered partners = Partnered.of(evidence, of, against);
    double[] differences =
        partners.differences(evidence.of(of.study()), evidence.of(against.study()), by);
    return new Means(words(), quantity, by.unit(), by.isSuccess(), criterion)
        .judge(differences, partners.leftOut(), level);
  }

  /** The differences of the repeats that both have. */
  static double[] less(double[] first, double[] second) {
    double[] less = new double[Math.min(first.length, second.length)];
    for (int i = 0; i < less.length; i++) {
      less[i] = first[i] - second[i];
    }
    return less;
  }

  private String first() {
    return of.wordsBeside(against.labels());
  }

  private String second() {
    return against.wordsBeside(of.labels());
  }

  @Override
  public String words() {
    boolean isRegion = criterion instanceof Criterion.Between region && region.isClosed();
    return !isRegion
        ? "the "
            + by.words()
            + " of "
            + first()
            + " is "
            + criterion.words(by.unit())
            + " than that of "
            + second()
        : "the "
            + by.words()
            + " of "
            + first()
            + " less that of "
            + second()
            + " is "
            + criterion.words(by.unit());
  }

  @Override
  public int intervals() {
    return 1;
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
    return new Difference(of.where(labels), against.where(labels), by, criterion, spread);
  }

  /** Of success the chance is exact, with one cell on each side and one of the shares at a half. */
  @Override
  public OptionalDouble power(int repeats, double level) {
    return OptionalDouble.of(
        by.isSuccess()
            ? SuccessPower.of(criterion, repeats, level)
            : criterion.power(repeats, spread, level));
  }
}
