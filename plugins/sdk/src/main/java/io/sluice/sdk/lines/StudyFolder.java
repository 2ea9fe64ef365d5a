package io.sluice.sdk.lines;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The folder of one study. */
record StudyFolder(Path path, LineFormat format) {

  private static final int LONGEST_NAME = 150;

  /** A trial that gives heads of files their names. */
  private static final Trial NONE =
      new Trial(0, "0".repeat(16), new Cell(0, Map.of(), Map.of()), 0);

  /**
   * The folder of the study with this id. Letters, digits, {@code _}, {@code -} and inner dots
   * stand for themselves, other bytes for {@code %} and two hexadecimal digits; of a very long name
   * the end is replaced by a hash.
   */
  static StudyFolder of(Path store, LineFormat format, String studyId) {
    StringBuilder name = new StringBuilder();
    for (byte b : studyId.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || b == '_'
              || b == '-'
              || b == '.' && name.length() > 0;
      if (plain) {
        name.append((char) b);
      } else {
        name.append('%').append(Character.forDigit(b >> 4 & 15, 16));
        name.append(Character.forDigit(b & 15, 16));
      }
    }
    if (name.length() > LONGEST_NAME) {
      UUID hash = UUID.nameUUIDFromBytes(studyId.getBytes(StandardCharsets.UTF_8));
      name.setLength(LONGEST_NAME);
      name.append('-').append(hash);
    }
    return new StudyFolder(store.resolve(name.toString()), format);
  }

  Path file(StudyFile file) {
    return path.resolve(format.fileName(file));
  }

  Path lock() {
    return path.resolve("lock");
  }

  /** Whether a study was begun here. */
  boolean exists() {
    return Files.exists(file(StudyFile.STUDY));
  }

  /** Replaces the header; whoever reads meanwhile sees the old or the new one. */
  void write(Begun begun) throws IOException {
    Disk.replace(file(StudyFile.STUDY), out -> out.write(begun.bytes(format)));
  }

  /**
   * Reads the header.
   *
   * @throws IOException if it cannot be read or is damaged
   * @throws ResultStoreException if a newer version wrote it
   */
  Begun read() throws IOException {
    Path file = file(StudyFile.STUDY);
    try {
      if (!format.hasHead()) {
        byte[] bytes = Files.readAllBytes(file);
        return Begun.of(reader -> format.read("", bytes, 0, bytes.length, reader));
      }
      try (LineReader reader = reader(StudyFile.STUDY)) {
        if (!reader.next()) {
          throw new IOException("it ends before its line does");
        }
        return reader.parse(Begun::of);
      }
    } catch (Begun.NewerException newer) {
      throw new ResultStoreException(
          file
              + " was written by a newer Sluice: "
              + newer.getMessage()
              + "; update Sluice or name another folder",
          newer);
    }
  }

  /**
   * Refuses a study of a newer version. A damaged header does not matter: who asks for a study by
   * its id knows it.
   */
  void refuseNewer() {
    try {
      read();
    } catch (IOException damaged) {
      // What needs the header says so.
    }
  }

  /** The factors that the header declares; of a damaged one those of the first studies. */
  List<Factor> factors() {
    try {
      return read().header().factors();
    } catch (IOException damaged) {
      return Factor.FIRST;
    }
  }

