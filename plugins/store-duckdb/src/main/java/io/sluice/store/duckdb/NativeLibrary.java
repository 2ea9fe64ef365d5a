package io.sluice.store.duckdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * DuckDB itself, which is no Java. The driver unpacks it into the folder for temporary files and
 * leaves it there, 70 MB, if the process is killed; where a file in use may be deleted it is
 * deleted as soon as it is loaded.
 */
final class NativeLibrary {

  private static boolean tidied;

  private NativeLibrary() {}

  /** Deletes the file from which this process loaded the library, where the system tells it. */
  static synchronized void tidy() {
    Path maps = Path.of("/proc/self/maps");
    if (tidied || !Files.isReadable(maps)) {
      return;
    }
    tidied = true;
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
      lines
          .filter(line -> line.contains("/libduckdb_java"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .filter(file -> file.startsWith(temporary))
          .distinct()
          .forEach(file -> file.toFile().delete());
    } catch (IOException left) {
      // The driver deletes it at the end.
    }
  }
}
