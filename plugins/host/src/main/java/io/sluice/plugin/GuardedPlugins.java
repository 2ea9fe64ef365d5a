package io.sluice.plugin;

import io.sluice.engine.watch.Pulse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pf4j.CompoundPluginLoader;
import org.pf4j.DefaultPluginFactory;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.RuntimeMode;

/**
 * PF4J with Sluice's rules. PF4J would log a problem and go on, sometimes with a plugin that is
 * started and brings nothing; here every problem becomes a rejection. Use: {@link #loadPlugins()},
 * then {@link #startPlugins()}, then ask for {@link #started} plugins.
 */
final class GuardedPlugins extends DefaultPluginManager {

  private final Map<Path, PluginFile> files = new LinkedHashMap<>();
  private final Rejections rejections;
  private final Patience patience;

  /**
   * @param cache the folder in which the copies lie
   * @param files the plugins, the one that wins a conflict first
   */
  GuardedPlugins(
      PluginCache cache,
      List<PluginFile> files,
      String sluiceVersion,
      Rejections rejections,
      Patience patience) {
    super(List.of(cache.folder()));
    files.forEach(file -> this.files.put(file.copy(), file));
    this.rejections = rejections;
    this.patience = patience;
    setSystemVersion(sluiceVersion);
  }

  /** The plugin of this file, if it could be started. */
  Optional<PluginWrapper> started(PluginFile file) {
    return getStartedPlugins().stream()
        .filter(plugin -> plugin.getPluginPath().equals(file.copy()))
        .findFirst();
  }

  /** How strangers' code is run. */
  Patience patience() {
    return patience;
  }

  /** The names of the classes in a plugin's extension index, in ascending order. */
  Set<String> extensionClassNames(PluginWrapper plugin) {
    return new TreeSet<>(getExtensionClassNames(plugin.getPluginId()));
  }

  @Override
  protected void initialize() {
    super.initialize();
    plugins = new LinkedHashMap<>();
  }

  @Override
  public RuntimeMode getRuntimeMode() {
    return RuntimeMode.DEPLOYMENT;
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new PluginRepository() {
      @Override
      public List<Path> getPluginPaths() {
        return List.copyOf(files.keySet());
      }

      @Override
      public boolean deletePluginPath(Path path) {
        return false;
      }
    };
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String pluginId) {
        return false;
      }

      @Override
      public void disablePlugin(String pluginId) {
        throw new UnsupportedOperationException("remove the file of plugin " + pluginId);
      }

      @Override
      public void enablePlugin(String pluginId) {}
    };
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptors();
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new CompoundPluginLoader()
        .add(GuardedClassLoader.ofJars(this))
        .add(GuardedClassLoader.ofFolders(this));
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new PrototypeFactory();
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return new DefaultPluginFactory() {
      @Override
      public Plugin create(PluginWrapper plugin) {
        Plugin created = super.create(plugin);
        if (created == null) {
          throw new Unusable(
              "its Plugin-Class: "
                  + plugin.getDescriptor().getPluginClass()
                  + " is missing, does not extend org.pf4j.Plugin, or cannot be constructed; most"
                  + " plugins need no such line");
        }
        return created;
      }
    };
  }

  @Override
  protected PluginWrapper loadPluginFromPath(Path copy) {
    try {
      return super.loadPluginFromPath(copy);
    } catch (RuntimeException problem) {
      reject(copy, Unusable.because("cannot be loaded:", problem));
      return null;
    }
  }

  @Override
  protected void validatePluginDescriptor(PluginDescriptor descriptor) {
    PluginWrapper other = getPlugin(descriptor.getPluginId());
    if (other != null) {
      throw new Unusable(
          String.format(
              "its plugin id \"%s\" is taken by version %s in %s; remove one of the two",
              descriptor.getPluginId(),
              other.getDescriptor().getVersion(),
              files.get(other.getPluginPath()).dropped()));
    }
  }

  @Override
  protected PluginWrapper createPluginWrapper(
      PluginDescriptor descriptor, Path copy, ClassLoader loader) {
    PluginWrapper plugin = super.createPluginWrapper(descriptor, copy, loader);
    PluginClassLoader classes = (PluginClassLoader) loader;
    try {
      checkRequirement(plugin);
      PluginContent.check(copy, classes);
      return plugin;
    } catch (IOException | Unusable problem) {
      close(classes, problem);
      throw Unusable.because("cannot be read:", problem);
    }
  }

  private void checkRequirement(PluginWrapper plugin) {
    String required = plugin.getDescriptor().getRequires();
    boolean fits;
    try {
      fits = isPluginValid(plugin);
    } catch (RuntimeException unreadable) {
      throw new Unusable(
          "requires Sluice \"" + required + "\", which is not a version range such as >=0.1.0");
    }
    if (!fits) {
      throw new Unusable("requires Sluice " + required + ", but this is " + getSystemVersion());
    }
  }

  private static void close(PluginClassLoader classes, Exception reason) {
    try {
      classes.close();
    } catch (IOException problem) {
      reason.addSuppressed(problem);
    }
  }

  /** Sorts out the plugins that lack another one; PF4J would refuse them all together. */
  @Override
  protected void resolvePlugins() {
    List<PluginWrapper> waiting = getPlugins();
    Set<String> met = new HashSet<>();
    while (waiting.removeIf(plugin -> wants(plugin, met).isEmpty() && met.add(id(plugin)))) {
      // Each round meets the needs of those that depend on the round before.
    }
    for (PluginWrapper plugin : waiting) {
      reject(plugin.getPluginPath(), new Unusable(wants(plugin, met)));
    }
    for (PluginWrapper plugin : waiting) {
      unloadPlugin(id(plugin), false, false);
    }
    super.resolvePlugins();
  }

  /** What a plugin lacks, given the usable ones, or an empty text. */
  private String wants(PluginWrapper plugin, Set<String> usable) {
    for (PluginDependency dependency : plugin.getDescriptor().getDependencies()) {
      String needed = "needs the plugin \"" + dependency.getPluginId() + "\"";
      PluginWrapper other = getPlugin(dependency.getPluginId());
      if (dependency.isOptional()) {
        continue;
      }
      if (other == null) {
        return needed + ", which is missing or rejected";
      }
      String range = dependency.getPluginVersionSupport();
      String version = other.getDescriptor().getVersion();
      if (!matches(version, range)) {
        return needed + " in version " + range + ", but there is " + version;
      }
      if (!usable.contains(dependency.getPluginId())) {
        return needed + ", which lacks a plugin itself";
      }
    }
    return "";
  }

  private boolean matches(String version, String range) {
    try {
      return getVersionManager().checkVersionConstraint(version, range);
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  @Override
  public void startPlugins() {
    for (PluginWrapper plugin : new ArrayList<>(getResolvedPlugins())) {
      Throwable problem;
      try {
        patience.await(plugin.getPluginClassLoader(), () -> startPlugin(id(plugin)));
        problem = plugin.getFailedException();
      } catch (Throwable thrown) { // A stranger's code may throw anything.
        problem = thrown;
      } finally {
        Pulse.ofThread().leave();
      }
      if (problem != null) {
        plugin.setPluginState(PluginState.FAILED);
        reject(plugin.getPluginPath(), Unusable.because("cannot be started:", problem));
      }
    }
  }

  private void reject(Path copy, Unusable problem) {
    rejections.add(files.get(copy).dropped(), problem);
  }

  private static String id(PluginWrapper plugin) {
    return plugin.getPluginId();
  }
}