  /** The head of a file, as the format writes it; empty if it has none. */
  String head(StudyFile file, List<Factor> factors) throws IOException {
    if (!format.hasHead()) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LineWriter line = format.writer(file, bytes, true);
    switch (file) {
      case CELLS -> {
        Map<String, String> labels = new HashMap<>();
        factors.forEach(factor -> labels.put(factor.name(), ""));
        CellLine.write(line, Cell.of(factors, 0, labels, Map.of()), 0);
      }
      case TRIALS -> {
        TrialResult result = new TrialResult(Outcome.FAILED, 0, 0, 0, 0, 0, 0, List.of(), "");
        TrialLine.write(line, new Finished(NONE, result), 0, 0, 0);
      }
      case MEASUREMENTS -> MeasurementLine.write(line, new Measured(NONE, 0, 0, "", 0));
      case SUMMARIES -> SummaryLine.write(line, new CellSummary(NONE.cell(), "", ""), 0);
      default -> throw new IllegalArgumentException(file + " has a head of its own");
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  /** A reader of lines. Where the head can be but one, another in the file does not matter. */
  LineReader reader(StudyFile file) throws IOException {
    boolean fixed = file != StudyFile.STUDY && file != StudyFile.CELLS;
    return new LineReader(file(file), format, fixed ? head(file, List.of()) : null);
  }

  /** The cells written so far by index, without those whose lines are damaged. */
  Map<Integer, Cell> readCells(String studyId, List<Factor> factors) throws IOException {
    Map<Integer, Cell> cells = new HashMap<>();
    ResultHash hash = new ResultHash(studyId);
    try (LineReader reader = reader(StudyFile.CELLS)) {
      while (reader.next()) {
        reader
            .decodeIfSound(line -> CellLine.read(line, hash, factors))
            .ifPresent(cell -> cells.put(cell.index(), cell));
      }
    }
    return cells;
  }

  /** The summaries by the index of their cells, without those whose lines are damaged. */
  SortedMap<Integer, CellSummary> readSummaries(String studyId) throws IOException {
    SortedMap<Integer, CellSummary> summaries = new TreeMap<>();
    if (Files.exists(file(StudyFile.SUMMARIES))) {
      try (LineReader reader = reader(StudyFile.SUMMARIES)) {
        // The writer writes cells before summaries, so they are read after them.
        Map<Integer, Cell> cells = readCells(studyId, factors());
        ResultHash hash = new ResultHash(studyId);
        while (reader.next()) {
          reader
              .decodeIfSound(line -> SummaryLine.read(line, hash, cells))
              .ifPresent(summary -> summaries.put(summary.cell().index(), summary));
        }
      }
    }
    return summaries;
  }

  /**
   * Makes the files fit to be appended to: lines end in a line feed alone, heads are right, and of
   * trials and cells damaged lines are left out. A file that loses lines is kept beside the new
   * one.
   */
  void mend(StudyHeader header) throws IOException {
    ResultHash hash = new ResultHash(header.id());
    List<Factor> factors = header.factors();
    new Mending(this, StudyFile.MEASUREMENTS, factors).mend(false, StudyFolder::copy);
    new Mending(this, StudyFile.SUMMARIES, factors).mend(false, StudyFolder::copy);
    TrialLine.Checked trials = new TrialLine.Checked(hash);
    new Mending(this, StudyFile.TRIALS, factors)
        .mend(true, (line, out) -> line.decodeIfSound(trials).isPresent() && copy(line, out));
    new Mending(this, StudyFile.CELLS, factors)
        .mend(
            true,
            (line, out) -> {
              Cell cell = line.decodeIfSound(l -> CellLine.read(l, hash, factors)).orElse(null);
              if (cell != null) {
                LineWriter writer = format.writer(StudyFile.CELLS, out, false);
                CellLine.write(writer, cell, hash.of(cell, factors));
              }
              return cell != null;
            });
  }

  /**
   * Deletes everything but the lock; the header last, so that what is left can be deleted again.
   */
  void delete() throws IOException {
    for (int i = StudyFile.values().length - 1; i >= 0; i--) {
      Path file = file(StudyFile.values()[i]);
      Files.deleteIfExists(damaged(file));
      Files.deleteIfExists(Disk.draft(file));
      Files.deleteIfExists(file);
    }
    try {
      // While it is held, or another process could hold it and lose it.
      Files.deleteIfExists(lock());
    } catch (IOException openOnWindows) {
      // It is deleted when it is closed.
    }
  }

  /** Deletes what is left of a deleted study, unless somebody keeps something there. */
  void deleteLock() {
    try {
      Files.deleteIfExists(lock());
      Files.delete(path);
      Disk.forceNames(path.toAbsolutePath().getParent());
    } catch (IOException inUse) {
      // An empty folder is no study.
    }
  }

  /** What a file is called from which damaged lines were taken out. */
  static Path damaged(Path file) {
    return file.resolveSibling(file.getFileName() + ".damaged");
  }

  private static boolean copy(LineReader line, OutputStream out) throws IOException {
    out.write(line.bytes());
    return true;
  }
}
