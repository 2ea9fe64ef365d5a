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
      String label = row == 0 ? shown(high) : row == HEIGHT - 1 ? shown(low) : "";
      lines.add((pad(label) + axis() + characters(dots, row)).stripTrailing());
    }
    String left = shown(from);
    String right = shown(to);
    lines.add(
        " ".repeat(MARGIN + 1)
            + left
            + " ".repeat(Math.max(1, WIDTH - left.length() - right.length()))
            + right);
    return lines;
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
