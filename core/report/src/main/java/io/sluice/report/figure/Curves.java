package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Curves with the bands of their intervals: the share that reached a target over the cost, a
 * measured metric over the cost, the cost over a hyper-parameter, ranks over the budget.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param x what goes to the right
 * @param y what goes up
 * @param shape how points are joined
 * @param layout whether curves share a panel
 * @param series the most important first; where not all can be drawn, the last are in the table
 *     alone
 */
public record Curves(
    String id,
    String caption,
    Quantity x,
    Quantity y,
    Shape shape,
    Layout layout,
    List<Line> series) {

  /** How points are joined. */
  public enum Shape {
    /** By straight lines. */
    LINES,
    /** A value holds until the next one, as a share that was counted does. */
    STEPS
  }

  /** Where curves are drawn. */
  public enum Layout {
    /** All over each other, named at their ends; up to eight, up to six of steps. */
    TOGETHER,
    /** Each in a panel of its own, one below the other; up to twelve. */
    PANELS
  }

  /**
   * A curve.
   *
   * @param name who
   * @param points ascending in x; where a value is not finite the line is broken
   * @param goodFrom where an interval of x that is marked begins; NaN for none
   * @param goodTo where it ends; NaN for none
   */
  public record Line(String name, List<Point> points, double goodFrom, double goodTo) {
    public Line {
      Objects.requireNonNull(name, "name");
      points = List.copyOf(points);
      if (Double.isNaN(goodFrom) != Double.isNaN(goodTo) || goodFrom > goodTo) {
        throw new IllegalArgumentException("no interval from " + goodFrom + " to " + goodTo);
      }
    }

    /** A curve without a marked interval. */
    public Line(String name, List<Point> points) {
      this(name, points, Double.NaN, Double.NaN);
    }

    /** Whether an interval is marked. */
    boolean hasGood() {
      return !Double.isNaN(goodFrom);
    }
  }

  /**
   * A point of a curve.
   *
   * @param x how far to the right
   * @param y how far up, with the band's edges as its interval
   */
  public record Point(double x, Estimate y) {
    public Point {
      Objects.requireNonNull(y, "y");
    }
  }

  public Curves {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(layout, "layout");
    series = List.copyOf(series);
  }

  /** The share of trials that reached the target over the cost, in equal ratios. */
  public static Curves survival(String id, String caption, String cost, List<Line> series) {
    Quantity share = Quantity.share("share that reached the target");
    return new Curves(
        id, caption, Quantity.logarithmic(cost), share, Shape.STEPS, Layout.TOGETHER, series);
  }

  /** A metric's median and quartiles over the cost. */
  public static Curves convergence(
      String id, String caption, Quantity cost, Quantity metric, List<Line> series) {
    return new Curves(id, caption, cost, metric, Shape.LINES, Layout.TOGETHER, series);
  }

  /** Mean ranks over the budget: where lines cross, the order depends on it. */
  public static Curves rankFlips(String id, String caption, Quantity budget, List<Line> series) {
    Quantity rank = Quantity.rank("mean rank");
    return new Curves(id, caption, budget, rank, Shape.LINES, Layout.TOGETHER, series);
  }

  /** The cost over a hyper-parameter, in equal ratios both, a panel for each contender. */
  public static Curves sensitivity(
      String id, String caption, String hyperparameter, String cost, List<Line> series) {
    return new Curves(
        id,
        caption,
        Quantity.logarithmic(hyperparameter),
        Quantity.logarithmic(cost),
        Shape.LINES,
        Layout.PANELS,
        series);
  }

  /** The cost over a number, in equal ratios both: where lines cross, it depends on the number. */
  public static Curves overNumber(
      String id, String caption, String number, String cost, List<Line> series) {
    return new Curves(
        id,
        caption,
        Quantity.logarithmic(number),
        Quantity.logarithmic(cost),
        Shape.LINES,
        Layout.TOGETHER,
        series);
  }

  /** The drawing and its numbers. */
  public Figure figure() {
    List<String> names = drawn().stream().map(Line::name).toList();
    return new Figure(
        ShortNames.of(names).captioned(caption), new CurvesDrawing(this).svg(), table());
  }

  /** The series that are drawn. */
  List<Line> drawn() {
    int together = shape == Shape.STEPS ? 6 : Series.MOST;
    return series.subList(0, Math.min(series.size(), layout == Layout.PANELS ? 12 : together));
  }

  /** Every x of the series that are drawn. */
  double[] xs() {
    return drawn().stream()
        .flatMapToDouble(line -> line.points().stream().mapToDouble(Point::x))
        .toArray();
  }

  /** Every y of the series that are drawn, and the edges of their bands. */
  double[] ys() {
    return drawn().stream()
        .flatMap(line -> line.points().stream())
        .map(Point::y)
        .flatMapToDouble(
            value -> Arrays.stream(new double[] {value.value(), value.lower(), value.upper()}))
        .toArray();
  }

  private Table table() {
    Table.Builder table =
        Table.of(id, caption).columns("series").column("x", x.name()).column("y", y.name());
    for (Line line : series) {
      for (Point point : line.points()) {
        table.row(
            Value.of(line.name()), new Value(x.text(point.x()), point.x()), y.value(point.y()));
      }
    }
    return table.head(20).build();
  }
}
