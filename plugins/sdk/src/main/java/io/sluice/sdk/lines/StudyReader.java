package io.sluice.sdk.lines;

import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the trials kept when it was made, in the order of their index. */
final class StudyReader implements Closeable {

  private final StudyFolder folder;
  private final String studyId;
  private final ResultHash hash;
  private final TrialIndex index;
  private final Map<Integer, Cell> cells;
  private final LineReader trials;
  private final LineReader measurements;
  private final LineEnds measurementEnds;

  /**
   * A reader of a study that was begun.
   *
   * @param index the lines that count
   */
  StudyReader(StudyFolder folder, String studyId, TrialIndex index) throws IOException {
    this.folder = folder;
    this.studyId = studyId;
    this.index = index;
    hash = new ResultHash(studyId);
    // The writer writes cells before trials, so they are read after them.
    cells = folder.readCells(studyId, folder.factors());
    trials = folder.reader(StudyFile.TRIALS);
    try {
      measurements = folder.reader(StudyFile.MEASUREMENTS);
      measurementEnds = LineEnds.of(folder.file(StudyFile.MEASUREMENTS));
    } catch (IOException e) {
      trials.close();
      throw e;
    }
  }

  /** A line and what it says. */
  private record Kept(TrialLine line, Finished finished) {}

  private Kept kept(LineReader.Line fields) throws IOException {
    TrialLine line = TrialLine.read(fields);
    if (!cells.containsKey(line.cell())) {
      throw new IOException(
          folder.format().fileName(StudyFile.CELLS) + " has no cell " + line.cell());
    }
    return new Kept(line, line.finished(cells));
  }

  Stream<Finished> trials() {
    return IntStream.range(0, index.size())
        .mapToObj(
            i -> {
              goTo(i);
              return trials.decode(this::kept).finished();
            });
  }

  Stream<Measured> measurements() {
    return IntStream.range(0, index.size()).boxed().flatMap(i -> measurements(i).stream());
  }

  private List<Measured> measurements(int i) {
    goTo(i);
    Kept kept = trials.decode(this::kept);
    TrialLine line = kept.line();
    Trial trial = kept.finished().trial();
    List<Measured> measured = new ArrayList<>(line.measurements());
    hash.clear();
    try {
      measurementEnds.seek(measurements, line.measurementsAt());
      for (int k = 0; k < line.measurements(); k++) {
        if (!measurements.next()) {
          throw damaged(
              i, folder.file(StudyFile.MEASUREMENTS) + " ends before its measurements do");
        }
        measured.add(measurements.decode(fields -> MeasurementLine.read(fields, trial)));
      }
    } catch (IOException e) {
      throw new ResultStoreException(
          folder.file(StudyFile.MEASUREMENTS) + " cannot be read: " + e, e);
    }
    measured.forEach(hash::add);
    if (!line.measurementsFit(hash)) {
      throw damaged(
          i,
          "its measurements in "
              + folder.file(StudyFile.MEASUREMENTS)
              + " do not fit their checksum");
    }
    return measured;
  }

  private void goTo(int i) {
    trials.seek(index.offset(i));
    try {
      if (!trials.next()) {
        throw damaged(i, folder.file(StudyFile.TRIALS) + " became shorter");
      }
    } catch (IOException e) {
      throw new ResultStoreException(folder.file(StudyFile.TRIALS) + " cannot be read: " + e, e);
    }
  }

  private ResultStoreException damaged(int i, String reason) {
    return ResultStoreException.damaged(
        "trial " + index.trial(i) + " of the study \"" + studyId + "\"", reason);
  }

  /** The trials that need not be run again and are as they were written. */
  BitSet sound() throws IOException {
    BitSet sound = new BitSet();
    for (int i = 0; i < index.size(); i++) {
      goTo(i);
      Optional<Kept> kept = trials.decodeIfSound(this::kept);
      sound.set(
          index.trial(i),
          kept.isPresent()
              && kept.get().line().outcome() != Outcome.CANCELLED
              && measurementsAreSound(kept.get()));
    }
    return sound;
  }

  private boolean measurementsAreSound(Kept kept) throws IOException {
    TrialLine line = kept.line();
    Trial trial = kept.finished().trial();
    hash.clear();
    measurementEnds.seek(measurements, line.measurementsAt());
    for (int k = 0; k < line.measurements(); k++) {
      Optional<Measured> measured =
          measurements.next()
              ? measurements.decodeIfSound(fields -> MeasurementLine.read(fields, trial))
              : Optional.empty();
      if (measured.isEmpty()) {
        return false;
      }
      hash.add(measured.get());
    }
    return line.measurementsFit(hash);
  }

  @Override
  public void close() throws IOException {
    try (trials) {
      measurements.close();
    }
  }
}
