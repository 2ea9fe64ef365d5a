package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
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
  private final Map<String, JarFile> jars = new HashMap<>();

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
      // Asked for its parts only: connected, it would read the jar's whole directory once a class.
      URLConnection connection = file.openConnection();
      byte[] bytes;
      URL place;
      Manifest manifest = null;
      if (connection instanceof JarURLConnection) {
        place = ((JarURLConnection) connection).getJarFileURL();
        JarFile jar = jar(place);
        try (InputStream in = jar.getInputStream(jar.getEntry(path))) {
          bytes = in.readAllBytes();
        }
        manifest = jar.getManifest();
      } else {
        String whole = file.toExternalForm();
        place = new URL(whole.substring(0, whole.length() - path.length()));
        try (InputStream in = connection.getInputStream()) {
          bytes = in.readAllBytes();
        }
      }
      definePackage(name, manifest);
      byte[] harmless = ExitCalls.redirected(bytes);
      CodeSource source = new CodeSource(place, (Certificate[]) null);
      return defineClass(name, harmless, 0, harmless.length, source);
    } catch (IOException | URISyntaxException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** The opened jar, which this loader closes with itself. */
  private JarFile jar(URL place) throws IOException, URISyntaxException {
    synchronized (jars) {
      JarFile jar = jars.get(place.toExternalForm());
      if (jar == null) {
        jar = new JarFile(Path.of(place.toURI()).toFile());
        jars.put(place.toExternalForm(), jar);
      }
      return jar;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (jars) {
      for (JarFile jar : jars.values()) {
        jar.close();
      }
      jars.clear();
    }
    super.close();
  }

  private void definePackage(String className, Manifest manifest) {
    String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    if (getDefinedPackage(name) != null) {
      return;
    }
    try {
      definePackage(name, manifest == null ? new Manifest() : manifest, null);
    } catch (IllegalArgumentException definedMeanwhile) {
      return;
    }
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
