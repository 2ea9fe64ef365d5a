package io.sluice.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of plugins that nobody has used for long; the time of a file is that of its last use. */
final class OldCopies {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);

  /** What {@link PluginCache} calls its copies; nothing else in the folder is touched. */
  private static final Pattern COPY =
      Pattern.compile("[0-9a-f]{64}(\\.jar|\\.zip|\\.yaml|\\.pack)?|copying\\d+\\.part");

  private OldCopies() {}

  /** Notes that a copy is used; not more than once a day. */
  static void use(Path copy) throws IOException {
    if (isOlder(copy, DAY)) {
      Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
    }
  }

  /** Deletes what was not used for a month; what cannot be deleted stays for the next time. */
  static void deleteFrom(Path folder) throws IOException {
    List<Path> copies;
    try (Stream<Path> entries = Files.list(folder)) {
      copies = entries.filter(e -> COPY.matcher(e.getFileName().toString()).matches()).toList();
    }
    for (Path copy : copies) {
      try {
        if (isOlder(copy, KEPT)) {
          delete(copy);
        }
      } catch (IOException inUse) {
        continue;
      }
    }
  }

  private static void delete(Path copy) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(copy)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private static boolean isOlder(Path copy, Duration age) throws IOException {
    Instant used = Files.getLastModifiedTime(copy, LinkOption.NOFOLLOW_LINKS).toInstant();
    return used.isBefore(Instant.now().minus(age));
  }
}
