package io.sluice.studies.results;

import io.sluice.studies.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files, folders and zip archives of results. What a file is, its content tells: an index of
 * COCO or IOHprofiler, jMetal's summary, an export of Sluice, or else a table.
 */
public final class ResultFiles {

  private static final String IN_FOLDERS = "*.info, IOHprofiler_*.json or " + JmetalSummary.FILE;

  private ResultFiles() {}

  /**
   * Reads and joins files.
   *
   * @throws ResultFormatException if something cannot be read; the message says where and why
   */
  public static Results read(List<Path> files, ResultOptions options) {
    RunCollection runs = new RunCollection(options);
    for (Path file : files) {
      try {
        any(file, runs);
      } catch (IOException unreadable) {
        throw new ResultFormatException(file + " cannot be read: " + unreadable.getMessage());
      }
    }
    Path name = files.get(0).getFileName();
    Results results = runs.results(name == null ? files.get(0).toString() : name.toString());
    if (results.trials().isEmpty()) {
      throw new ResultFormatException(files.get(0) + " has no runs");
    }
    return results;
  }

  private static void any(Path file, RunCollection runs) throws IOException {
    if (Files.isDirectory(file)) {
      folder(file, file, runs);
    } else if (!Files.exists(file)) {
      throw new ResultFormatException("there is no file " + file);
    } else if (isZip(file)) {
      try (FileSystem zip = FileSystems.newFileSystem(file, (ClassLoader) null)) {
        folder(zip.getPath("/"), file, runs);
      }
    } else {
      file(file, runs);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] begin = in.readNBytes(2);
      if (begin.length == 2 && (begin[0] & 0xff) == 0x1f && (begin[1] & 0xff) == 0x8b) {
        throw new ResultFormatException(
            file + " is packed with gzip: unpack it and name the folder");
      }
      return begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
    }
  }

  private static void folder(Path folder, Path named, RunCollection runs) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(folder)) {
      found = files.filter(ResultFiles::isResult).sorted().toList();
    }
    if (found.isEmpty()) {
      throw new ResultFormatException("there is no " + IN_FOLDERS + " in " + named);
    }
    for (Path file : found) {
      file(file, runs);
    }
  }

  private static boolean isResult(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return name.endsWith(".info")
        || name.matches("IOHprofiler_.*\\.json")
        || name.equals(JmetalSummary.FILE);
  }

  private static void file(Path file, RunCollection runs) {
    String text = RunData.text(file);
    if (text.isBlank()) {
      throw new ResultFormatException(file + " is empty");
    }
    if (CocoIndex.is(text)) {
      CocoIndex.read(file, runs);
    } else if (text.stripLeading().startsWith("{")) {
      if (JsonLines.is(text)) {
        table(JsonLines.read(text, file.toString()), runs);
      } else {
        IohIndex.read(file, runs);
      }
    } else {
      table(Table.read(text, file.toString()), runs);
    }
  }

  private static void table(Table table, RunCollection runs) {
    boolean named = !runs.options().columns().isEmpty();
    if (SluiceTable.isMeasurements(table)) {
      throw new ResultFormatException(
          new Location(table.file(), 1, 1),
          "these are measurements, which do not say of what: export with --what trials");
    }
    if (!named && SluiceTable.is(table)) {
      SluiceTable.read(table, runs);
    } else if (!named && JmetalSummary.is(table)) {
      JmetalSummary.read(table, runs);
    } else {
      PlainTable.read(table, runs);
    }
  }
}
