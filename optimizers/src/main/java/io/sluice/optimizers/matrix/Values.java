package io.sluice.optimizers.matrix;

import io.sluice.optimizers.Settings;
import io.sluice.spi.LaneMemory;
import java.util.HashMap;
import java.util.Map;

/** The values of hyper-parameters of each lane. */
final class Values {

  private final Map<String, double[]> rows = new HashMap<>();

  Values(LaneMemory memory, Settings settings) {
    settings.all().forEach(each -> rows.put(each.name(), memory.hyperparameter(each.name())));
  }

  double at(String name, int lane) {
    return rows.get(name)[lane];
  }

  boolean flag(String name, int lane) {
    return at(name, lane) != 0;
  }
}
