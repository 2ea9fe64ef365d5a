package io.sluice.plugin;

import java.nio.file.Path;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.JarPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;

/**
 * The class loader of one plugin: first the plugin's own classes, then those of the plugins it
 * depends on, then Sluice's; but never its own ones of the {@link ProvidedPackages}.
 */
final class GuardedClassLoader extends PluginClassLoader {

  private GuardedClassLoader(PluginManager plugins, PluginDescriptor descriptor) {
    super(plugins, descriptor, GuardedClassLoader.class.getClassLoader());
  }

  @Override
  protected boolean shouldDelegateToParent(String className) {
    return ProvidedPackages.contain(className);
  }

  /** Loads plugins that are one jar. */
  static PluginLoader ofJars(PluginManager plugins) {
    return new JarPluginLoader(plugins) {
      @Override
      protected PluginClassLoader createPluginClassLoader(Path jar, PluginDescriptor descriptor) {
        return new GuardedClassLoader(pluginManager, descriptor);
      }
    };
  }

  /** Loads plugins that are a folder of classes and jars. */
  static PluginLoader ofFolders(PluginManager plugins) {
    return new DefaultPluginLoader(plugins) {
      @Override
      protected PluginClassLoader createPluginClassLoader(
          Path folder, PluginDescriptor descriptor) {
        return new GuardedClassLoader(pluginManager, descriptor);
      }
    };
  }
}
