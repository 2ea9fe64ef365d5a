package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x) + a max(0, b - x), where a and b are trained, for each unit unless the study
 * says otherwise, as in the paper; f' = 1 above zero, else 0, less a up to b. So the slopes at the
 * kinks 0 and b are those from the left.
 *
 * <p>The slopes by a and b are max(0, b - x) and, below b, a. For x = b the latter is a / 2, the
 * mean of both sides. The paper adds up S such hinges; this is S = 1.
 */
@Extension
public final class Apl extends Trained {

  /** The preset. */
  public Apl() {
    this(0.2, 0);
  }

  private Apl(double a, double b) {
    super(List.of("a", "b"), a, b);
  }

  @Override
  public String id() {
    return "apl";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier and a hinge that is trained",
            "max(0, x) + a * max(0, b - x)",
            "Agostinelli, Hoffman, Sadowski, Baldi, arXiv 1412.6830")
        .note("The adaptive piecewise linear unit of the paper with one hinge, S = 1.")
        .note(
            "The paper trains a and b for each unit, and so does Sluice unless told "
                + "otherwise.")
        .note(
            "Near its zeros the value is accurate to the last place of its terms, not of itself.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.UNIT;
  }

  @Override
  public Interval range() {
    double a = start(0);
    return a < 0 ? Interval.REALS : Interval.atLeast(Math.min(a, 1) * Math.max(0, start(1)));
  }

  @Override
  public double[] kinks() {
    double a = start(0);
    double b = start(1);
    if (b == 0) {
      return new Corner(0, 0, -a, 1).kinks();
    }
    if (a == 0) {
      return new double[] {0};
    }
    return b < 0 ? new double[] {b, 0} : new double[] {0, b};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(startOf(0, "weight of the hinge"), startOf(1, "where the hinge sets in"));
  }

  @Override
  public Apl with(Map<String, Double> values) {
    return new Apl(values.get("a"), values.get("b"));
  }

  @Override
  public double value(double x, double[] p) {
    return Line.at(p[0], Math.max(0, p[1] - x), Math.max(0, x));
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, (x > 0 ? 1 : 0) - (x <= p[1] ? p[0] : 0));
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 0) {
      return Step.defined(x, Math.max(0, p[1] - x));
    }
    return Step.defined(x, x < p[1] ? p[0] : x == p[1] ? 0.5 * p[0] : 0);
  }
}
