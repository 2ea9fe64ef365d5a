package io.sluice.plugin;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.pf4j.PluginWrapper;

/** Takes over what plugins bring: extensions class by class, packs as a whole. */
final class Intake {

  private final Shelf<Activation> activations = new Shelf<>("activation");
  private final Shelf<LayerActivation> layerActivations = activations.beside();
  private final Shelf<Optimizer> optimizers = new Shelf<>("optimizer");
  private final Shelf<OptimizerWrapper> wrappers = optimizers.beside();
  private final Shelf<ResultStoreProvider> stores = new Shelf<>("store");
  private final List<PluginReport.Loaded> loaded = new ArrayList<>();
  private final Map<String, Origin> inUse = new HashMap<>();
  private final PackFiles packs;
  private final Map<PluginFile, CompletableFuture<List<PackFiles.Carried>>> begun;
  private final Rejections rejections;

  /**
   * An intake of nothing yet.
   *
   * @param files what may be added; the packs in them begin to be read
   */
  Intake(PackFiles packs, List<PluginFile> files, Rejections rejections) {
    this.packs = packs;
    this.rejections = rejections;
    this.begun = packs.begin(files);
  }

  /** Takes over a pack, or nothing of it if anything is wrong. */
  void add(PluginFile file) {
    try {
      Pack pack = packs.read(file);
      Origin origin = new Origin(pack.id(), pack.version(), file.name(), file.sha256());
      refuseSecond(origin);
      List<String> taken = new ArrayList<>();
      Map<String, String> places = new HashMap<>();
      take(pack, file, origin, taken, places);
      inUse.put(origin.plugin(), origin);
      loaded(origin, file, taken, places);
    } catch (PackFormatException problem) {
      rejections.add(file.dropped(), problem);
    } catch (IOException | Unusable problem) {
      rejections.add(file.dropped(), Unusable.because("cannot be read:", problem));
    }
  }

  /** Only if all names of a pack are free it is taken over. */
  private void take(
      Pack pack, PluginFile file, Origin origin, List<String> taken, Map<String, String> places) {
    List<PackFormatException.Complaint> complaints = new ArrayList<>();
    for (Pack.Entry entry : pack.entries()) {
      Shelf<?> shelf = entry.component() instanceof Optimizer ? optimizers : activations;
      shelf
          .conflict(entry.component())
          .ifPresent(
              conflict ->
                  complaints.add(
                      new PackFormatException.Complaint(
                          entry.places().get(conflict.name()), conflict.message())));
    }
    if (!complaints.isEmpty()) {
      throw new PackFormatException(complaints);
    }
    for (Pack.Entry entry : pack.entries()) {
      place(entry.component(), file, origin, taken);
      places.putAll(entry.places());
    }
  }

  /** Refuses a second plugin of one id. */
  private void refuseSecond(Origin origin) {
    Origin other = inUse.get(origin.plugin());
    if (other != null) {
      throw new Unusable(
          String.format(
              "its plugin id \"%s\" is taken by version %s in %s; remove one of the two",
              origin.plugin(), other.version(), other.file()));
    }
  }

  /** Takes over what one plugin brings. */
  void add(PluginFile file, PluginWrapper plugin, GuardedPlugins plugins) {
    Origin origin =
        new Origin(
            plugin.getPluginId(), plugin.getDescriptor().getVersion(), file.name(), file.sha256());
    try {
      refuseSecond(origin);
      inUse.put(origin.plugin(), origin);
    } catch (Unusable problem) {
      rejections.add(file.dropped(), problem);
      return;
    }
    List<String> taken = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
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
    addPacks(file, origin, taken, places);
    if (!taken.isEmpty()) {
      loaded(origin, file, taken, places);
    }
  }

  /** The packs that a plugin carries. */
  private void addPacks(
      PluginFile file, Origin origin, List<String> taken, Map<String, String> places) {
    List<PackFiles.Carried> carried;
    try {
      carried = begun.get(file).join();
    } catch (CompletionException problem) {
      rejections.add(file.dropped(), Unusable.because("cannot be read:", problem.getCause()));
      return;
    }
    for (PackFiles.Carried pack : carried) {
      try {
        take(pack.read(), file, origin, taken, places);
      } catch (PackFormatException problem) {
        rejections.add(file.dropped(), problem);
      } catch (Unusable problem) {
        rejections.add(file.dropped(), pack.name(), problem);
      }
    }
  }

  private void loaded(
      Origin origin, PluginFile file, List<String> taken, Map<String, String> places) {
    taken.sort(Comparator.naturalOrder());
    loaded.add(new PluginReport.Loaded(origin, file.dropped().toString(), taken, places));
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
        || extension instanceof OptimizerWrapper
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
    if (extension instanceof OptimizerWrapper) {
      taken.add(wrappers.put((OptimizerWrapper) extension, file, origin));
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
        layerActivations.catalog(),
        wrappers.catalog());
  }
}
