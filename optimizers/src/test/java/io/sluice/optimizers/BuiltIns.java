package io.sluice.optimizers;

import io.sluice.activations.AconC;
import io.sluice.activations.DpRelu;
import io.sluice.activations.Elu;
import io.sluice.activations.Gelu;
import io.sluice.activations.LeakyRelu;
import io.sluice.activations.Mish;
import io.sluice.activations.Prelu;
import io.sluice.activations.Relu;
import io.sluice.activations.Selu;
import io.sluice.activations.Sigmoid;
import io.sluice.activations.Silu;
import io.sluice.activations.Sine;
import io.sluice.activations.Snake;
import io.sluice.activations.Softplus;
import io.sluice.activations.Tanh;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultStoreProvider;
import java.util.List;
import java.util.stream.Stream;

/** A laboratory with this module's optimizers and the activations that tests need. */
final class BuiltIns {

  private static final List<Activation> ACTIVATIONS =
      List.of(
          new Tanh(),
          new Sigmoid(),
          new Relu(),
          new LeakyRelu(),
          new Elu(),
          new Selu(),
          new Softplus(),
          new Silu(),
          new Mish(),
          new Gelu(),
          new Sine(),
          new Snake(),
          new Prelu(),
          new AconC(),
          new DpRelu());

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

  static Laboratory laboratory(Optimizer... further) {
    Origin origin = new Origin("optimizers", "test", "", "");
    Catalog<Activation> activations =
        Catalog.of(
            ACTIVATIONS.stream().map(a -> new Catalog.Entry<Activation>(a, origin)).toList());
    Catalog<ResultStoreProvider> stores = Catalog.of(List.of());
    Catalog<Optimizer> optimizers =
        Catalog.of(
            Stream.concat(optimizers().stream(), Stream.of(further))
                .map(o -> new Catalog.Entry<>(o, origin))
                .toList());
    return new Laboratory(
        new Components(activations, optimizers, stores, new PluginReport(List.of(), List.of())),
        "test");
  }
}
