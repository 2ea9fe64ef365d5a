package io.sluice.report.figure;

import io.sluice.analysis.Figures;

/** The paper of a drawing: a window of the plane in whole units, ten of them a pixel, with axes. */
record CurveFrame(CurveWindow window) {

  static final int WIDTH = 1600;
  static final int HEIGHT = 1100;
  static final int TOP = 40;
  static final int BOTTOM = 970;
  static final int LEFT = 260;
  static final int RIGHT = 1560;

  private static final int TICK = 20;

  /** How wide a digit is, about. */
  private static final int DIGIT = 50;

  private static final int FEWEST_TICKS = 2;

  /** Where an x lies, from the left. */
  double x(double x) {
    return LEFT + (RIGHT - LEFT) * ((x - window.left()) / (window.right() - window.left()));
  }

  /** Where a value lies, from the top. */
  double y(double y) {
    return TOP + (BOTTOM - TOP) * ((window.high() - y) / (window.high() - window.low()));
  }

  /** Both axes with their ticks, as an SVG path. */
  String axes() {
    long originX = Math.round(x(0));
    long originY = Math.round(y(0));
    StringBuilder path = new StringBuilder();
    path.append('M').append(LEFT).append(' ').append(originY).append('H').append(RIGHT);
    path.append('M').append(originX).append(' ').append(TOP).append('V').append(BOTTOM);
    double step = step(window.left(), window.right());
    for (long i = first(window.left(), step); i * step <= window.right(); i++) {
      path.append('M').append(Math.round(x(i * step))).append(' ').append(originY - TICK);
      path.append('v').append(2 * TICK);
    }
    step = step(window.low(), window.high());
    for (long i = first(window.low(), step); i * step <= window.high(); i++) {
      path.append('M').append(originX - TICK).append(' ').append(Math.round(y(i * step)));
      path.append('h').append(2 * TICK);
    }
    return path.toString();
  }

  /** What stands at the outermost ticks, as SVG texts. */
  String labels() {
    StringBuilder texts = new StringBuilder();
    double step = step(window.left(), window.right());
    for (long i : outermost(window.left(), window.right(), step)) {
      String number = number(i, step);
      long half = number.length() * DIGIT / 2;
      long at = Math.min(Math.round(x(i * step)), WIDTH - half);
      texts.append(label(at, HEIGHT - 15, "middle", number));
    }
    step = step(window.low(), window.high());
    for (long i : outermost(window.low(), window.high(), step)) {
      texts.append(label(LEFT - 40, Math.round(y(i * step)) + 30, "end", number(i, step)));
    }
    return texts.toString();
  }

  private static String label(long x, long y, String anchor, String text) {
    return "<text x=\""
        + x
        + "\" y=\""
        + y
        + "\" text-anchor=\""
        + anchor
        + "\">"
        + text
        + "</text>\n";
  }

  private static long[] outermost(double from, double to, double step) {
    long low = first(from, step);
    long high = (long) Math.floor(to / step);
    return low == high ? new long[] {low} : new long[] {low, high};
  }

  private static long first(double from, double step) {
    return (long) Math.ceil(from / step);
  }

  private static String number(long ticks, double step) {
    // Steps are 1, 2 or 5 times a power of ten, so nine digits after the point are enough.
    return Figures.exact(Math.rint(ticks * step * 1e9) / 1e9).replace('-', '−');
  }

  /** The largest of 1, 2, 5, 10, … of which some fit in. */
  private static double step(double from, double to) {
    double ten = 1e9;
    while (true) {
      for (double factor : new double[] {1, 0.5, 0.2}) {
        if ((to - from) / (ten * factor) >= FEWEST_TICKS) {
          return ten * factor;
        }
      }
      ten /= 10;
    }
  }
}
