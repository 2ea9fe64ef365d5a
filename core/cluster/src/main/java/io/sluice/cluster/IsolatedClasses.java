package io.sluice.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes that see none of those around them but the Java platform's and this package's: two of
 * these may have a library in two versions and still speak to each other.
 */
public final class IsolatedClasses {

  private static final String SHARED = IsolatedClasses.class.getPackageName() + ".";

  private IsolatedClasses() {}

  /**
   * The classes of all jars in these folders; the first that has a class gives it.
   *
   * @param places folders, or jars
   */
  public static ClassLoader of(List<Path> places) {
    try {
      List<URL> jars = new ArrayList<>();
      for (Path place : places) {
        add(place, jars);
      }
      return new URLClassLoader("isolated", jars.toArray(URL[]::new), new Door());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void add(Path place, List<URL> jars) throws IOException {
    if (!Files.isDirectory(place)) {
      jars.add(url(place));
      return;
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.jar")) {
      files.forEach(found::add);
    }
    found.sort(null);
    for (Path jar : found) {
      jars.add(url(jar));
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** Lets the platform's classes and those that are shared through. */
  private static final class Door extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    Door() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SHARED)) {
        return Class.forName(name, false, IsolatedClasses.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
