package io.sluice.studies.export;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code QualityIndicatorSummary.csv} of jMetal: the lowest loss of each trial, and what
 * had been spent when it first reached each target. All are better when lower. {@code Infinity}
 * stands for a target never reached, and for the loss of a trial that diverged or failed.
 */
final class JmetalTable implements RunWriter {

  /** The name that readers look for. */
  static final String FILE = "QualityIndicatorSummary.csv";

  private static final List<String> COLUMNS =
      List.of("Algorithm", "Problem", "IndicatorName", "ExecutionId", "IndicatorValue");

  private final RunNames names;
  private final Rows rows;
  private final List<String> indicators = new ArrayList<>();
  private final Map<List<String>, Integer> executions = new HashMap<>();

  JmetalTable(StudyHeader header, RunNames names, Appendable out) throws IOException {
    this.names = names;
    this.rows = new CsvRows(COLUMNS, out);
    indicators.add("best_loss");
    indicators.addAll(ResultExport.costColumns(header));
  }

  @Override
  public void run(TrialEvent.Finished trial, RunCurve curve) throws IOException {
    TrialResult result = trial.result();
    boolean lost = result.outcome() != Outcome.COMPLETED || Double.isNaN(result.bestLoss());
    String algorithm = names.algorithm(trial.trial().cell()).name();
    RunNames.Function function = names.function(trial.trial().cell());
    String problem = function.name() + (function.isFunction() ? "-" + function.dimension() : "");
    int execution = executions.merge(List.of(algorithm, problem), 1, Integer::sum) - 1;
    for (int i = 0; i < indicators.size(); i++) {
      rows.text("Algorithm", algorithm);
      rows.text("Problem", problem);
      rows.text("IndicatorName", indicators.get(i));
      rows.whole("ExecutionId", execution);
      double value =
          i == 0 ? (lost ? Double.NaN : result.bestLoss()) : result.hitCosts().get(i - 1);
      rows.text(
          "IndicatorValue", NumberText.of(Double.isNaN(value) ? Double.POSITIVE_INFINITY : value));
      rows.end();
    }
  }

  @Override
  public void end() {}
}
