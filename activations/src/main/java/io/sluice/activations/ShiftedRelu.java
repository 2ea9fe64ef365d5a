package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = max(x, -1); f' = 1 above -1, else 0, which slope(-1) is, too. */
@Extension
public record ShiftedRelu() implements ActivationExtension {

  @Override
  public String id() {
    return "shifted-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with its kink at (-1, -1)",
            "max(x, -1)",
            "Clevert, Unterthiner, Hochreiter, arXiv 1511.07289")
        .note(
            "The paper of elu has it for comparison: it saturates at -1 as elu does, but "
                + "with a kink.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-1);
  }

  @Override
  public double[] kinks() {
    return new double[] {-1};
  }

  @Override
  public double value(double x) {
    return Math.max(x, -1);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > -1 ? 1 : 0);
  }
}
