package io.sluice.plugin;

import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The packages that plugins share with Sluice. They must come from Sluice alone: a class of the
 * same name loaded by a plugin is another class, and its instances fit nowhere.
 */
final class ProvidedPackages {

  private static final List<String> PREFIXES =
      List.of("io.sluice.spi.", "io.sluice.sdk.", "io.sluice.math.", "org.slf4j.", "org.pf4j.");

  private static final String MULTI_RELEASE_FOLDER = "META-INF/versions/";

  private ProvidedPackages() {}

  /** Whether Sluice provides the class of this name. */
  static boolean contain(String className) {
    for (String prefix : PREFIXES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether classes of this package come from Sluice alone. */
  static boolean containPackage(String packageName) {
    return contain(packageName + '.');
  }

  /** The first class in a jar that Sluice provides, such as {@code io.sluice.spi.Component}. */
  static Optional<String> bundledIn(ZipFile jar) {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      Optional<String> className = className(entries.nextElement().getName());
      if (className.filter(ProvidedPackages::contain).isPresent()) {
        return className;
      }
    }
    return Optional.empty();
  }

  /** The class that an entry of a jar holds, if it holds one. */
  static Optional<String> className(String entry) {
    if (!entry.endsWith(".class")) {
      return Optional.empty();
    }
    String file = entry;
    if (file.startsWith(MULTI_RELEASE_FOLDER)) {
      file = file.substring(file.indexOf('/', MULTI_RELEASE_FOLDER.length()) + 1);
    }
    return Optional.of(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
  }
}
