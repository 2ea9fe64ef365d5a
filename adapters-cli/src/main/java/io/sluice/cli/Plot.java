package io.sluice.cli;

import io.sluice.analysis.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A curve in characters. In Unicode a character is 2 × 4 dots (braille), otherwise a star for each
 * column.
 */
final class Plot {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 9;
  private static final int MARGIN = 11;

  /** So many places of a line are looked at. */
  private static final int STEPS = 500;

  /** The bits of the braille dots, by row and column. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final double from;
  private final double to;
  private final boolean unicode;

  /** Plots from {@code from} to {@code to}. */
  Plot(double from, double to, boolean unicode) {
    this.from = from;
    this.to = to;
    this.unicode = unicode;
  }

  /** The lines of one curve; places where it is not finite stay empty. */
  List<String> lines(String title, DoubleUnaryOperator curve) {
    int columns = unicode ? 2 * WIDTH : WIDTH;
    int rows = unicode ? 4 * HEIGHT : HEIGHT;
    double[] y = new double[columns];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      y[column] = curve.applyAsDouble(from + (to - from) * (column + 0.5) / columns);
      if (Double.isFinite(y[column])) {
        low = Math.min(low, y[column]);
        high = Math.max(high, y[column]);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(title);
    if (low > high) {
      lines.add("  (nowhere finite)");
      return lines;
    }
    boolean[][] dots = dots(y, low, high, rows);
    for (int row = 0; row < HEIGHT; row++) {
      lines.add((pad(label(row, low, high)) + axis() + characters(dots, row)).stripTrailing());
    }
    lines.add(scale());
    return lines;
  }

  /** A mark at a place. */
  record Mark(char character, double x, double y) {}

  /**
   * The lines of a path in the plane; what of it is outside is left out.
   *
   * @param points each x and y, joined by straight lines
   * @param marks what stands in place of dots, the last on top
   */
  List<String> path(
      String title, double low, double high, List<double[]> points, List<Mark> marks) {
    int columns = unicode ? 2 * WIDTH : WIDTH;
    int rows = unicode ? 4 * HEIGHT : HEIGHT;
    boolean[][] dots = new boolean[rows][columns];
    for (int i = 0; i + 1 < points.size(); i++) {
      double[] a = points.get(i);
      double[] b = points.get(i + 1);
      for (int step = 0; step <= STEPS; step++) {
        double share = (double) step / STEPS;
        double x = a[0] + share * (b[0] - a[0]);
        double y = a[1] + share * (b[1] - a[1]);
        if (x >= from && x <= to && y >= low && y <= high) {
          dots[(int) Math.rint((high - y) / (high - low) * (rows - 1))][
                  (int) Math.rint((x - from) / (to - from) * (columns - 1))] =
              true;
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(title);
    for (int row = 0; row < HEIGHT; row++) {
      StringBuilder text = new StringBuilder(characters(dots, row));
      for (Mark mark : marks) {
        int column = (int) Math.rint((mark.x - from) / (to - from) * (WIDTH - 1));
        if (row == (int) Math.rint((high - mark.y) / (high - low) * (HEIGHT - 1))
            && column >= 0
            && column < WIDTH) {
          text.setCharAt(column, mark.character);
        }
      }
      lines.add((pad(label(row, low, high)) + axis() + text).stripTrailing());
    }
    lines.add(scale());
    return lines;
  }

  private String scale() {
    String left = shown(from);
    String right = shown(to);
    return " ".repeat(MARGIN + 1)
        + left
        + " ".repeat(Math.max(1, WIDTH - left.length() - right.length()))
        + right;
  }

  private static String label(int row, double low, double high) {
    if (low == high) {
      return row == HEIGHT / 2 ? shown(low) : "";
    }
    return row == 0 ? shown(high) : row == HEIGHT - 1 ? shown(low) : "";
  }

  private static boolean[][] dots(double[] y, double low, double high, int rows) {
    boolean[][] dots = new boolean[rows][y.length];
    int before = -1;
    for (int column = 0; column < y.length; column++) {
      if (!Double.isFinite(y[column])) {
        before = -1;
        continue;
      }
      // Halves keep the difference from overflowing.
      double height =
          high > low ? (y[column] / 2 - low / 2) / (high / 2 - low / 2) * (rows - 1) : rows / 2;
      int row = rows - 1 - (int) Math.rint(height);
      dots[row][column] = true;
      if (before >= 0) {
        for (int between = Math.min(before, row) + 1; between < Math.max(before, row); between++) {
          dots[between][column] = true;
        }
      }
      before = row;
    }
    return dots;
  }

  private String characters(boolean[][] dots, int row) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < WIDTH; column++) {
      if (!unicode) {
        text.append(dots[row][column] ? '*' : ' ');
        continue;
      }
      int bits = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 2; j++) {
          bits |= dots[4 * row + i][2 * column + j] ? DOTS[i][j] : 0;
        }
      }
      text.append(bits == 0 ? ' ' : (char) (0x2800 + bits));
    }
    return text.toString();
  }

  private String axis() {
    return unicode ? "│" : "|";
  }

  private static String shown(double value) {
    return Figures.number(value);
  }

  private static String pad(String label) {
    return " ".repeat(Math.max(0, MARGIN - 1 - label.length())) + label + " ";
  }
}
