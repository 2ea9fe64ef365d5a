package io.sluice.report;

import java.util.List;
import java.util.Objects;

/**
 * Lines in a part of the plane, as a terminal can draw them.
 *
 * @param title what is to be seen
 * @param from the x at the left
 * @param to the x at the right
 * @param low the y at the bottom; above {@code high} where nothing can be drawn
 * @param high the y at the top
 * @param points each x and y, joined by straight lines; the line is broken where one is not finite
 * @param marks what stands in place of dots, the last on top
 */
public record Panel(
    String title,
    double from,
    double to,
    double low,
    double high,
    List<double[]> points,
    List<Mark> marks) {

  /** A character at a place. */
  public record Mark(char character, double x, double y) {}

  public Panel {
    Objects.requireNonNull(title, "title");
    if (!(from < to)) {
      throw new IllegalArgumentException("a panel from " + from + " to " + to);
    }
    points = List.copyOf(points);
    marks = List.copyOf(marks);
  }

  /** A curve from one x to another, as high as its values. */
  public static Panel curve(String title, double from, double to, List<double[]> points) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] point : points) {
      if (Double.isFinite(point[1])) {
        low = Math.min(low, point[1]);
        high = Math.max(high, point[1]);
      }
    }
    return new Panel(title, from, to, low, high, points, List.of());
  }
}
