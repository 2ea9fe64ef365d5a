package io.sluice.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where Sluice lies and which version it is.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code plugins}
 * @param version such as {@code 0.1.0-SNAPSHOT}
 */
record Distribution(Path home, String version) {

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
    return new Distribution(Path.of(home), properties.getProperty("version"));
  }

  /** The folder in which plugins are looked for. */
  Path plugins() {
    return home.resolve("plugins");
  }
}
