package io.sluice.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The kinds of stores that tests of the whole try: a row for each. */
final class FileStores {

  /** What says where a PostgreSQL server can be tried, as for {@code sluice plugins check}. */
  private static final String POSTGRES = "sluice.check.postgres";

  private FileStores() {}

  /**
   * A kind of store in files.
   *
   * @param scheme what its URLs begin with
   * @param begun the file that says its version, below a study's folder; empty if it is one file
   * @param later makes that file one of a version that is not there yet
   */
  record Kind(String scheme, String begun, UnaryOperator<byte[]> later) {
    /** The URL of a store by its name. */
    String url(String name) {
      return scheme + ":" + name;
    }

    @Override
    public String toString() {
      return scheme;
    }
  }

  static List<Kind> all() {
    return List.of(
        new Kind("sqlite", "", FileStores::laterSqlite),
        new Kind(
            "jsonl", "study.json", bytes -> replaced(bytes, "\"format\" : 1", "\"format\" : 9")),
        new Kind("csv", "study.csv", bytes -> replaced(bytes, "\n1,", "\n9,")));
  }

  /** The version of a schema is a number at a place of its own. */
  private static byte[] laterSqlite(byte[] bytes) {
    byte[] later = bytes.clone();
    later[63] = 99;
    return later;
  }

  private static byte[] replaced(byte[] bytes, String old, String later) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.contains(old)) {
      throw new AssertionError("no " + old + " in " + text);
    }
    return text.replaceFirst(old, later).getBytes(StandardCharsets.UTF_8);
  }

  /** URLs of a store of each kind, by its name, and on a server where there is one. */
  static List<String> urls(String name) {
    List<String> urls = new ArrayList<>();
    all().forEach(kind -> urls.add(kind.url(name + "-" + kind.scheme())));
    String server = System.getProperty(POSTGRES);
    if (server != null) {
      urls.add("postgres:" + server.replace("{}", name + "_" + ProcessHandle.current().pid()));
    }
    if (!plugins().isEmpty()) {
      urls.add("duckdb:" + name + ".duckdb");
    }
    return urls;
  }

  /** The arguments that load the stores which are not in the distribution, if they were built. */
  static List<String> plugins() {
    Path target = Path.of("../plugins/store-duckdb/target").toAbsolutePath().normalize();
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith(".zip"))
          .findFirst()
          .map(zip -> List.of("--plugins", zip.toString()))
          .orElse(List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The files of a store that have something in them. */
  static List<Path> files(Path store) throws IOException {
    try (Stream<Path> below = Files.walk(store)) {
      return below
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() > 0)
          .filter(file -> !file.getFileName().toString().matches(".*(lock|-shm|-wal)"))
          .sorted()
          .toList();
    }
  }
}
