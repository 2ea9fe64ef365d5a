package io.sluice.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The files that a study names, and what was made of them. Each is read once, so that a pipe can be
 * one, and what is used twice is kept once.
 */
final class DataFiles {

  /** The longest file, in bytes. */
  static final int LONGEST = 64 << 20;

  private static final Set<String> STANDARD_INPUT =
      Set.of(StudyReader.STANDARD_INPUT, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private final Map<Path, Optional<String>> texts = new HashMap<>();
  private final Map<String, Optional<CsvReader.Table>> tables = new HashMap<>();
  private final Map<String, CsvReader.Table> named = new HashMap<>();

  /** The text of the file that a field names; if there is none the field complains, once. */
  Optional<String> text(Field file) {
    Optional<String> name = file.text("the name of a file such as data.csv");
    Path directory = file.reading().baseDirectory();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (STANDARD_INPUT.contains(name.get()) && STANDARD_INPUT.contains(file.reading().source())) {
      file.complain("standard input was the study: the data need a file or pipe of their own");
      return Optional.empty();
    }
    if (directory == null) {
      file.complain(
          "files cannot be read here: give the data inline, x: [[0, 0], [0, 1]] and y: [[0], [1]]");
      return Optional.empty();
    }
    try {
      Path path = directory.resolve(name.get()).normalize();
      if (!texts.containsKey(path)) {
        texts.put(path, Optional.empty());
        texts.put(path, read(file, name.get(), path));
      }
      return texts.get(path);
    } catch (InvalidPathException noPath) {
      file.complain("\"csv\" must be the name of a file, not " + file.node().describe());
      return Optional.empty();
    }
  }

  private static Optional<String> read(Field file, String name, Path path) {
    if (!Files.exists(path)) {
      file.complain("there is no file \"" + name + "\" in " + file.reading().baseDirectory());
      return Optional.empty();
    }
    try {
      String text = TextFile.read(path, name, LONGEST);
      if (text.isBlank()) {
        file.complain(name + " is empty");
        return Optional.empty();
      }
      return Optional.of(text);
    } catch (IOException unreadable) {
      file.complain(unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** What was made under this key, or is made now. */
  Optional<CsvReader.Table> table(String key, Supplier<Optional<CsvReader.Table>> maker) {
    if (!tables.containsKey(key)) {
      tables.put(key, maker.get());
    }
    return tables.get(key);
  }

  /** The data of the first problem of each name. */
  Map<String, CsvReader.Table> named() {
    return named;
  }
}
