package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OracleRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An oracle optimizer whose hyper-parameters are {@link Settings}; the preset asks for slopes. */
interface SettingsOracle extends OracleOptimizerExtension {

  /** The hyper-parameters. */
  Settings settings();

  @Override
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }

  @Override
  default Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }
}
