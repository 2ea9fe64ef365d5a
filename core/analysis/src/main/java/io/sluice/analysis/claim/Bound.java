package io.sluice.analysis.claim;

import io.sluice.analysis.Figures;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Every trial lies between two numbers, on the measure's own scale. A trial without a number is
 * outside.
 *
 * @param of the trials
 * @param by what is measured
 * @param from the least that is allowed; −∞ for any
 * @param to the most that is allowed; ∞ for any
 */
public record Bound(Group of, Measure by, double from, double to) implements Rule {

  public Bound {
    if (!(from <= to) || Double.isInfinite(from) && Double.isInfinite(to)) {
      throw new IllegalArgumentException(
          "nothing is bounded by " + Figures.exact(from) + " and " + Figures.exact(to));
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<Double> trials = of.trials(evidence, by);
    long outside = trials.stream().filter(value -> excess(value) > 0).count();
    double worst =
        trials.stream().max((one, other) -> Double.compare(excess(one), excess(other))).get();
    String quantity = "the " + by.words() + " that is furthest out";
    return Exact.judge(words(), outside, trials.size(), quantity, worst, bound());
  }

  /** How far it is outside; below 0 for how far inside. */
  private double excess(double value) {
    return Double.isNaN(value)
        ? Double.POSITIVE_INFINITY
        : value == to || value == from ? 0 : Math.max(value - to, from - value);
  }

  private String bound() {
    if (Double.isInfinite(to)) {
      return Figures.exact(from) + " or more";
    }
    return Double.isInfinite(from)
        ? Figures.exact(to) + " or less"
        : "between " + Figures.exact(from) + " and " + Figures.exact(to);
  }

  @Override
  public String words() {
    return "the " + by.words() + " of every trial of " + of.words() + " is " + bound();
  }

  @Override
  public int intervals() {
    return 0;
  }

  @Override
  public List<Group> groups() {
    return List.of(of);
  }

  @Override
  public List<Measure> measures() {
    return List.of(by);
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Bound(of.where(labels), by, from, to);
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return OptionalDouble.of(Exact.power(repeats));
  }
}
