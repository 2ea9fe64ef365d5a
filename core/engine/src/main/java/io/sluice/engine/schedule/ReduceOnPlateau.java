package io.sluice.engine.schedule;

import io.sluice.engine.study.Patience;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * s(t) = factor^r, r being how often the loss that is monitored has stood still: each time for so
 * many epochs in a row, counted anew after each reduction. As in Keras and PyTorch.
 *
 * @param factor what each reduction multiplies by
 * @param epochs how many epochs without a fall reduce
 * @param minDelta the difference that is not yet a fall
 * @param warmUp the length of the warm-up before; the loss is monitored from the start
 */
record ReduceOnPlateau(double factor, int epochs, double minDelta, double warmUp)
    implements Schedule {

  private static final int LONGEST = 1_000_000_000;

  ReduceOnPlateau {
    declared(factor, epochs, minDelta, warmUp);
  }

  private static List<Hyperparameter> declared(
      double factor, int epochs, double minDelta, double warmUp) {
    return List.of(
        Hyperparameter.real(
            "factor", factor, Interval.open(0, 1), "what a reduction multiplies by"),
        Hyperparameter.integer(
            "patience", epochs, Interval.closed(1, LONGEST), "epochs without a fall that reduce"),
        Hyperparameter.real(
            "min-delta", minDelta, Interval.NOT_NEGATIVE, "the difference that is not yet a fall"),
        Length.warmUp(warmUp));
  }

  @Override
  public String id() {
    return "reduce-on-plateau";
  }

  @Override
  public Description description() {
    return Description.of(
        "Falls where the loss stands still",
        "s(t) = factor^r after r plateaus",
        "ReduceLROnPlateau of Keras and PyTorch");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return declared(factor, epochs, minDelta, warmUp);
  }

  @Override
  public Schedule with(Map<String, Double> values) {
    return new ReduceOnPlateau(
        values.get("factor"),
        values.get("patience").intValue(),
        values.get("min-delta"),
        values.get("warm-up"));
  }

  @Override
  public Patience patience() {
    return new Patience(epochs, minDelta);
  }

  @Override
  public double reduction() {
    return factor;
  }

  @Override
  public double afterWarmUp(long update, long length) {
    return 1;
  }
}
