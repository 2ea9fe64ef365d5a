package io.sluice.analysis.claim;

import io.sluice.analysis.Figures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The exponent of a scaling law: in each repeat the slope of the least-squares line through log10
 * of the measure over log10 of a number that belongs to each level of a factor; what decides is the
 * mean slope over the repeats. With a second group the measure is divided by that of the second, so
 * the slope says how the gap grows. Of success the share itself is taken instead of its logarithm.
 *
 * @param of the group
 * @param against the one whose measure it is divided by, if there is one
 * @param over the factor
 * @param at the number of each level, above 0; two levels at least
 * @param by what is measured
 * @param criterion where the mean slope has to be
 * @param spread the standard deviation of the slope of a repeat that the power is told for
 */
public record Slope(
    Group of,
    Optional<Group> against,
    String over,
    Map<String, Double> at,
    Measure by,
    Criterion criterion,
    double spread)
    implements Rule {

  public Slope {
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(criterion, "criterion");
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    Difference.checkSpread(spread);
    if (at.values().stream().distinct().count() < 2
        || at.values().stream().anyMatch(number -> !(number > 0))) {
      throw new IllegalArgumentException(
          "a slope is over two different numbers above 0 at least, not over " + at.values());
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    double[] x = at.values().stream().mapToDouble(Measure::log).toArray();
    double[][] y = new double[x.length][];
    int place = 0;
    int repeats = Integer.MAX_VALUE;
    for (String label : at.keySet()) {
      Map<String, List<String>> here = Map.of(over, List.of(label));
      double[] first = numbers(of.where(here), evidence);
      y[place] =
          against
              .map(other -> Difference.less(first, numbers(other.where(here), evidence)))
              .orElse(first);
      repeats = Math.min(repeats, y[place++].length);
    }
    double[] slopes = new double[repeats];
    for (int repeat = 0; repeat < repeats; repeat++) {
      slopes[repeat] = slope(x, y, repeat);
    }
    return new Means(words(), quantity(), "", false, criterion).judge(slopes, 0, level);
  }

  private double[] numbers(Group group, Evidence evidence) {
    double[] means = group.means(evidence, by);
    boolean isPlain = by.isLogarithmic() || by.isSuccess();
    for (int i = 0; i < means.length && !isPlain; i++) {
      means[i] = Double.isNaN(means[i]) ? means[i] : Measure.log(Math.max(0, means[i]));
    }
    return means;
  }

  private static double slope(double[] x, double[][] y, int repeat) {
    double middle = 0;
    for (double value : x) {
      middle += value / x.length;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - middle) * y[i][repeat];
      squares += (x[i] - middle) * (x[i] - middle);
    }
    return products / squares;
  }

  private String quantity() {
    return "slope of the "
        + by.words()
        + against
            .map(
                other ->
                    ", "
                        + of.wordsBeside(other.labels())
                        + (by.isSuccess() ? " less " : " by ")
                        + other.wordsBeside(of.labels()))
            .orElse(" of " + of.words())
        + ", over the "
        + over;
  }

  @Override
  public String words() {
    return "the "
        + quantity()
        + " is "
        + (criterion instanceof Criterion.AtLeast least
            ? (least.effect() > 0 ? "rising by at least " : "falling by at least ")
                + Figures.number(Math.abs(least.effect()))
            : criterion.words(""));
  }

  @Override
  public int intervals() {
    return 1;
  }

  @Override
  public List<Group> groups() {
    Group first = of.where(Map.of(over, List.copyOf(at.keySet())));
    return against.map(other -> List.of(first, other)).orElse(List.of(first));
  }

  @Override
  public List<Measure> measures() {
    return Collections.nCopies(groups().size(), by);
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Slope(
        of.where(labels),
        against.map(other -> other.where(labels)),
        over,
        at,
        by,
        criterion,
        spread);
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return OptionalDouble.of(criterion.power(repeats, spread, level));
  }
}
