package io.sluice.report.figure;

import static io.sluice.report.figure.Drawing.number;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays out a {@link HeatMap}: names at the left and above, cells with their values where there is
 * room, the legend below. The script of a page moves cells and names by their {@code transform}.
 */
final class HeatDrawing {

  /** With more cells than this, a cell's title has only the metric that is drawn. */
  static final int MANY_CELLS = 400;

  private static final int MANY_ROWS = 40;
  private static final int MANY_COLUMNS = 12;
  private static final double LOW_ROW = 19;
  private static final double HIGH_ROW = 25;
  private static final double NARROW_COLUMN = 22;
  private static final double BROADEST_COLUMN = 100;
  private static final double MOST_FOR_NAMES = 160;
  private static final double MOST_FOR_SLOPING = 190;
  private static final double MARGIN = 8;
  private static final double LEGEND = 86;
  private static final String MARKS = "outlined: never; blank: unknown";

  /** Column names that do not fit stand on a slope, whose sine and cosine are about this. */
  private static final double SLOPE = 0.72;

  private final HeatMap map;
  private final List<HeatMap.Cell> cells;
  private final ShortNames rowNames;
  private final ShortNames columnNames;
  private final double left;
  private final double top;
  private final double columnWidth;
  private final double rowHeight;
  private final double overhang;
  private final boolean isSloping;
  private final boolean hasTexts;

  HeatDrawing(HeatMap map) {
    this.map = map;
    cells = map.views().get(0).cells();
    rowNames = ShortNames.of(map.rows());
    columnNames = ShortNames.of(map.columns());
    int columns = Math.max(1, map.columns().size());
    left =
        MARGIN + Lettering.room(map.rows().stream().map(rowNames::of).toList(), MOST_FOR_NAMES) + 8;
    hasTexts = columns <= MANY_COLUMNS;
    double widestText = hasTexts ? Lettering.width("99.9 %") + 6 : NARROW_COLUMN;
    for (HeatMap.View view : hasTexts ? map.views() : List.<HeatMap.View>of()) {
      for (Metric metric : map.metrics()) {
        for (HeatMap.Cell cell : view.cells()) {
          widestText =
              Math.max(widestText, 6 + Lettering.width(Metric.withoutInterval(metric.text(cell))));
        }
      }
    }
    double longest =
        Lettering.room(map.columns().stream().map(columnNames::of).toList(), MOST_FOR_SLOPING);
    isSloping =
        longest > Math.max(widestText, (Drawing.WIDTH - left - MARGIN) / columns) - 6
            || longest == MOST_FOR_SLOPING;
    overhang = isSloping ? SLOPE * longest : MARGIN;
    double spread = (Drawing.WIDTH - left - overhang) / columns;
    columnWidth =
        hasTexts ? Math.max(widestText, Math.min(BROADEST_COLUMN, spread)) : NARROW_COLUMN;
    rowHeight = map.rows().size() > MANY_ROWS ? LOW_ROW : HIGH_ROW;
    top = MARGIN + (isSloping ? SLOPE * longest + 18 : Lettering.LINE) + 4;
  }

  /** The text of the drawing. */
  String svg() {
    Drawing drawing = new Drawing();
    names(drawing);
    Metric.Range range = map.first().range(cells);
    StringBuilder tiles = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      tiles.append(cell(i, range));
    }
    double bottom = top + rowHeight * map.rows().size();
    double legend = Math.max(Metric.STEPS * NARROW_COLUMN, Lettering.width(MARKS));
    double least = left + legend + MARGIN;
    double width = Math.max(least, left + columnWidth * map.columns().size() + overhang);
    drawing.raw("<g class=\"cells\">\n" + tiles + "</g>\n");
    legend(drawing, range, bottom + 14);
    return drawing.svg(
        map.caption(),
        "A cell for each "
            + map.rowName()
            + " (row) and "
            + map.columnName()
            + " (column), coloured by "
            + map.first().heading()
            + ": the brighter, the better.",
        width,
        bottom + LEGEND);
  }

  private void names(Drawing drawing) {
    for (int i = 0; i < map.rows().size(); i++) {
      double y = top + rowHeight * (i + 0.5) + 5;
      String name = map.rows().get(i);
      name(drawing, "row-name end", left - 8, y, "", name, rowNames.of(name), MOST_FOR_NAMES);
    }
    for (int j = 0; j < map.columns().size(); j++) {
      double x = left + columnWidth * (j + 0.5);
      String name = map.columns().get(j);
      String classes = "column-name" + (isSloping ? "" : " middle");
      name(
          drawing,
          classes,
          x,
          top - 8,
          isSloping ? " rotate(-45)" : "",
          name,
          columnNames.of(name),
          MOST_FOR_SLOPING);
    }
  }

  private static void name(
      Drawing drawing,
      String classes,
      double x,
      double y,
      String more,
      String text,
      String brief,
      double room) {
    String shown = Lettering.shortened(brief, room);
    String title = shown.equals(text) ? "" : "<title>" + Drawing.escaped(text) + "</title>";
    drawing.raw(
        "<g class=\""
            + classes
            + "\" transform=\"translate("
            + Drawing.at(x, y)
            + ")\"><text"
            + (more.isEmpty() ? "" : " transform=\"" + more.strip() + "\"")
            + ">"
            + title
            + Drawing.escaped(shown)
            + "</text></g>\n");
  }

  private String cell(int index, Metric.Range range) {
    int columns = map.columns().size();
    HeatMap.Cell cell = cells.get(index);
    String place =
        Drawing.at(left + columnWidth * (index % columns), top + rowHeight * (index / columns));
    String start =
        " class=\"cell h"
            + range.step(map.first().of(cell).value())
            + "\" transform=\"translate("
            + place
            + ")\"";
    String title = "<title>" + Drawing.escaped(title(index)) + "</title>";
    String size = " width=\"" + number(columnWidth) + "\" height=\"" + number(rowHeight) + "\"";
    if (!hasTexts) {
      return "<rect" + start + size + ">" + title + "</rect>\n";
    }
    return "<g"
        + start
        + ">"
        + title
        + "<rect"
        + size
        + "/><text x=\""
        + number(columnWidth / 2)
        + "\" y=\""
        + number(rowHeight / 2 + 5)
        + "\">"
        + Drawing.escaped(Metric.withoutInterval(map.first().text(cell)))
        + "</text></g>\n";
  }

  private String title(int index) {
    int columns = map.columns().size();
    HeatMap.Cell cell = cells.get(index);
    List<Metric> told = cells.size() > MANY_CELLS ? List.of(map.first()) : map.metrics();
    return map.rows().get(index / columns)
        + " × "
        + map.columns().get(index % columns)
        + ": "
        + told.stream()
            .map(metric -> metric.heading() + " " + metric.text(cell))
            .collect(Collectors.joining("; "));
  }

  private void legend(Drawing drawing, Metric.Range range, double y) {
    double x = left;
    drawing.text(x, y + 11, "by", map.first().heading());
    for (int step = 0; step < Metric.STEPS; step++) {
      drawing.raw("<g class=\"h" + step + "\">");
      drawing.rectangle(x + step * NARROW_COLUMN, y + 18, NARROW_COLUMN, 12, "key");
      drawing.raw("</g>\n");
    }
    double end = x + Metric.STEPS * NARROW_COLUMN;
    drawing.text(x, y + 45, "worst", range.worst());
    drawing.text(end, y + 45, "best end", range.best());
    drawing.text(x, y + 63, "quiet", MARKS);
  }
}
