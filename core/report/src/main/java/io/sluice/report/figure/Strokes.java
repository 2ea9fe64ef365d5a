package io.sluice.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A curve as strokes of straight lines in the whole units of a {@link CurveFrame}: sampled between
 * the kinks, cut off at the frame's edges, and with no more corners than the eye needs.
 */
final class Strokes {

  /** A corner nearer than this to the line past it, in units of the frame, is left out. */
  private static final double TOLERANCE = 1.5;

  /** Two ends nearer than this are joined. */
  private static final double JOINT = 5;

  private static final int SAMPLES = 600;

  private final CurveFrame frame;
  private final List<List<double[]>> strokes = new ArrayList<>();
  private List<double[]> stroke = new ArrayList<>();
  private double[] before;

  private Strokes(CurveFrame frame) {
    this.frame = frame;
  }

  /** The SVG path of the function, which may have corners and jumps at the kinks; may be empty. */
  static String path(CurveFrame frame, DoubleUnaryOperator function, double[] kinks) {
    Strokes strokes = new Strokes(frame);
    CurveWindow window = frame.window();
    double[] inside =
        Arrays.stream(kinks)
            .filter(kink -> kink > window.left() && kink < window.right())
            .sorted()
            .toArray();
    double aside = (window.right() - window.left()) * 1e-7;
    double from = window.left();
    for (double kink : inside) {
      strokes.piece(function, from, kink - aside);
      from = kink + aside;
    }
    strokes.piece(function, from, window.right());
    strokes.lift();
    return strokes.path();
  }

  private void piece(DoubleUnaryOperator function, double from, double to) {
    double width = frame.window().right() - frame.window().left();
    int steps = (int) Math.max(1, Math.ceil((to - from) / width * SAMPLES));
    for (int i = 0; i <= steps; i++) {
      double x = i == steps ? to : from + (to - from) * i / steps;
      double[] point = {frame.x(x), frame.y(function.applyAsDouble(x))};
      if (i == 0 && before != null && !(Math.abs(point[1] - before[1]) <= JOINT)) {
        lift();
      }
      to(point);
    }
  }

  /** Draws to a point, as far as the way there lies in the frame. */
  private void to(double[] point) {
    if (Double.isNaN(point[1])) {
      lift();
      return;
    }
    if (before != null) {
      boolean cameIn = !isInside(before) && isInside(point);
      boolean wentOut = isInside(before) && !isInside(point);
      if (cameIn) {
        stroke.add(edge(point, before));
      } else if (wentOut) {
        stroke.add(edge(before, point));
        double[] outside = point;
        lift();
        before = outside;
        return;
      }
    }
    if (isInside(point)) {
      stroke.add(point);
    }
    before = point;
  }

  private boolean isInside(double[] point) {
    return point[1] >= CurveFrame.TOP && point[1] <= CurveFrame.BOTTOM;
  }

  /** Where the line from a point inside to one outside meets the edge. */
  private static double[] edge(double[] inside, double[] outside) {
    double y = outside[1] < CurveFrame.TOP ? CurveFrame.TOP : CurveFrame.BOTTOM;
    double share = (y - inside[1]) / (outside[1] - inside[1]);
    return new double[] {inside[0] + share * (outside[0] - inside[0]), y};
  }

  private void lift() {
    if (stroke.size() > 1) {
      strokes.add(stroke);
    }
    stroke = new ArrayList<>();
    before = null;
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (List<double[]> each : strokes) {
      boolean[] kept = new boolean[each.size()];
      kept[0] = true;
      kept[kept.length - 1] = true;
      keepCorners(each, 0, kept.length - 1, kept);
      char mark = 'M';
      long x = 0;
      long y = 0;
      for (int i = 0; i < kept.length; i++) {
        if (kept[i]) {
          long nextX = Math.round(each.get(i)[0]);
          long nextY = Math.round(each.get(i)[1]);
          path.append(mark).append(nextX - x).append(' ').append(nextY - y);
          mark = mark == 'M' ? 'l' : ' ';
          x = nextX;
          y = nextY;
        }
      }
    }
    return path.toString();
  }

  /** The method of Ramer, Douglas and Peucker: keeps the point farthest off, if it is far off. */
  private static void keepCorners(List<double[]> points, int from, int to, boolean[] kept) {
    double[] a = points.get(from);
    double[] b = points.get(to);
    double length = Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
    int corner = -1;
    double farthest = TOLERANCE;
    for (int i = from + 1; i < to; i++) {
      double[] p = points.get(i);
      double area = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
      double distance = Math.abs(area) / Math.max(length, 1);
      if (distance > farthest) {
        farthest = distance;
        corner = i;
      }
    }
    if (corner >= 0) {
      kept[corner] = true;
      keepCorners(points, from, corner, kept);
      keepCorners(points, corner, to, kept);
    }
  }
}
