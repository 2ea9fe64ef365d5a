package io.sluice.studies.export;

import io.sluice.sketch.CellSketch;
import io.sluice.sketch.NumberSketch;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what all trials of cells came to, one row for each number of a cell. Equal summaries give
 * equal bytes.
 */
public final class SummaryExport {

  private static final List<Integer> PERCENTS = List.of(1, 5, 25, 50, 75, 95, 99);

  private final StudyHeader header;
  private final Rows rows;

  /** Begins to write the rows of a study's cells, in csv or jsonl. */
  public SummaryExport(StudyHeader header, ExportFormat format, Appendable out) throws IOException {
    this.header = header;
    this.rows = ResultExport.rows(format, columns(header), out);
  }

  private static List<String> columns(StudyHeader header) {
    List<String> columns = new ArrayList<>(List.of("cell"));
    columns.addAll(Factor.names(header.factors()));
    columns.addAll(List.of("trials", "completed", "diverged", "failed"));
    columns.addAll(List.of("number", "count", "mean", "variance", "least"));
    PERCENTS.forEach(percent -> columns.add("q" + percent));
    columns.add("greatest");
    return columns;
  }

  /** Writes the rows of these cells. The stream is read to its end; the caller closes it. */
  public void write(Stream<CellSummary> summaries) throws IOException {
    for (Iterator<CellSummary> each = summaries.iterator(); each.hasNext(); ) {
      write(each.next());
    }
  }

  private void write(CellSummary summary) throws IOException {
    CellSketch sketch = CellSketch.of(summary.content());
    Map<String, NumberSketch> numbers = new LinkedHashMap<>();
    numbers.put("final_loss", sketch.finalLoss());
    numbers.put("best_loss", sketch.bestLoss());
    numbers.put("cost", sketch.cost());
    List<String> costs = ResultExport.costColumns(header);
    for (int i = 0; i < costs.size(); i++) {
      numbers.put(costs.get(i), sketch.hitCosts().get(i));
    }
    numbers.putAll(sketch.metrics());
    for (Map.Entry<String, NumberSketch> number : numbers.entrySet()) {
      rows.whole("cell", summary.cell().index());
      for (Factor factor : header.factors()) {
        rows.text(factor.name(), summary.cell().factor(factor.name()));
      }
      rows.whole("trials", sketch.trials());
      rows.whole("completed", sketch.count(Outcome.COMPLETED));
      rows.whole("diverged", sketch.count(Outcome.DIVERGED));
      rows.whole("failed", sketch.count(Outcome.FAILED));
      write(number.getKey(), number.getValue());
      rows.end();
    }
  }

  private void write(String name, NumberSketch sketch) throws IOException {
    boolean none = sketch.count() == 0;
    rows.text("number", name);
    rows.whole("count", sketch.count());
    rows.number("mean", sketch.mean());
    rows.number("variance", sketch.variance());
    rows.number("least", none ? Double.NaN : sketch.least());
    for (int percent : PERCENTS) {
      rows.number("q" + percent, sketch.quantile(percent / 100.0));
    }
    rows.number("greatest", none ? Double.NaN : sketch.greatest());
  }
}
