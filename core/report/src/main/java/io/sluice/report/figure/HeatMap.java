package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How two factors act together: a coloured cell for each pair of their levels. A page can show the
 * parts of the study for single levels of the other factors in its place, by any metric, and
 * sorted.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param rowName the factor whose levels are rows, such as {@code activation}
 * @param rows its levels, from the top
 * @param columnName the other factor, such as {@code optimizer}
 * @param columns its levels, from the left
 * @param factors the other factors and their levels; none if they have one level each
 * @param views the parts of the study; the first is drawn
 * @param first by what it is drawn
 */
public record HeatMap(
    String id,
    String caption,
    String rowName,
    List<String> rows,
    String columnName,
    List<String> columns,
    Map<String, List<String>> factors,
    List<View> views,
    Metric first) {

  /**
   * A part of the study.
   *
   * @param levels the levels of other factors it is about; about all of a factor that is not there
   * @param cells row by row; {@link Cell#NONE} where there was no trial
   */
  public record View(Map<String, String> levels, List<Cell> cells) {
    public View {
      levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
      cells = List.copyOf(cells);
    }
  }

  /**
   * What came of a pair of levels.
   *
   * @param success how many trials reached the target
   * @param cost the median cost of reaching it; infinite if fewer than half did
   * @param loss the median of the best losses
   * @param rank the mean rank, 1 for the best; NaN where ranks have no meaning
   */
  public record Cell(Share success, Estimate cost, Estimate loss, Estimate rank) {

    private static final Estimate UNKNOWN = Estimate.withoutInterval(Double.NaN);

    /** No trial. */
    public static final Cell NONE = new Cell(new Share(0, 0), UNKNOWN, UNKNOWN, UNKNOWN);

    public Cell {
      Objects.requireNonNull(success, "success");
      Objects.requireNonNull(cost, "cost");
      Objects.requireNonNull(loss, "loss");
      Objects.requireNonNull(rank, "rank");
    }
  }

  public HeatMap {
    Objects.requireNonNull(first, "first");
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    views = List.copyOf(views);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a heat map of no part of a study: " + id);
    }
    for (View view : views) {
      if (view.cells().size() != rows.size() * columns.size()) {
        throw new IllegalArgumentException(
            view.cells().size() + " cells for " + rows.size() + " × " + columns.size());
      }
    }
  }

  /** The drawing of the first view, its numbers, and the other views. */
  public Figure figure() {
    String svg = new HeatDrawing(this).svg();
    String shown = ShortNames.of(columns).captioned(ShortNames.of(rows).captioned(caption));
    return new Figure(shown, svg, table(), new HeatViews(this).json(svg.length()));
  }

  /** The metrics that have a value somewhere, the first one first. */
  List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>(List.of(first));
    for (Metric metric : Metric.values()) {
      boolean isKnown =
          views.stream()
              .flatMap(view -> view.cells().stream())
              .anyMatch(cell -> !Double.isNaN(metric.of(cell).value()));
      if (metric != first && isKnown) {
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private Table table() {
    Table.Builder table =
        Table.of(id, caption)
            .column(rowName, rowName)
            .column(columnName, columnName)
            .columns("trials");
    List<Metric> metrics = metrics();
    metrics.forEach(metric -> table.column(metric.key(), metric.heading()));
    for (int i = 0; i < rows.size() * columns.size(); i++) {
      Cell cell = views.get(0).cells().get(i);
      List<Value> row = new ArrayList<>();
      row.add(Value.of(rows.get(i / columns.size())));
      row.add(Value.of(columns.get(i % columns.size())));
      row.add(Value.of(cell.success().of()));
      metrics.forEach(metric -> row.add(new Value(metric.text(cell), metric.of(cell))));
      table.row(row);
    }
    return table.build();
  }
}
