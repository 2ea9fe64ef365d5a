package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import java.util.List;

/**
 * A line of a drawing of named intervals: the name at the left, the interval in the middle, its
 * words at the right.
 *
 * @param name what it is about
 * @param value what is drawn
 * @param text the same in words
 */
record IntervalRow(String name, Estimate value, String text) {

  private static final double HEIGHT = 24;

  /** The height of a row whose name takes two lines. */
  private static final double HIGH = 37;

  private static final String TIMES = " × ";
  private static final String COMMA = ", ";
  private static final double MARGIN = 8;
  private static final double MOST_FOR_NAMES = 190;
  private static final double MOST_FOR_TEXTS = 170;
  private static final double LEAST_FOR_INTERVALS = 120;

  /**
   * The columns of a drawing.
   *
   * @param names where names end
   * @param from where intervals begin
   * @param to where they end
   * @param width of all
   */
  record Columns(double names, double from, double to, double width) {

    /** Columns in which all rows find room. */
    static Columns of(List<IntervalRow> rows) {
      double names =
          MARGIN + Lettering.room(rows.stream().map(IntervalRow::name).toList(), MOST_FOR_NAMES);
      double texts = Lettering.room(rows.stream().map(IntervalRow::text).toList(), MOST_FOR_TEXTS);
      double from = names + 12;
      double to = Math.max(from + LEAST_FOR_INTERVALS, Drawing.WIDTH - texts - MARGIN - 10);
      return new Columns(names, from, to, to + 10 + texts + MARGIN);
    }
  }

  /** The height of the row. */
  double height() {
    return isBroken() ? HIGH : HEIGHT;
  }

  /** A name of two factors, or of several parts, that is too long for a line takes two. */
  private boolean isBroken() {
    return end() > 0 && Lettering.width(name) > MOST_FOR_NAMES;
  }

  /** Where the first of two lines ends: between factors, else where both are shortest; or 0. */
  private int end() {
    int times = name.indexOf(TIMES);
    if (times > 0) {
      return times + TIMES.length() - 1;
    }
    int best = 0;
    for (int comma = name.indexOf(COMMA); comma > 0; comma = name.indexOf(COMMA, comma + 1)) {
      best = best == 0 || longer(comma + 1) < longer(best) ? comma + 1 : best;
    }
    return best;
  }

  private double longer(int end) {
    return Math.max(
        Lettering.width(name.substring(0, end)), Lettering.width(name.substring(end + 1)));
  }

  /** Draws name and words of the row whose middle is at a height. */
  void write(Drawing drawing, Columns columns, double y) {
    double room = columns.names() - MARGIN + 0.1;
    if (isBroken()) {
      int end = end();
      drawing.label(columns.names(), y - 2, "end", name.substring(0, end), room);
      drawing.label(columns.names(), y + 13, "end", name.substring(end + 1), room);
    } else {
      drawing.label(columns.names(), y + 5, "end", name, room);
    }
    drawing.text(columns.to() + 10, y + 5, "quiet", text);
  }

  /** Draws the interval's line with its ends; nothing if there is none. */
  void whisker(Drawing drawing, Scale scale, double y, String classes) {
    if (value.hasInterval()) {
      double lower = scale.at(value.lower());
      double upper = scale.at(value.upper());
      drawing.line(lower, y, upper, y, classes);
      drawing.line(lower, y - 4, lower, y + 4, classes);
      drawing.line(upper, y - 4, upper, y + 4, classes);
    }
  }

  /** Draws a scale below the intervals. */
  static void axis(Drawing drawing, Scale scale, Quantity quantity, double top, double y) {
    for (double tick : scale.ticks(4)) {
      double x = scale.at(tick);
      drawing.line(x, top, x, y, "grid");
      drawing.text(x, y + 17, "quiet middle", quantity.text(tick));
    }
    drawing.line(scale.from(), y, scale.to(), y, "axis");
    drawing.text((scale.from() + scale.to()) / 2, y + 36, "middle", quantity.name());
  }
}
