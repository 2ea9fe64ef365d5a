package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Differences with their intervals beside the line of no difference.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param quantity what differs; if its spacing is logarithmic, values are ratios and the line is at
 *     1
 * @param rows from the top
 */
public record Forest(String id, String caption, Quantity quantity, List<Row> rows) {

  /** Rows beyond this many are in the table alone. */
  static final int MOST = 40;

  /**
   * A difference.
   *
   * @param name who is compared, such as {@code relu + adam}
   * @param difference how far it is from the other
   */
  public record Row(String name, Estimate difference) {
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(difference, "difference");
    }
  }

  public Forest {
    Objects.requireNonNull(quantity, "quantity");
    rows = List.copyOf(rows);
  }

  /** The drawing and its numbers. */
  public Figure figure() {
    return new Figure(caption, svg(), table());
  }

  private String svg() {
    Drawing drawing = new Drawing();
    List<IntervalRow> shown =
        rows.stream()
            .limit(MOST)
            .map(row -> new IntervalRow(row.name(), row.difference(), difference(row.difference())))
            .toList();
    IntervalRow.Columns columns = IntervalRow.Columns.of(shown);
    double none = quantity.spacing() == Quantity.Spacing.LOGARITHMIC ? 1 : 0;
    double[] ends =
        Stream.concat(
                Stream.of(none),
                shown.stream()
                    .map(IntervalRow::value)
                    .flatMap(value -> Stream.of(value.value(), value.lower(), value.upper())))
            .mapToDouble(end -> end)
            .toArray();
    // Differences of shares are shares that may be below 0, so their scale is a linear one.
    Quantity.Spacing spacing = none == 1 ? Quantity.Spacing.LOGARITHMIC : Quantity.Spacing.LINEAR;
    Scale scale = Scale.of(spacing, ends, columns.from() + 6, columns.to() - 6);
    double top = 8;
    double bottom = top + shown.stream().mapToDouble(IntervalRow::height).sum() + 4;
    IntervalRow.axis(drawing, scale, quantity, top, bottom);
    drawing.line(scale.at(none), top, scale.at(none), bottom, "zero");
    double y = top;
    for (IntervalRow row : shown) {
      draw(drawing, row, scale, columns, none, y + row.height() / 2);
      y += row.height();
    }
    double height = bottom + 46;
    if (rows.size() > MOST) {
      drawing.text(8, height + 8, "quiet", "and " + (rows.size() - MOST) + " more in the table");
      height += Lettering.LINE;
    }
    return drawing.svg(
        caption,
        "A mark with its 95 % interval for each row. Where the interval crosses the line at "
            + quantity.text(none)
            + " the difference may be none; otherwise the mark is filled.",
        columns.width(),
        height + 4);
  }

  private static void draw(
      Drawing drawing,
      IntervalRow row,
      Scale scale,
      IntervalRow.Columns columns,
      double none,
      double y) {
    Estimate value = row.value();
    boolean isApart = value.hasInterval() && (value.lower() > none || value.upper() < none);
    drawing.open(row.name() + ": " + row.text());
    row.write(drawing, columns, y);
    row.whisker(drawing, scale, y, "whisker");
    if (!Double.isNaN(value.value())) {
      double x = scale.at(value.value());
      drawing.rectangle(x - 4, y - 4, 8, 8, isApart ? "s2 bar" : "s2 hollow");
    }
    drawing.close();
  }

  private String difference(Estimate value) {
    return quantity.text(value);
  }

  private Table table() {
    Table.Builder table =
        Table.of(id, caption).columns("name").column("difference", quantity.name());
    rows.forEach(
        row ->
            table.row(
                Value.of(row.name()), new Value(difference(row.difference()), row.difference())));
    return table.build();
  }
}
