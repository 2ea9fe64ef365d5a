package io.sluice.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hashes that files of a plugin folder must have, from its {@code plugins.lock}: a line of
 * hash, two blanks and file name for each, as {@code sha256sum} writes and checks them. A file that
 * has no line may be any.
 */
final class Pins {

  /** The name of the file. */
  static final String FILE = "plugins.lock";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");
  private static final int SHOWN = 12;

  private final Map<String, String> hashes;

  private Pins(Map<String, String> hashes) {
    this.hashes = hashes;
  }

  /**
   * The pins of a folder.
   *
   * @throws Unusable if a line makes no sense: then nobody knows what was pinned
   */
  static Pins of(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
          throw new Unusable(
              String.format(
                  "is not loaded because line %d of its %s is not a SHA-256, two blanks and a file"
                      + " name, but \"%s\"",
                  number, FILE, line));
        }
        hashes.put(parts.group(2), parts.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return new Pins(hashes);
  }

  /** The hash that the file of this name must have, if it is pinned. */
  Optional<String> of(String fileName) {
    return Optional.ofNullable(hashes.get(fileName));
  }

  /**
   * Lets a file pass that is not pinned or has the hash it must have.
   *
   * @throws Unusable if it has another
   */
  void check(PluginFile file) {
    of(file.name())
        .filter(pinned -> !pinned.equals(file.sha256()))
        .ifPresent(
            pinned -> {
              throw new Unusable(
                  String.format(
                      "is not the file that was pinned: its SHA-256 is %s…, but %s says %s…; if you"
                          + " trust it, install it again with --pin --force or delete its line",
                      file.sha256().substring(0, SHOWN), FILE, pinned.substring(0, SHOWN)));
            });
  }

  /** The same pins with this one, too. */
  Pins with(String fileName, String sha256) {
    Map<String, String> more = new TreeMap<>(hashes);
    more.put(fileName, sha256);
    return new Pins(more);
  }

  /** The same pins without the one of this file. */
  Pins without(String fileName) {
    Map<String, String> less = new TreeMap<>(hashes);
    less.remove(fileName);
    return new Pins(less);
  }

  /** Writes them into a folder if they changed what is there. */
  void writeTo(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (hashes.equals(of(folder).hashes)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "# SHA-256 of plugins; a file that differs is not loaded. See: sluice plugins --help");
    hashes.forEach((name, hash) -> lines.add(hash + "  " + name));
    // Not a temporary file by name: that one only its owner could read.
    Path part = folder.resolve(FILE + ".part");
    try {
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
