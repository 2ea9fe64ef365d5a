package io.sluice.report.figure;

import io.sluice.report.figure.Curves.Point;
import io.sluice.report.figure.Curves.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The paths of a curve and its band on two scales. */
record Trace(List<Point> points, Scale x, Scale y, Shape shape) {

  Trace {
    boolean isLogarithmic = x.spacing() == Quantity.Spacing.LOGARITHMIC;
    points =
        points.stream()
            .filter(point -> Double.isFinite(point.x()) && !(isLogarithmic && point.x() <= 0))
            .toList();
  }

  /** The line through the values; broken where one is not finite or has no place. */
  String line() {
    StringBuilder path = new StringBuilder();
    boolean isDown = false;
    double before = 0;
    for (Point point : points) {
      if (isPlaced(point)) {
        double height = y.at(point.y().value());
        String place = Drawing.at(x.at(point.x()), height);
        if (isDown && shape == Shape.STEPS) {
          path.append('L').append(Drawing.at(x.at(point.x()), before));
        }
        path.append(isDown ? 'L' : 'M').append(place);
        before = height;
      }
      isDown = isPlaced(point);
    }
    return path.toString();
  }

  /** The band between the edges, as far as it is known. */
  String band() {
    StringBuilder path = new StringBuilder();
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (point.y().hasInterval()) {
        run.add(point);
      } else {
        path.append(band(run));
        run.clear();
      }
    }
    return path.append(band(run)).toString();
  }

  private String band(List<Point> run) {
    if (run.size() < 2) {
      return "";
    }
    StringBuilder path = new StringBuilder("M");
    edge(path, run, point -> point.y().upper());
    StringBuilder lower = new StringBuilder();
    edge(lower, run, point -> point.y().lower());
    String[] back = lower.toString().split("L");
    for (int i = back.length - 1; i >= 0; i--) {
      path.append('L').append(back[i]);
    }
    return path.append('Z').toString();
  }

  private void edge(StringBuilder path, List<Point> run, ToDoubleFunction<Point> end) {
    double before = Double.NaN;
    for (Point point : run) {
      double place = x.at(point.x());
      if (!Double.isNaN(before)) {
        path.append('L');
        if (shape == Shape.STEPS) {
          path.append(Drawing.at(place, before)).append('L');
        }
      }
      before = y.at(end.applyAsDouble(point));
      path.append(Drawing.at(place, before));
    }
  }

  /** Whether the value of a point has a place. */
  boolean isPlaced(Point point) {
    double value = point.y().value();
    return Double.isFinite(value) && !(y.spacing() == Quantity.Spacing.LOGARITHMIC && value <= 0);
  }
}
