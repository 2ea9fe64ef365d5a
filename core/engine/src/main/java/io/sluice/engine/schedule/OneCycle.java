package io.sluice.engine.schedule;

import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * Half a wave up from 1 / div to 1, then half a wave down to 1 / (div · final div), which the last
 * update has. The top is at t = pct · T − 1, as in PyTorch's {@code OneCycleLR} with cosines and
 * two phases; its {@code max_lr} is the learning rate of the optimizer. Momentum is not cycled. A
 * phase of no length is left out. Smith &amp; Topin 2018, arXiv 1708.07120.
 *
 * @param pctStart the share of the way up
 * @param divFactor what the top is divided by at the start
 * @param finalDivFactor what the start is divided by at the end
 */
record OneCycle(double pctStart, double divFactor, double finalDivFactor) implements Schedule {

  OneCycle {
    declared(pctStart, divFactor, finalDivFactor);
  }

  private static List<Hyperparameter> declared(
      double pctStart, double divFactor, double finalDivFactor) {
    return List.of(
        Hyperparameter.real("pct-start", pctStart, Interval.closed(0, 1), "share of the way up"),
        Hyperparameter.real("div-factor", divFactor, Interval.atLeast(1), "top over start"),
        Hyperparameter.real(
            "final-div-factor", finalDivFactor, Interval.atLeast(1), "start over end"));
  }

  @Override
  public String id() {
    return "one-cycle";
  }

  @Override
  public Description description() {
    return Description.of(
        "Rises and falls like half waves",
        "from 1/div to 1 to 1/(div · final div)",
        "Smith & Topin 2018");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(pctStart, divFactor, finalDivFactor);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new OneCycle(
        values.get("pct-start"), values.get("div-factor"), values.get("final-div-factor"));
  }

  /** It has one of its own. */
  @Override
  public double warmUp() {
    return 0;
  }

  @Override
  public double afterWarmUp(long update, long length) {
    double top = pctStart * length - 1;
    double start = 1 / divFactor;
    if (update <= top) {
      return between(start, 1, top > 0 ? update / top : 1);
    }
    double end = length - 1.0;
    double from = Math.max(0, top);
    return between(1, start / finalDivFactor, end > from ? (update - from) / (end - from) : 0);
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * 0.5 * (1 + Trigonometric.cos(Math.PI * share));
  }
}
