package io.sluice.store.jsonl;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Appends to the files of one study. Cells and measurements go to the disk before the trials that
 * need them, so a trial that can be read is whole whenever the power fails. Measurements wait for
 * the end of their trial.
 */
final class JsonlWriter implements ResultWriter {

  private static final int MOST_BYTES = 1 << 23;

  private final StudyFolder folder;
  private final StudyLock lock;
  private final ResultHash hash;
  private final TrialIndex kept;
  private final Map<Integer, Cell> writtenCells;
  private final LineAppender cells;
  private final LineAppender measurements;
  private final LineAppender trials;
  private final List<Measured> unfinished = new ArrayList<>();
  private boolean closed;

  /** A writer to a folder that was mended; takes the lock over. */
  JsonlWriter(StudyFolder folder, StudyLock lock, String studyId) throws IOException {
    this.folder = folder;
    this.lock = lock;
    hash = new ResultHash(studyId);
    cells = new LineAppender(folder.cells());
    measurements = new LineAppender(folder.measurements());
    trials = new LineAppender(folder.trials());
    writtenCells = folder.readCells(studyId);
    kept = TrialIndex.readSound(folder.trials(), studyId);
  }

  @Override
  public void write(TrialEvent event) {
    if (closed) {
      throw new ResultStoreException("the writer to " + folder.path() + " is closed");
    }
    try {
      if (event instanceof Measured measured) {
        dropUnfinishedOfAnotherThan(event);
        unfinished.add(measured);
      } else if (event instanceof Finished finished) {
        dropUnfinishedOfAnotherThan(event);
        append(finished);
      } else {
        unfinished.clear();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void dropUnfinishedOfAnotherThan(TrialEvent event) {
    if (!unfinished.isEmpty() && unfinished.get(0).trial().index() != event.trial().index()) {
      unfinished.clear();
    }
  }

  private void append(Finished finished) throws IOException {
    if (finished.trial().index() > Integer.MAX_VALUE) {
      throw new ResultStoreException(
          "trial " + finished.trial().index() + " is beyond the last, " + Integer.MAX_VALUE);
    }
    int index = (int) finished.trial().index();
    Outcome outcome = finished.result().outcome();
    if (kept.hasWorthier(index, outcome)) {
      unfinished.clear();
      return;
    }
    kept.note(index, outcome);
    if (trials.buffered() + measurements.buffered() > MOST_BYTES) {
      drain();
    }
    Cell cell = finished.trial().cell();
    Cell written = writtenCells.get(cell.index());
    if (written != cell) {
      if (!cell.equals(written)) {
        CellLine.write(cells.json(), cell, hash.of(cell));
        cells.endLine();
      }
      writtenCells.put(cell.index(), cell);
    }
    long measurementsAt = measurements.position();
    for (Measured measured : unfinished) {
      MeasurementLine.write(measurements.json(), measured);
      measurements.endLine();
      hash.add(measured);
    }
    TrialLine.write(
        trials.json(), finished, unfinished.size(), measurementsAt, hash.finish(finished));
    trials.endLine();
    unfinished.clear();
  }

  private void drain() throws IOException {
    cells.drain();
    measurements.drain();
    cells.force();
    measurements.force();
    trials.drain();
  }

  @Override
  public void flush() {
    try {
      drain();
      trials.force();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private ResultStoreException failure(IOException e) {
    return new ResultStoreException(
        "results cannot be written to " + folder.path() + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock;
        cells;
        measurements;
        trials) {
      flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
