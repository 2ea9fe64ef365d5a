package io.sluice.plugin;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultStoreProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pf4j.PluginWrapper;

/** Takes over the extensions of started plugins, class by class. */
final class Intake {

  private final Shelf<Activation> activations = new Shelf<>("activation");
  private final Shelf<LayerActivation> layerActivations = activations.beside();
  private final Shelf<Optimizer> optimizers = new Shelf<>("optimizer");
  private final Shelf<ResultStoreProvider> stores = new Shelf<>("store");
  private final List<PluginReport.Loaded> loaded = new ArrayList<>();
  private final Rejections rejections;

  Intake(Rejections rejections) {
    this.rejections = rejections;
  }

  /** Takes over what one plugin brings. */
  void add(PluginFile file, PluginWrapper plugin, GuardedPlugins plugins) {
    Origin origin =
        new Origin(
            plugin.getPluginId(), plugin.getDescriptor().getVersion(), file.name(), file.sha256());
    List<String> taken = new ArrayList<>();
    for (String className : plugins.extensionClassNames(plugin)) {
      try {
        ClassLoader loader = plugin.getPluginClassLoader();
        Object extension =
            plugins
                .patience()
                .await(
                    loader,
                    () -> checked(plugins.getExtensionFactory().create(load(className, loader))));
        place(extension, file, origin, taken);
      } catch (Throwable problem) { // A stranger's code may throw anything.
        rejections.add(file.dropped(), className, Unusable.because("cannot be linked:", problem));
      }
    }
    if (!taken.isEmpty()) {
      taken.sort(Comparator.naturalOrder());
      loaded.add(new PluginReport.Loaded(origin, file.dropped().toString(), taken));
    }
  }

  private static Class<?> load(String className, ClassLoader loader) {
    try {
      return loader.loadClass(className);
    } catch (ClassNotFoundException absent) {
      throw new Unusable(
          "is listed in META-INF/extensions.idx but is not in the plugin; build it from scratch");
    }
  }

  private static Object checked(Object extension) {
    if (!(extension instanceof ActivationFunction
        || extension instanceof Optimizer
        || extension instanceof ResultStoreProvider)) {
      throw new Unusable("is neither an activation, nor an optimizer, nor a store");
    }
    ComponentCheck.check((Component) extension);
    return extension;
  }

  private void place(Object extension, PluginFile file, Origin origin, List<String> taken) {
    if (extension instanceof Activation) {
      taken.add(activations.put((Activation) extension, file, origin));
    }
    if (extension instanceof LayerActivation) {
      taken.add(layerActivations.put((LayerActivation) extension, file, origin));
    }
    if (extension instanceof Optimizer) {
      taken.add(optimizers.put((Optimizer) extension, file, origin));
    }
    if (extension instanceof ResultStoreProvider) {
      taken.add(stores.put((ResultStoreProvider) extension, file, origin));
    }
  }

  /** Everything taken over so far. */
  Components components() {
    loaded.sort(Comparator.comparing(plugin -> plugin.origin().plugin()));
    return new Components(
        activations.catalog(),
        optimizers.catalog(),
        stores.catalog(),
        new PluginReport(loaded, rejections.sorted()),
        layerActivations.catalog());
  }
}
