package io.sluice.optimizers;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultStoreProvider;
import java.util.List;

/** A laboratory with this module's optimizers. */
final class BuiltIns {

  private BuiltIns() {}

  static List<Optimizer> optimizers() {
    return List.of(
        new Sgd(),
        new Momentum(),
        new RmsProp(),
        new Adam(),
        new AdamPopulation(),
        new Adamm(),
        new RandomSearch());
  }

  static Laboratory laboratory() {
    Origin origin = new Origin("optimizers", "test", "", "");
    Catalog<Activation> activations = Catalog.of(List.of());
    Catalog<ResultStoreProvider> stores = Catalog.of(List.of());
    Catalog<Optimizer> optimizers =
        Catalog.of(optimizers().stream().map(o -> new Catalog.Entry<>(o, origin)).toList());
    return new Laboratory(
        new Components(activations, optimizers, stores, new PluginReport(List.of(), List.of())),
        "test");
  }
}
