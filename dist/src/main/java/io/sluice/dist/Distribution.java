package io.sluice.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * Where Sluice lies and which version it is.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code plugins}
 * @param version such as {@code 0.1.0-SNAPSHOT}
 * @param build the first digits of a hash of the core's jars: snapshots of one version differ in it
 */
record Distribution(Path home, String version, String build) {

  private static final int BUILD_DIGITS = 8;

  /** What the launcher and the build say. */
  static Distribution ofThisProcess() {
    String home = System.getProperty("sluice.home");
    if (home == null) {
      throw new IllegalStateException(
          "start Sluice with bin/sluice, which sets the system property sluice.home");
    }
    Properties properties = new Properties();
    try (InputStream stream = Distribution.class.getResourceAsStream("/sluice.properties")) {
      properties.load(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Path folder = Path.of(home);
    return new Distribution(folder, properties.getProperty("version"), hash(folder.resolve("lib")));
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
  private static String hash(Path libraries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String module : List.of("spi", "math", "math-vector", "engine")) {
        try (DirectoryStream<Path> jars =
            Files.newDirectoryStream(libraries, "sluice-" + module + "-[0-9]*.jar")) {
          for (Path jar : jars) {
            digest.update(Files.readAllBytes(jar));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, BUILD_DIGITS);
    } catch (IOException failure) {
      throw new UncheckedIOException("the distribution's lib folder cannot be read", failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
