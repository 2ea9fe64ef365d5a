package io.sluice.engine.catalog;

import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Everything that plugins brought.
 *
 * @param activations the activations of one number
 * @param optimizers the optimizers of all kinds
 * @param stores the kinds of result store, by URL scheme
 * @param report which plugins were loaded and which rejected
 * @param layerActivations the activations over all units of a layer; they share names with no other
 *     activation
 * @param wrappers what can be put around optimizers; they share names with no optimizer
 */
public record Components(
    Catalog<Activation> activations,
    Catalog<Optimizer> optimizers,
    Catalog<ResultStoreProvider> stores,
    PluginReport report,
    Catalog<LayerActivation> layerActivations,
    Catalog<OptimizerWrapper> wrappers) {

  public Components {
    Objects.requireNonNull(activations, "activations");
    Objects.requireNonNull(optimizers, "optimizers");
    Objects.requireNonNull(stores, "stores");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(layerActivations, "layerActivations");
    Objects.requireNonNull(wrappers, "wrappers");
  }

  /** Components without activations over all units and without wrappers. */
  public Components(
      Catalog<Activation> activations,
      Catalog<Optimizer> optimizers,
      Catalog<ResultStoreProvider> stores,
      PluginReport report) {
    this(activations, optimizers, stores, report, Catalog.of(List.of()), Catalog.of(List.of()));
  }

  /** What can be the activation of a layer: those of both kinds. */
  public Catalog<ActivationFunction> activationsOfLayers() {
    List<Catalog.Entry<ActivationFunction>> all = new ArrayList<>();
    for (Catalog<? extends ActivationFunction> kind : List.of(activations, layerActivations)) {
      kind.entries().forEach(e -> all.add(new Catalog.Entry<>(e.component(), e.origin())));
    }
    return Catalog.of(all);
  }

  /** What stands under the optimizers of a study: those and the wrappers. */
  public Catalog<Component> optimizersAndWrappers() {
    List<Catalog.Entry<Component>> all = new ArrayList<>();
    for (Catalog<? extends Component> kind : List.of(optimizers, wrappers)) {
      kind.entries().forEach(e -> all.add(new Catalog.Entry<>(e.component(), e.origin())));
    }
    return Catalog.of(all);
  }
}
