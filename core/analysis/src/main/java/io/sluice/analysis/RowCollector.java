package io.sluice.analysis;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the finished trials of one study, in any order, with the last value of each metric. It
 * is a sink too: a run that it listens to need not be read back from the store for its report.
 *
 * <pre>{@code
 * RowCollector collector = new RowCollector(header);
 * laboratory.run(plan, header, store, List.of(collector), options, cancellation);
 * StudyReport report = StudyReport.of(collector.rows());
 * }</pre>
 */
public final class RowCollector implements ResultSink {

  /**
   * So many trials have rows at most. Of more the first of each cell have, and the others become
   * sketches.
   */
  public static final int MOST_ROWS = 1_000_000;

  private final StudyHeader header;
  private final int mostRows;
  private final int targets;
  private final Map<Integer, CellSamples> byIndex = new HashMap<>();
  private final Map<String, Integer> metrics = new HashMap<>();
  private final Map<Long, Failure.Message> failures = new TreeMap<>();
  private final Convergence convergence;
  private CellSamples latest;
  private long cancelled;
  private int repeats = 1;

  /** Rows are dropped from this repeat on; a power of 2. */
  private int firstDropped = 1 << 30;

  private int rows;

  /** The trial without a row that is being measured, and the last values so far. */
  private Trial measuredTrial;

  private final Map<String, Double> last = new HashMap<>();

  /** A collector of the trials of this study. */
  public RowCollector(StudyHeader header) {
    this(header, MOST_ROWS);
  }

  /** A collector that holds so many rows. */
  RowCollector(StudyHeader header, int mostRows) {
    this.header = header;
    this.mostRows = mostRows;
    this.targets = header.targets().size();
    this.convergence = new Convergence(header);
  }

  @Override
  public ResultWriter open(StudyHeader opened) {
    if (!opened.id().equals(header.id())) {
      throw new IllegalArgumentException(
          "this collects the trials of " + header.id() + ", not of " + opened.id());
    }
    return event -> {
      if (event instanceof TrialEvent.Finished) {
        add((TrialEvent.Finished) event);
      } else if (event instanceof TrialEvent.Measured) {
        add((TrialEvent.Measured) event);
      }
    };
  }

  /**
   * Takes a trial; one taken before is replaced, if it has a row. A cancelled trial is only
   * counted.
   *
   * @throws IllegalArgumentException if it has not one hit cost for each target of the study
   */
  public void add(TrialEvent.Finished row) {
    Trial trial = row.trial();
    TrialResult result = row.result();
    if (result.outcome() == Outcome.CANCELLED) {
      cancelled++;
      return;
    }
    if (result.hitCosts().size() != targets) {
      throw new IllegalArgumentException(
          "trial "
              + trial.key()
              + " has "
              + result.hitCosts().size()
              + " hit costs, but the study has "
              + targets
              + " targets");
    }
    if (trial.repeat() >= firstDropped) {
      drop(row);
      return;
    }
    if (samples(trial).put(trial.repeat(), result) && ++rows > mostRows) {
      dropMore();
    }
    if (result.outcome() == Outcome.FAILED) {
      failures.put(trial.index(), new Failure.Message(result.message(), trial.key()));
    } else {
      failures.remove(trial.index());
    }
  }

  /**
   * Takes a measurement, before or after its trial is finished. Of each metric of a trial the one
   * taken last counts.
   */
  public void add(TrialEvent.Measured measured) {
    int place = metrics.computeIfAbsent(measured.metric(), name -> metrics.size());
    convergence.add(measured);
    if (measured.trial().repeat() >= firstDropped) {
      measureDropped(measured);
      return;
    }
    samples(measured.trial()).measure(place, measured.trial().repeat(), measured.value());
  }

  /** Takes a cell's summary, which counts all its trials, those with rows among them. */
  public void add(CellSummary summary) {
    samples(summary.cell()).summarize(summary.content());
  }

  private void drop(TrialEvent.Finished row) {
    Trial trial = row.trial();
    boolean isMeasured = measuredTrial != null && measuredTrial.index() == trial.index();
    samples(trial.cell()).drop(trial.repeat(), row.result(), isMeasured ? last : null);
    if (isMeasured) {
      forgetMeasured();
    }
  }

  private void measureDropped(TrialEvent.Measured measured) {
    if (measuredTrial == null || measuredTrial.index() != measured.trial().index()) {
      endMeasured();
      measuredTrial = measured.trial();
    }
    last.put(measured.metric(), measured.value());
  }

  private void endMeasured() {
    if (measuredTrial != null) {
      samples(measuredTrial.cell()).measureDropped(measuredTrial.repeat(), last);
    }
    forgetMeasured();
  }

  private void forgetMeasured() {
    measuredTrial = null;
    last.clear();
  }

  /** The repeats that are left depend on the trials alone, not on their order. */
  private void dropMore() {
    String[] names = new String[metrics.size()];
    metrics.forEach((name, place) -> names[place] = name);
    while (rows > mostRows && firstDropped > 1) {
      firstDropped /= 2;
      byIndex.forEach((index, cell) -> rows -= cell.dropFrom(firstDropped, List.of(names)));
    }
    repeats = Math.min(repeats, firstDropped);
  }

  private CellSamples samples(Trial trial) {
    CellSamples samples = samples(trial.cell());
    repeats = Math.max(repeats, Math.min(firstDropped, trial.repeat() + 1));
    return samples;
  }

  private CellSamples samples(Cell cell) {
    if (latest == null || latest.cell() != cell) {
      latest =
          byIndex.computeIfAbsent(cell.index(), index -> new CellSamples(cell, targets, repeats));
    }
    return latest;
  }

  /** The trials so far. Once more are taken, rows that were given out before are void. */
  public StudyRows rows() {
    endMeasured();
    List<CellSamples> cells = new ArrayList<>(new TreeMap<>(byIndex).values());
    cells.removeIf(cell -> cell.trials() == 0);
    cells.forEach(CellSamples::settle);
    return new StudyRows(
        header,
        cells,
        cancelled,
        new TreeMap<>(metrics),
        Failure.of(failures.values()),
        convergence.curves(),
        List.of());
  }
}
