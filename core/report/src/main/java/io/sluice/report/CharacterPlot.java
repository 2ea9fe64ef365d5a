package io.sluice.report;

import io.sluice.analysis.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels in characters. In Unicode a character is 2 × 4 dots (braille), otherwise a star for each
 * column.
 */
final class CharacterPlot {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 9;
  private static final int MARGIN = 11;

  /** So many places are looked at of a line that leaves the panel. */
  private static final int STEPS = 500;

  /** The bits of the braille dots, by row and column. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final Panel panel;
  private final boolean unicode;
  private final boolean[][] dots;

  private CharacterPlot(Panel panel, boolean unicode) {
    this.panel = panel;
    this.unicode = unicode;
    this.dots = new boolean[unicode ? 4 * HEIGHT : HEIGHT][unicode ? 2 * WIDTH : WIDTH];
  }

  /** The lines of a panel, its title first. */
  static List<String> lines(Panel panel, boolean unicode) {
    if (panel.low() > panel.high()) {
      return List.of("  " + panel.title(), "  (nowhere finite)");
    }
    return new CharacterPlot(panel, unicode).lines();
  }

  private List<String> lines() {
    double[] before = {Double.NaN, Double.NaN};
    for (double[] point : panel.points()) {
      if (isFinite(point)) {
        draw(isFinite(before) ? before : point, point);
      }
      before = point;
    }
    List<String> lines = new ArrayList<>();
    lines.add("  " + panel.title());
    for (int row = 0; row < HEIGHT; row++) {
      StringBuilder text = new StringBuilder(characters(row));
      for (Panel.Mark mark : panel.marks()) {
        long column = Math.round(across(mark.x()) * (WIDTH - 1));
        if (row == Math.round(down(mark.y()) * (HEIGHT - 1)) && column >= 0 && column < WIDTH) {
          text.setCharAt((int) column, mark.character());
        }
      }
      String axis = unicode ? "│" : "|";
      lines.add((pad(label(row)) + axis + text).stripTrailing());
    }
    lines.add(scale());
    return lines;
  }

  private static boolean isFinite(double[] point) {
    return Double.isFinite(point[0]) && Double.isFinite(point[1]);
  }

  /** How far to the right a place lies, from 0 to 1. Halves keep differences from overflowing. */
  private double across(double x) {
    return (x / 2 - panel.from() / 2) / (panel.to() / 2 - panel.from() / 2);
  }

  /** How far down a place lies, from 0 to 1; in the middle if all are alike. */
  private double down(double y) {
    return panel.high() > panel.low()
        ? (panel.high() / 2 - y / 2) / (panel.high() / 2 - panel.low() / 2)
        : 0.5;
  }

  private void draw(double[] a, double[] b) {
    double fromColumn = across(a[0]) * (dots[0].length - 1);
    double toColumn = across(b[0]) * (dots[0].length - 1);
    double fromRow = down(a[1]) * (dots.length - 1);
    double toRow = down(b[1]) * (dots.length - 1);
    double length = Math.max(Math.abs(toColumn - fromColumn), Math.abs(toRow - fromRow));
    int steps = (int) Math.min(STEPS, Math.ceil(length) + 1);
    for (int step = 0; step <= steps; step++) {
      double share = (double) step / steps;
      long row = (long) Math.rint(fromRow + share * (toRow - fromRow));
      long column = (long) Math.rint(fromColumn + share * (toColumn - fromColumn));
      if (row >= 0 && row < dots.length && column >= 0 && column < dots[0].length) {
        dots[(int) row][(int) column] = true;
      }
    }
  }

  private String scale() {
    String left = Figures.number(panel.from());
    String right = Figures.number(panel.to());
    return " ".repeat(MARGIN + 1)
        + left
        + " ".repeat(Math.max(1, WIDTH - left.length() - right.length()))
        + right;
  }

  private String label(int row) {
    if (panel.low() == panel.high()) {
      return row == HEIGHT / 2 ? Figures.number(panel.low()) : "";
    }
    return row == 0
        ? Figures.number(panel.high())
        : row == HEIGHT - 1 ? Figures.number(panel.low()) : "";
  }

  private String characters(int row) {
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

  private static String pad(String label) {
    return " ".repeat(Math.max(0, MARGIN - 1 - label.length())) + label + " ";
  }
}
