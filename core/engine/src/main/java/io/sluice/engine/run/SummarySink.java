package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.study.Keep;
import io.sluice.sketch.CellSketch;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Stands before the store of a study that keeps summaries: rows of the first trials of each cell go
 * on to it, and at each flush the summaries of the cells that got trials. A trial is in a summary
 * at most once, and the same trials give the same summary, in whatever order they come. Held are
 * sketches of the cells that are under way, and a bit for each trial.
 */
final class SummarySink implements ResultSink {

  private final StudyPlan plan;
  private final Keep keep;
  private final ResultStore store;
  private final int repeats;
  private final BitSet counted = new BitSet();

  /** Of the cells that have some of their trials, and of those that are not flushed yet. */
  private final Map<Integer, CellSketch> sketches = new HashMap<>();

  /**
   * @throws ResultStoreException if the store keeps no summaries
   */
  SummarySink(StudyPlan plan, ResultStore store) {
    this.plan = plan;
    this.keep = plan.spec().keep();
    this.store = store;
    this.repeats = plan.spec().repeats();
    if (!store.keepsSummaries()) {
      throw new ResultStoreException(
          "the study keeps summaries, and stores of this kind have no room for them: name another"
              + " with --store, such as sqlite:results/sluice.db, or leave out \"keep\"");
    }
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    ResultWriter writer = store.open(header);
    counted.clear();
    sketches.clear();
    try (Stream<CellSummary> kept = store.summaries(header.id())) {
      kept.forEach(this::goOnWith);
    } catch (RuntimeException failure) {
      writer.close();
      throw failure;
    }
    return new Writer(writer);
  }

  private void goOnWith(CellSummary summary) {
    int cell = summary.cell().index();
    CellSketch sketch;
    try {
      sketch = CellSketch.of(summary.content());
    } catch (IllegalArgumentException unknown) {
      throw new ResultStoreException(
          "the summary of cell " + cell + " cannot be gone on with: " + unknown.getMessage(),
          unknown);
    }
    summary.addTrialsTo(counted);
    if (!isWhole(cell)) {
      sketches.put(cell, sketch);
    }
  }

  private boolean isWhole(int cell) {
    int first = Math.multiplyExact(cell, repeats);
    return counted.nextClearBit(first) >= first + repeats;
  }

  /**
   * The trials that need not be run again.
   *
   * @param rows of which the store has sound rows
   */
  BitSet sound(BitSet rows) {
    BitSet sound = (BitSet) counted.clone();
    long trials = plan.trials();
    for (long first = 0; first < trials; first += repeats) {
      for (long trial = first; trial < first + Math.min(keep.rows(), repeats); trial++) {
        if (!rows.get((int) trial)) {
          sound.clear((int) trial);
        }
      }
    }
    return sound;
  }

  private final class Writer implements ResultWriter {
    private final ResultWriter rows;
    private final Map<String, Double> last = new TreeMap<>();

    /** A trial of each cell that got some since the last flush. */
    private final Map<Integer, Trial> grown = new TreeMap<>();

    Writer(ResultWriter rows) {
      this.rows = rows;
    }

    @Override
    public void write(TrialEvent event) {
      Trial trial = event.trial();
      if (keep.hasRow(trial.repeat())) {
        rows.write(event);
      }
      if (event instanceof TrialEvent.Started) {
        last.clear();
      } else if (event instanceof TrialEvent.Measured) {
        TrialEvent.Measured measured = (TrialEvent.Measured) event;
        last.put(measured.metric(), measured.value());
      } else if (event instanceof TrialEvent.Finished) {
        count((TrialEvent.Finished) event);
        last.clear();
      }
    }

    private void count(TrialEvent.Finished finished) {
      Trial trial = finished.trial();
      int index = (int) trial.index();
      if (finished.result().outcome() == Outcome.CANCELLED || counted.get(index)) {
        return;
      }
      int cell = trial.cell().index();
      sketches
          .computeIfAbsent(cell, none -> new CellSketch(plan.spec().targets().size()))
          .add(finished.result(), last);
      counted.set(index);
      grown.put(cell, trial);
    }

    @Override
    public void flush() {
      writeSummaries();
      rows.flush();
      for (int cell : grown.keySet()) {
        if (isWhole(cell)) {
          sketches.remove(cell);
        }
      }
      grown.clear();
    }

    private void writeSummaries() {
      grown.forEach(
          (cell, trial) -> {
            int first = cell * repeats;
            rows.write(
                CellSummary.of(
                    trial.cell(), counted, first, first + repeats, sketches.get(cell).text()));
          });
    }

    @Override
    public void close() {
      try (rows) {
        flush();
      }
    }
  }
}
