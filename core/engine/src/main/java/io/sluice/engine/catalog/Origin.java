package io.sluice.engine.catalog;

import java.util.Objects;

/**
 * Where a component comes from.
 *
 * @param plugin the plugin's id
 * @param version the plugin's version
 * @param file the name of its jar
 * @param sha256 the hash of the jar, 64 hexadecimal digits
 */
public record Origin(String plugin, String version, String file, String sha256) {

  public Origin {
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** Plugin and version, for people. */
  @Override
  public String toString() {
    return plugin + " " + version;
  }
}
