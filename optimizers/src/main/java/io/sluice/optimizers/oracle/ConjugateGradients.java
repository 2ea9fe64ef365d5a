package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;

/** Nonlinear conjugate gradients with a strong Wolfe line search, which differ in their β alone. */
interface ConjugateGradients extends SettingsOracle {

  /** How β is computed. */
  ConjugateDirection.Rule rule();

  /** The presets that all have. */
  static Settings presets() {
    return Settings.of(
        Knobs.decrease(1e-4),
        Knobs.curvature(0.1),
        Knobs.searchLength(Knobs.SEARCH_LENGTH),
        Hyperparameter.integer(
            "restart",
            0,
            Interval.closed(0, 1e9),
            "after how many steps d begins anew; 0 for never"));
  }

  @Override
  default OracleState start(OracleTask task) {
    return new LineDescent(
        task,
        new ConjugateDirection(rule(), settings().integer("restart"), task.parameters()),
        StrongWolfe.of(settings()));
  }
}
