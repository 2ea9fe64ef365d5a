package io.sluice.store.jsonl;

import io.sluice.spi.Cell;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the trials kept when it was made, in the order of their index. */
final class StudyReader implements Closeable {

  private final StudyFolder folder;
  private final TrialIndex index;
  private final Map<Integer, Cell> cells;
  private final LineReader trials;
  private final LineReader measurements;

  StudyReader(StudyFolder folder) throws IOException {
    this.folder = folder;
    // The writer writes cells before trials, so they are read after them.
    index = TrialIndex.read(folder.trials());
    cells = folder.readCells();
    trials = new LineReader(folder.trials());
    try {
      measurements = new LineReader(folder.measurements());
    } catch (IOException e) {
      trials.close();
      throw e;
    }
  }

  Stream<Finished> trials() {
    return IntStream.range(0, index.size()).mapToObj(this::trial);
  }

  private Finished trial(int i) {
    trials.seek(index.offset(i));
    advance(trials, folder.trials());
    return trials.decode(parser -> TrialLine.read(parser).finished(cells));
  }

  Stream<Measured> measurements() {
    return IntStream.range(0, index.size()).boxed().flatMap(i -> measurements(i).stream());
  }

  private List<Measured> measurements(int i) {
    trials.seek(index.offset(i));
    advance(trials, folder.trials());
    return trials.decode(
        parser -> {
          TrialLine line = TrialLine.read(parser);
          return line.measurements() == 0 ? List.of() : measurements(line);
        });
  }

  private List<Measured> measurements(TrialLine line) {
    List<Measured> measured = new ArrayList<>(line.measurements());
    Trial trial = line.trial(cells);
    measurements.seek(line.measurementsAt());
    for (int i = 0; i < line.measurements(); i++) {
      advance(measurements, folder.measurements());
      measured.add(measurements.decode(parser -> MeasurementLine.read(parser, trial)));
    }
    return measured;
  }

  private static void advance(LineReader reader, Path file) {
    try {
      if (!reader.next()) {
        throw new ResultStoreException(file + " ends before lines that trials.jsonl speaks of");
      }
    } catch (IOException e) {
      throw new ResultStoreException(file + " cannot be read: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    trials.close();
    measurements.close();
  }
}
