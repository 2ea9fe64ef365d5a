package io.sluice.analysis;

import io.sluice.spi.Cell;
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

  private final StudyHeader header;
  private final int targets;
  private final Map<Integer, CellSamples> byIndex = new HashMap<>();
  private final Map<String, Integer> metrics = new HashMap<>();
  private final Map<Long, Failure.Message> failures = new TreeMap<>();
  private final Convergence convergence;
  private CellSamples latest;
  private long cancelled;
  private int repeats = 1;

  /** A collector of the trials of this study. */
  public RowCollector(StudyHeader header) {
    this.header = header;
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
   * Takes a trial; one taken before is replaced. A cancelled trial is only counted.
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
    samples(trial).put(trial.repeat(), result);
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
    samples(measured.trial()).measure(place, measured.trial().repeat(), measured.value());
  }

  private CellSamples samples(Trial trial) {
    repeats = Math.max(repeats, trial.repeat() + 1);
    Cell cell = trial.cell();
    if (latest == null || latest.cell() != cell) {
      latest =
          byIndex.computeIfAbsent(cell.index(), index -> new CellSamples(cell, targets, repeats));
    }
    return latest;
  }

  /** The trials so far. Once more are taken, rows that were given out before are void. */
  public StudyRows rows() {
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
