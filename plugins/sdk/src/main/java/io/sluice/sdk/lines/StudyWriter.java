package io.sluice.sdk.lines;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialEvent.Started;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Appends to the files of one study. Cells and measurements go to the disk before the trials that
 * need them, so a trial that can be read is whole whenever the power fails. Measurements of a trial
 * that did not come to its end stay as lines that no trial speaks of. Summaries go to the disk
 * last: a trial that one of them counts is there if its row is kept at all.
 */
final class StudyWriter implements ResultWriter {

  private static final int MOST_BYTES = 1 << 23;

  private final StudyFolder folder;
  private final StudyLock lock;
  private final ResultHash hash;
  private final TrialIndex kept;
  private final List<Factor> factors;
  private final Map<Integer, Cell> writtenCells;
  private final LineAppender cells;
  private final LineAppender measurements;
  private final LineAppender trials;

  /** Null until there is a summary: most studies have none. */
  private LineAppender summaries;

  private long underWay = -1;
  private int measured;
  private long measuredAt;
  private boolean closed;

  /** A writer to a folder that was mended; takes the lock over. */
  StudyWriter(StudyFolder folder, StudyLock lock, StudyHeader header) throws IOException {
    this.folder = folder;
    this.lock = lock;
    hash = new ResultHash(header.id());
    factors = header.factors();
    cells = new LineAppender(folder, StudyFile.CELLS, factors);
    measurements = new LineAppender(folder, StudyFile.MEASUREMENTS, factors);
    trials = new LineAppender(folder, StudyFile.TRIALS, factors);
    writtenCells = folder.readCells(header.id(), factors);
    kept = TrialIndex.readSound(folder, header.id());
  }

  @Override
  public void write(TrialEvent event) {
    if (closed) {
      throw new ResultStoreException("the writer to " + folder.path() + " is closed");
    }
    try {
      if (!(event instanceof Started) && event.trial().index() != underWay) {
        begin(event.trial());
      }
      if (event instanceof Measured measurement) {
        append(measurement);
      } else if (event instanceof Finished finished) {
        append(finished);
        underWay = -1;
      } else {
        begin(event.trial());
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void begin(Trial trial) {
    underWay = trial.index();
    measured = 0;
    hash.clear();
    measuredAt = measurements.position();
  }

  private void append(Measured measurement) throws IOException {
    if (measurements.buffered() > MOST_BYTES) {
      measurements.drain();
    }
    MeasurementLine.write(measurements.lines(), measurement);
    hash.add(measurement);
    measured++;
  }

  private void append(Finished finished) throws IOException {
    if (finished.trial().index() > Integer.MAX_VALUE) {
      throw new ResultStoreException(
          "trial " + finished.trial().index() + " is beyond the last, " + Integer.MAX_VALUE);
    }
    int index = (int) finished.trial().index();
    Outcome outcome = finished.result().outcome();
    if (kept.hasWorthier(index, outcome)) {
      return;
    }
    kept.note(index, outcome);
    if (trials.buffered() + measurements.buffered() > MOST_BYTES) {
      drain();
    }
    append(finished.trial().cell());
    TrialLine.write(trials.lines(), finished, measured, measuredAt, hash.finish(finished));
  }

  private void append(Cell cell) throws IOException {
    Cell written = writtenCells.get(cell.index());
    if (written != cell) {
      if (!cell.equals(written)) {
        Cell whole = Cell.of(factors, cell.index(), cell.factors(), cell.hyperparameters());
        CellLine.write(cells.lines(), whole, hash.of(cell, factors));
      }
      writtenCells.put(cell.index(), cell);
    }
  }

  @Override
  public void write(CellSummary summary) {
    if (closed) {
      throw new ResultStoreException("the writer to " + folder.path() + " is closed");
    }
    try {
      append(summary.cell());
      if (summaries == null) {
        summaries = new LineAppender(folder, StudyFile.SUMMARIES, factors);
      }
      SummaryLine.write(summaries.lines(), summary, hash.of(summary));
      if (summaries.buffered() > MOST_BYTES) {
        flush();
      }
    } catch (IOException e) {
      throw failure(e);
    }
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
      if (summaries != null) {
        summaries.drain();
        summaries.force();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private ResultStoreException failure(IOException e) {
    return Disk.failure("results cannot be written to " + folder.path(), e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    LineAppender last = summaries;
    try (lock;
        cells;
        measurements;
        trials;
        last) {
      flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
