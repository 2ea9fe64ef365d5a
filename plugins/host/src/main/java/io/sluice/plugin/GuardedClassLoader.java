package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.jar.Manifest;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.JarPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;

/**
 * The class loader of one plugin: first the plugin's own classes, then those of the plugins it
 * depends on, then Sluice's; but never its own ones of the {@link ProvidedPackages}. The plugin's
 * classes are loaded without the calls that would end the process, see {@link ExitCalls}.
 */
final class GuardedClassLoader extends PluginClassLoader {

  private final String pluginId;

  private GuardedClassLoader(PluginManager plugins, PluginDescriptor descriptor) {
    super(plugins, descriptor, GuardedClassLoader.class.getClassLoader());
    pluginId = descriptor.getPluginId();
  }

  String pluginId() {
    return pluginId;
  }

  @Override
  protected boolean shouldDelegateToParent(String className) {
    return ProvidedPackages.contain(className) || className.equals(PluginExit.class.getName());
  }

  /** As in any loader of jars, but for what {@link ExitCalls} changes. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    URL file = findResource(path);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false); // A cached connection would keep the jar open for good.
      byte[] bytes;
      try (InputStream in = connection.getInputStream()) {
        bytes = in.readAllBytes();
        definePackage(name, connection);
      }
      byte[] harmless = ExitCalls.redirected(bytes);
      CodeSource source = new CodeSource(place(connection, path), (Certificate[]) null);
      return defineClass(name, harmless, 0, harmless.length, source);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private void definePackage(String className, URLConnection connection) throws IOException {
    String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    if (getDefinedPackage(name) != null) {
      return;
    }
    boolean isJar = connection instanceof JarURLConnection;
    Manifest manifest = isJar ? ((JarURLConnection) connection).getManifest() : null;
    try {
      definePackage(name, manifest == null ? new Manifest() : manifest, null);
    } catch (IllegalArgumentException definedMeanwhile) {
      return;
    }
  }

  /** The jar or folder in which a class lies. */
  private static URL place(URLConnection connection, String path) throws MalformedURLException {
    if (connection instanceof JarURLConnection) {
      return ((JarURLConnection) connection).getJarFileURL();
    }
    String file = connection.getURL().toExternalForm();
    return new URL(file.substring(0, file.length() - path.length()));
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
