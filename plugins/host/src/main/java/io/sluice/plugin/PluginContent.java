package io.sluice.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.pf4j.IndexedExtensionFinder;

/** Checks what is in a plugin, without loading a class of it. */
final class PluginContent {

  private static final String INDEX = IndexedExtensionFinder.EXTENSIONS_RESOURCE;

  private PluginContent() {}

  /**
   * Checks a plugin.
   *
   * @param copy its jar or folder
   * @param loader its class loader
   * @throws Unusable if it bundles what Sluice provides, or has neither extension index nor pack
   */
  static void check(Path copy, URLClassLoader loader) throws IOException {
    Optional<String> bundled = Files.isDirectory(copy) ? inFolder(copy) : inJar(copy);
    if (bundled.isPresent()) {
      throw new Unusable(
          "bundles "
              + bundled.get()
              + ", which Sluice itself provides; give that dependency the scope \"provided\", so"
              + " that it stays out of the plugin");
    }
    // Not getResource: that would find the index of somebody else.
    URL index = loader.findResource(INDEX);
    if (index == null && !PackFiles.within(copy).isEmpty()) {
      return;
    }
    if (index == null) {
      throw new Unusable(
          "has no "
              + INDEX
              + "; compile it with PF4J's annotation processor: inherit sluice-plugin-parent, or"
              + " pass -processor org.pf4j.processor.ExtensionAnnotationProcessor to javac");
    }
    if (isEmpty(index)) {
      throw new Unusable(
          "has an empty " + INDEX + "; annotate the component's class with @Extension");
    }
  }

  private static Optional<String> inJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return ProvidedPackages.bundledIn(zip);
    }
  }

  private static Optional<String> inFolder(Path folder) throws IOException {
    Path classes = folder.resolve("classes");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    }
    for (Path file : files) {
      Optional<String> bundled = Optional.empty();
      if (file.toString().endsWith(".jar")) {
        bundled = inJar(file);
      } else if (file.startsWith(classes)) {
        bundled =
            ProvidedPackages.className(classes.relativize(file).toString().replace('\\', '/'))
                .filter(ProvidedPackages::contain);
      }
      if (bundled.isPresent()) {
        return bundled;
      }
    }
    return Optional.empty();
  }

  private static boolean isEmpty(URL index) throws IOException {
    URLConnection connection = index.openConnection();
    connection.setUseCaches(false); // A cached connection would keep the jar open for good.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.replaceFirst("#.*", "")).allMatch(String::isBlank);
    }
  }
}
