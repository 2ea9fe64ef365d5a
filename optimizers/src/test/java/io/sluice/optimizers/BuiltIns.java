package io.sluice.optimizers;

import io.sluice.activations.AconC;
import io.sluice.activations.Elu;
import io.sluice.activations.Gelu;
import io.sluice.activations.Mish;
import io.sluice.activations.Silu;
import io.sluice.activations.Snake;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A laboratory with this module's optimizers and the activations that tests need. */
final class BuiltIns {

  private static final List<Activation> ACTIVATIONS =
      Stream.concat(
              Stream.of(new Elu(), new Silu(), new Mish(), new Gelu(), new Snake(), new AconC()),
              definitions()
                  .filter(
                      each ->
                          Set.of(
                                  "tanh",
                                  "sigmoid",
                                  "relu",
                                  "leaky-relu",
                                  "selu",
                                  "softplus",
                                  "sin",
                                  "prelu",
                                  "dprelu")
                              .contains(each.id())))
          .toList();

  private BuiltIns() {}

  /** The activations that the pack of the built-in ones defines. */
  private static Stream<Activation> definitions() {
    String pack = "/META-INF/sluice/formulas.yaml";
    try (InputStream text = Silu.class.getResourceAsStream(pack)) {
      return new PackFile()
          .read(new String(text.readAllBytes(), StandardCharsets.UTF_8), pack).entries().stream()
              .map(Pack.Entry::activation);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

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
