package io.sluice.studies.export;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Factor;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TableFormat;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes what a store kept, one row for each trial or measurement, in the order given. A row holds
 * nothing of the machine, the time or the run that made it, so the same results are the same bytes.
 * Every number reads back as the same double.
 */
public final class ResultExport {

  private ResultExport() {}

  /** The columns of the trials' rows, in order. */
  public static List<String> trialColumns(StudyHeader header) {
    List<String> columns = new ArrayList<>(List.of("trial", "key"));
    columns.addAll(Factor.names(header.factors()));
    columns.addAll(
        List.of(
            "repeat",
            "outcome",
            "steps",
            "cost",
            "initial_loss",
            "final_loss",
            "best_loss",
            "best_cost"));
    columns.addAll(costColumns(header));
    columns.addAll(List.of("hyperparameters", "message"));
    return columns;
  }

  /** The columns of the measurements' rows, in order. */
  public static List<String> measurementColumns() {
    return List.of("trial", "key", "step", "cost", "metric", "value");
  }

  /**
   * Writes one row for each trial. The stream is read to its end; the caller closes it.
   *
   * @param header the study the trials belong to; decides the columns
   */
  public static void writeTrials(
      StudyHeader header, Stream<TrialEvent.Finished> trials, ExportFormat format, Appendable out)
      throws IOException {
    write(header, trials, rows(format, trialColumns(header), out));
  }

  /** Writes the same into a table with the {@link #trialColumns}; the caller closes it. */
  public static void writeTrials(
      StudyHeader header, Stream<TrialEvent.Finished> trials, TableFormat.Writer table)
      throws IOException {
    write(header, trials, new TableRows(table));
  }

  private static void write(StudyHeader header, Stream<TrialEvent.Finished> trials, Rows rows)
      throws IOException {
    List<String> costColumns = costColumns(header);
    Iterator<TrialEvent.Finished> events = trials.iterator();
    while (events.hasNext()) {
      TrialEvent.Finished event = events.next();
      TrialResult result = event.result();
      identify(rows, event.trial());
      for (Factor factor : header.factors()) {
        rows.text(factor.name(), event.trial().cell().factor(factor.name()));
      }
      rows.whole("repeat", event.trial().repeat());
      rows.text("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
      rows.whole("steps", result.steps());
      rows.number("cost", result.cost());
      rows.number("initial_loss", result.initialLoss());
      rows.number("final_loss", result.finalLoss());
      rows.number("best_loss", result.bestLoss());
      rows.number("best_cost", result.bestCost());
      for (int i = 0; i < costColumns.size(); i++) {
        rows.number(costColumns.get(i), result.hitCosts().get(i));
      }
      rows.numbers("hyperparameters", event.trial().cell().hyperparameters());
      rows.text("message", result.message());
      rows.end();
    }
  }

  /** Writes one row for each measurement. The stream is read to its end; the caller closes it. */
  public static void writeMeasurements(
      Stream<TrialEvent.Measured> measurements, ExportFormat format, Appendable out)
      throws IOException {
    write(measurements, rows(format, measurementColumns(), out));
  }

  /** Writes the same into a table with the {@link #measurementColumns}; the caller closes it. */
  public static void writeMeasurements(
      Stream<TrialEvent.Measured> measurements, TableFormat.Writer table) throws IOException {
    write(measurements, new TableRows(table));
  }

  private static void write(Stream<TrialEvent.Measured> measurements, Rows rows)
      throws IOException {
    Iterator<TrialEvent.Measured> events = measurements.iterator();
    while (events.hasNext()) {
      TrialEvent.Measured event = events.next();
      identify(rows, event.trial());
      rows.whole("step", event.step());
      rows.number("cost", event.cost());
      rows.text("metric", event.metric());
      rows.number("value", event.value());
      rows.end();
    }
  }

  static void identify(Rows rows, Trial trial) throws IOException {
    rows.whole("trial", trial.index());
    rows.text("key", trial.key());
  }

  static List<String> costColumns(StudyHeader header) {
    return header.targets().stream().map(target -> "cost_to_" + NumberText.of(target)).toList();
  }

  static Rows rows(ExportFormat format, List<String> columns, Appendable out) throws IOException {
    return format == ExportFormat.CSV ? new CsvRows(columns, out) : new JsonRows(out);
  }
}
