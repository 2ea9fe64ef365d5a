package io.sluice.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * Where Sluice lies and which version it is.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code plugins}
 * @param version such as {@code 0.1.0-SNAPSHOT}
 * @param build a checksum of the core's jars: snapshots of one version differ in it
 */
record Distribution(Path home, String version, String build) {

  /** What the launcher and the build say. */
  static Distribution ofThisProcess() {
    String home = System.getProperty("sluice.home");
    if (home == null) {
      throw new IllegalStateException(
          "start Sluice with bin/sluice, which sets the system property sluice.home");
    }
    return in(Path.of(home));
  }

  /** The one in a folder, of the version that runs. */
  static Distribution in(Path folder) {
    Properties properties = new Properties();
    try (InputStream stream = Distribution.class.getResourceAsStream("/sluice.properties")) {
      properties.load(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Distribution(
        folder, properties.getProperty("version"), checksum(folder.resolve("lib")));
  }

  /** Version and build, as semantic versioning writes them. */
  String fullVersion() {
    return version + "+" + build;
  }

  /** The folder in which plugins are looked for. */
  Path plugins() {
    return home.resolve("plugins");
  }

  /** Of the modules that decide a trial's numbers. */
  private static String checksum(Path libraries) {
    try {
      CRC32 sum = new CRC32();
      for (String module :
          List.of("spi", "math", "math-vector", "formula", "formula-code", "moments", "engine")) {
        try (DirectoryStream<Path> jars =
            Files.newDirectoryStream(libraries, "sluice-" + module + "-[0-9]*.jar")) {
          for (Path jar : jars) {
            sum.update(Files.readAllBytes(jar));
          }
        }
      }
      return String.format("%08x", sum.getValue());
    } catch (IOException failure) {
      throw new UncheckedIOException("the distribution's lib folder cannot be read", failure);
    }
  }
}
