package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What was measured beside what came of it: a strip of dots for each outcome, or for each class of
 * cost, with the median and quartiles.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param quantity what was measured, such as the saturated share of units
 * @param groups from the top
 */
public record Strips(String id, String caption, Quantity quantity, List<Group> groups) {

  /** Of more values than this, as many quantiles are drawn. */
  static final int MOST_DOTS = 120;

  private static final double HEIGHT = 46;
  private static final int ROWS_OF_DOTS = 5;

  /**
   * Trials of one outcome.
   *
   * @param name such as {@code reached the target}
   * @param values what was measured of each; NaN where it was not
   */
  public record Group(String name, double[] values) {
    public Group {
      Objects.requireNonNull(name, "name");
      values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    private double[] sorted() {
      return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    /** The median, with the quartiles as its interval; NaN of nothing. */
    private Estimate middle() {
      double[] sorted = sorted();
      return sorted.length == 0
          ? Estimate.withoutInterval(Double.NaN)
          : new Estimate(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
    }

    private double[] dots() {
      double[] sorted = sorted();
      return sorted.length <= MOST_DOTS
          ? sorted
          : IntStream.range(0, MOST_DOTS)
              .mapToDouble(i -> quantile(sorted, (i + 0.5) / MOST_DOTS))
              .toArray();
    }

    /** An order statistic: the value below which about the share of values lies. */
    private static double quantile(double[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(share * sorted.length))];
    }
  }

  public Strips {
    Objects.requireNonNull(quantity, "quantity");
    groups = List.copyOf(groups);
  }

  /** The drawing and its numbers. */
  public Figure figure() {
    return new Figure(caption, svg(), table());
  }

  private String svg() {
    Drawing drawing = new Drawing();
    List<IntervalRow> rows = groups.stream().map(this::row).toList();
    IntervalRow.Columns columns = IntervalRow.Columns.of(rows);
    double[] all = groups.stream().flatMapToDouble(group -> Arrays.stream(group.dots())).toArray();
    Scale scale = quantity.scale(all, columns.from() + 6, columns.to() - 6);
    double top = 8;
    double bottom = top + groups.size() * HEIGHT + 4;
    IntervalRow.axis(drawing, scale, quantity, top, bottom);
    for (int i = 0; i < rows.size(); i++) {
      double y = top + (i + 0.5) * HEIGHT;
      drawing.open(rows.get(i).name() + ": median and quartiles " + rows.get(i).text());
      rows.get(i).write(drawing, columns, y);
      drawing.path(dots(groups.get(i).dots(), scale, y), Series.classOf(i) + " dot");
      if (!Double.isNaN(rows.get(i).value().value())) {
        rows.get(i).whisker(drawing, scale, y, "whisker");
        double x = scale.at(rows.get(i).value().value());
        drawing.line(x, y - 9, x, y + 9, "whisker");
      }
      drawing.close();
    }
    return drawing.svg(
        caption,
        "A strip of dots for each of "
            + Drawing.listed(groups.stream().map(Group::name).toList())
            + ", with the median and quartiles of "
            + quantity.name()
            + ".",
        columns.width(),
        bottom + 50);
  }

  private IntervalRow row(Group group) {
    Estimate middle = group.middle();
    String text = Double.isNaN(middle.value()) ? "none" : quantity.text(middle);
    return new IntervalRow(group.name(), middle, text);
  }

  /** The dots of a strip as one path, in rows above and below its middle that follow in turn. */
  private static String dots(double[] values, Scale scale, double y) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      // Steps of two of five rows put neighbours two rows apart.
      int row = 2 * i % ROWS_OF_DOTS - ROWS_OF_DOTS / 2;
      double x = scale.at(values[i]);
      path.append('M').append(Drawing.at(x - 2.5, y + 7.0 * row));
      path.append("a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z");
    }
    return path.toString();
  }

  private Table table() {
    Table.Builder table =
        Table.of(id, caption)
            .method("The interval of a median is the one between the quartiles.")
            .columns("group", "trials")
            .column("median", quantity.name());
    for (Group group : groups) {
      List<Value> row = new ArrayList<>();
      row.add(Value.of(group.name()));
      row.add(Value.of(group.values.length));
      row.add(new Value(row(group).text(), group.middle()));
      table.row(row);
    }
    return table.build();
  }
}
