package io.sluice.plugin;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A dropped file and its copy.
 *
 * @param dropped where the user put it; free to be replaced or deleted at any time
 * @param sha256 the hash of its content, 64 hexadecimal digits
 * @param copy what is loaded: a jar, a pack, or the folder into which a zip was unpacked
 */
record PluginFile(Path dropped, String sha256, Path copy) {

  PluginFile {
    Objects.requireNonNull(dropped, "dropped");
    Objects.requireNonNull(copy, "copy");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not 64 hexadecimal digits: \"" + sha256 + "\"");
    }
  }

  /** Whether it is a pack: a text. */
  boolean isPack() {
    return copy.toString().endsWith(PackFiles.END);
  }

  /** The name of the dropped file. */
  String name() {
    return dropped.getFileName().toString();
  }
}
