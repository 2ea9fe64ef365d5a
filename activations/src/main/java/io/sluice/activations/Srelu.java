package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.pf4j.Extension;

/**
 * f(x) = tr + ar (x - tr) from tr on, tl + al (x - tl) up to tl, else x, where all four are
 * trained, for each unit unless the study says otherwise, as in the paper; f' = ar, al and 1
 * accordingly, and from the left at the kinks: slope(tr) = 1, slope(tl) = al.
 *
 * <p>The slopes by tr and ar are 1 - ar and x - tr above tr, those by tl and al are 1 - al and x -
 * tl below tl, else 0. At a threshold itself the slope by it is the mean of both sides. Training
 * may bring tl above tr; then what is said of tr comes first, and f jumps at tr.
 */
@Extension
public final class Srelu extends Trained {

  /** The preset. */
  public Srelu() {
    this(1, 0.2, -1, 0.2);
  }

  private Srelu(double tr, double ar, double tl, double al) {
    super(List.of("tr", "ar", "tl", "al"), tr, ar, tl, al);
  }

  @Override
  public String id() {
    return "srelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line with a kink on either side",
            "tr + ar * (x - tr) if x >= tr else (x if x > tl else tl + al * (x - tl))",
            "Jin, Xu, Feng, Wei, Xiong, Yan, arXiv 1512.07030")
        .note(
            "The paper trains the four for each channel, and moves tr to a quantile of what"
                + " comes in after some epochs; Sluice trains them from where they start.")
        .note("Echo-AI has a slip in a sign of its version.")
        .note(
            "Near its zeros the value is accurate to the last place of its terms, not of itself.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.UNIT;
  }

  @Override
  public Interval range() {
    double tr = start(0);
    double tl = start(2);
    double al = start(3);
    // The lower half-line ends at tr at last; what lies between the two is between in value.
    double end = tl <= tr ? tl : Math.fma(al, tr - tl, tl);
    Interval upper = new Corner(tr, tr, 0, start(1)).range();
    Interval lower = new Corner(tr, end, al, 0).range();
    boolean ends = tl <= tr || al == 0;
    return new Interval(
        Math.min(lower.lower(), upper.lower()),
        Math.max(lower.upper(), upper.upper()),
        ends || upper.lower() <= lower.lower(),
        ends || upper.upper() >= lower.upper());
  }

  @Override
  public double[] kinks() {
    double tr = start(0);
    double tl = start(2);
    if (tl < tr) {
      return DoubleStream.concat(
              start(3) == 1 ? DoubleStream.empty() : DoubleStream.of(tl),
              start(1) == 1 ? DoubleStream.empty() : DoubleStream.of(tr))
          .toArray();
    }
    boolean straight = start(1) == start(3) && (tl == tr || start(3) == 1);
    return straight ? new double[0] : new double[] {tr};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        startOf(0, "upper threshold"),
        startOf(1, "slope above the upper threshold"),
        startOf(2, "lower threshold"),
        startOf(3, "slope below the lower threshold"));
  }

  @Override
  public Srelu with(Map<String, Double> values) {
    return new Srelu(values.get("tr"), values.get("ar"), values.get("tl"), values.get("al"));
  }

  @Override
  public double value(double x, double[] p) {
    if (x >= p[0]) {
      return Line.at(p[1], x - p[0], p[0]);
    }
    return x <= p[2] ? Line.at(p[3], x - p[2], p[2]) : x;
  }

  @Override
  public double slope(double x, double[] p) {
    if (x > p[0]) {
      return Step.defined(x, p[1]);
    }
    return Step.defined(x, x <= p[2] ? p[3] : 1);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (x >= p[0]) {
      double share = x == p[0] ? 0.5 : 1;
      return Step.defined(x, parameter == 0 ? share * (1 - p[1]) : parameter == 1 ? x - p[0] : 0);
    }
    double share = x == p[2] ? 0.5 : x < p[2] ? 1 : 0;
    return Step.defined(
        x, parameter == 2 ? share * (1 - p[3]) : parameter == 3 && share > 0 ? x - p[2] : 0);
  }
}
