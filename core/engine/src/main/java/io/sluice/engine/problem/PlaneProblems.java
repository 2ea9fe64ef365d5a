package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import java.util.List;

/**
 * Two classes of points in the plane that no straight line separates. The same values give the same
 * points everywhere.
 */
final class PlaneProblems {

  private static final String CLASSES = "how many points in both classes";
  private static final String SHIFT = "a normal shift of each coordinate";

  private PlaneProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        ProblemDefinition.ofData(
            "two-moons",
            Description.of(
                "Two interleaved half circles in the plane, classes 0 and 1",
                "(cos t, sin t) and (1 − cos t, 1/2 − sin t), t from 0 to π, plus noise",
                "as in scikit-learn"),
            List.of(
                Values.points(100, CLASSES),
                Values.noise(0.1, SHIFT),
                Values.seed("the noise"),
                Values.oneHot(false)),
            PlaneProblems::moons),
        ProblemDefinition.ofData(
            "two-spirals",
            Description.of(
                "Two spirals in the plane, one the other turned by half a turn, classes 0 and 1",
                "±(t cos(2π turns t), t sin(2π turns t)), t from 0 to 1, plus noise",
                "Lang & Witbrock 1988"),
            List.of(
                Values.points(100, CLASSES),
                real("turns", 1.5, Interval.POSITIVE, "how often a spiral winds"),
                Values.noise(0.02, SHIFT),
                Values.seed("the noise"),
                Values.oneHot(false)),
            PlaneProblems::spirals),
        ProblemDefinition.ofData(
            "circles",
            Description.of(
                "A circle inside another, the outer one class 0, the inner one class 1",
                "(cos t, sin t) and factor · (cos t, sin t), t from 0 to below 2π, plus noise",
                "as in scikit-learn"),
            List.of(
                Values.points(100, CLASSES),
                real("factor", 0.5, Interval.open(0, 1), "radius of the inner circle"),
                Values.noise(0.05, SHIFT),
                Values.seed("the noise"),
                Values.oneHot(false)),
            PlaneProblems::circles),
        ProblemDefinition.ofData(
            "checkerboard",
            Description.of(
                "Cells of a square like a chessboard's, classes 0 and 1 in turn",
                "(column + row) mod 2 on [−1, 1] × [−1, 1], plus noise of the points",
                ""),
            List.of(
                Values.points(200, CLASSES),
                integer("cells", 4, Interval.closed(2, 100), "how many cells a side has"),
                Values.noise(0, SHIFT),
                Values.seed("the points and the noise"),
                Values.oneHot(false)),
            PlaneProblems::checkerboard));
  }

  private static Dataset moons(Values values) {
    return curves(
        values,
        "two-moons",
        (second, t, point) -> {
          double angle = Math.PI * t;
          point[0] = second ? 1 - StrictMath.cos(angle) : StrictMath.cos(angle);
          point[1] = second ? 0.5 - StrictMath.sin(angle) : StrictMath.sin(angle);
        });
  }

  private static Dataset spirals(Values values) {
    double turns = values.number("turns");
    return curves(
        values,
        "two-spirals",
        (second, t, point) -> {
          double angle = 2 * Math.PI * turns * t;
          double radius = second ? -t : t;
          point[0] = radius * StrictMath.cos(angle);
          point[1] = radius * StrictMath.sin(angle);
        });
  }

  private static Dataset circles(Values values) {
    int points = values.points();
    int first = (points + 1) / 2;
    Rows rows = Rows.ofClasses(points, 2, 2, values.isSet("one-hot"));
    for (int i = 0; i < points; i++) {
      boolean inner = i >= first;
      double angle = 2 * Math.PI * (inner ? i - first : i) / (inner ? points - first : first);
      double radius = inner ? values.number("factor") : 1;
      rows.x[i][0] = radius * StrictMath.cos(angle);
      rows.x[i][1] = radius * StrictMath.sin(angle);
      rows.setClass(i, inner ? 1 : 0);
    }
    rows.moveInputs(values.number("noise"), values.random("circles"));
    return rows.data();
  }

  /** Point i lies anywhere in cell i mod cells², so all cells have as many, give or take one. */
  private static Dataset checkerboard(Values values) {
    int points = values.points();
    int cells = values.whole("cells");
    Rows rows = Rows.ofClasses(points, 2, 2, values.isSet("one-hot"));
    var random = values.random("checkerboard");
    for (int i = 0; i < points; i++) {
      int column = i % cells;
      int row = i / cells % cells;
      rows.x[i][0] = 2 * (column + random.nextDouble()) / cells - 1;
      rows.x[i][1] = 2 * (row + random.nextDouble()) / cells - 1;
      rows.setClass(i, (column + row) % 2);
    }
    rows.moveInputs(values.number("noise"), values.random("checkerboard noise"));
    return rows.data();
  }

  private interface Curve {
    void at(boolean second, double t, double[] point);
  }

  /** Points at even steps along both curves, the first class first, each moved by normal noise. */
  private static Dataset curves(Values values, String name, Curve curve) {
    int points = values.points();
    int first = (points + 1) / 2;
    Rows rows = Rows.ofClasses(points, 2, 2, values.isSet("one-hot"));
    for (int i = 0; i < points; i++) {
      boolean second = i >= first;
      int place = second ? i - first : i;
      int count = second ? points - first : first;
      curve.at(second, count == 1 ? 0.5 : place / (count - 1.0), rows.x[i]);
      rows.setClass(i, second ? 1 : 0);
    }
    rows.moveInputs(values.number("noise"), values.random(name));
    return rows.data();
  }
}
