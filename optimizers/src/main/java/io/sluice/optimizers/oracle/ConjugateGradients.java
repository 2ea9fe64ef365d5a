package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Nonlinear conjugate gradients with a strong Wolfe line search, which differ in their β alone. */
interface ConjugateGradients extends OracleOptimizerExtension {

  /** The hyper-parameters. */
  Settings settings();

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
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }

  @Override
  default Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  default OracleState start(OracleTask task) {
    Settings set = settings();
    return new LineDescent(
        task,
        new ConjugateDirection(rule(), set.integer("restart"), task.parameters()),
        new StrongWolfe(set.real("decrease"), set.real("curvature"), set.integer("search-length")));
  }
}
