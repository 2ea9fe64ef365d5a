package io.sluice.engine.support;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Laboratories with the components of this package and further ones. */
public final class Laboratories {

  private Laboratories() {}

  public static Laboratory with(Component... further) {
    return withHash("11", further);
  }

  /** The hash is that of the plugin from which the activations come. */
  public static Laboratory withHash(String sha256, Component... further) {
    List<Activation> activations =
        new ArrayList<>(
            List.of(
                Scalar.tanh(),
                Scalar.sigmoid(),
                Scalar.relu(),
                Scalar.identity(),
                Scalar.sine(),
                new Leaky(),
                new Bent()));
    List<Optimizer> optimizers =
        new ArrayList<>(List.of(new Sgd(), new Momentum(), new Sampler(), new Looker()));
    List<LayerActivation> vectors = new ArrayList<>(List.of(new Halves(), new Doubled()));
    List<OptimizerWrapper> wrappers = new ArrayList<>(List.of(new Shorter(), new Uphill()));
    List<ResultStoreProvider> stores = new ArrayList<>();
    for (Component component : Arrays.asList(further)) {
      if (component instanceof Activation) {
        activations.add((Activation) component);
      } else if (component instanceof Optimizer) {
        optimizers.add((Optimizer) component);
      } else if (component instanceof OptimizerWrapper) {
        wrappers.add((OptimizerWrapper) component);
      } else {
        stores.add((ResultStoreProvider) component);
      }
    }
    return new Laboratory(
        new Components(
            catalog("activations", sha256, activations),
            catalog("optimizers", "22", optimizers),
            catalog("stores", "33", stores),
            new PluginReport(List.of(), List.of()),
            catalog("activations", sha256, vectors),
            catalog("wrappers", "44", wrappers)),
        "test");
  }

  private static <T extends Component> Catalog<T> catalog(
      String plugin, String sha256, List<T> components) {
    Origin origin = new Origin(plugin, "1.0", plugin + ".jar", sha256);
    return Catalog.of(components.stream().map(c -> new Catalog.Entry<>(c, origin)).toList());
  }
}
