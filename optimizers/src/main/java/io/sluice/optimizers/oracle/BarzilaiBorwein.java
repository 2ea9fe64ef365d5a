package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;

/** Gradient descent by a length that two gradients tell, the long one or the short one. */
interface BarzilaiBorwein extends SettingsOracle {

  /** Whether it is the short one. */
  boolean isShort();

  /** The presets that both have. */
  static Settings presets() {
    return Settings.of(
        Hyperparameter.real(
            "first-length", 1, Interval.POSITIVE, "of the first step, times 1 / max(1, |g|)"));
  }

  @Override
  default String id() {
    return isShort() ? "barzilai-borwein-short" : "barzilai-borwein-long";
  }

  @Override
  default Description description() {
    return Description.of(
            "Gradient descent by a " + (isShort() ? "short" : "long") + " spectral length",
            "w ← w − t g;  t = "
                + (isShort() ? "s·y / y·y" : "s·s / s·y")
                + " with s = w − w₀, y = g − g₀",
            "Barzilai & Borwein 1988")
        .note("A step costs a gradient, with batches two: both of one batch.");
  }

  @Override
  default OracleState start(OracleTask task) {
    double first = settings().real("first-length");
    return new LineDescent(task, new SpectralStep(isShort(), first), new FixedLength());
  }
}
