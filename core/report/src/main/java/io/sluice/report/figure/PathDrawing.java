package io.sluice.report.figure;

import java.util.List;

/**
 * A small drawing of a path on Rosenbrock's function, as SVG: lines of equal loss, the path, a ring
 * where it begins, a dot where it ends, a cross at the minimum. The colours can be told from white
 * and from black.
 */
public final class PathDrawing {

  /** The x at the left. */
  public static final double LEFT = -2;

  /** The x at the right. */
  public static final double RIGHT = 2;

  /** The y at the bottom. */
  public static final double LOW = -1;

  /** The y at the top. */
  public static final double HIGH = 3;

  private static final String PATH = "#2f7fd6";
  private static final String END = "#d9822b";
  private static final String LINE = "#888";
  private static final int SIZE = 800;
  private static final int SMALL = 120;
  private static final double SCALE = SIZE / (RIGHT - LEFT);

  /** Losses whose lines are drawn. */
  private static final double[] LEVELS = {2, 30, 250};

  private static final int PARTS = 18;

  /** Points nearer than this to the one before are left out. */
  private static final int NEAR = 5;

  /** How far outside a point may lie; beyond it is drawn there. */
  private static final double FAR = 3 * SIZE;

  private PathDrawing() {}

  /**
   * The text of the drawing.
   *
   * @param title for who does not see it
   * @param points of the path, at least one
   */
  public static String of(String title, List<double[]> points) {
    return of(title, points, SMALL);
  }

  /**
   * The text of the drawing.
   *
   * @param title for who does not see it
   * @param points of the path, at least one
   * @param pixels its width and height
   */
  public static String of(String title, List<double[]> points, int pixels) {
    StringBuilder lines = new StringBuilder();
    for (double level : LEVELS) {
      line(level, lines);
    }
    double[] first = points.get(0);
    double[] last = points.get(points.size() - 1);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 800\" width=\""
        + pixels
        + "\" height=\""
        + pixels
        + "\" fill=\"none\" stroke-linejoin=\"round\">\n<title>"
        + title.replace("&", "&amp;").replace("<", "&lt;")
        + "</title>\n<path stroke=\""
        + LINE
        + "\" stroke-width=\"6\" stroke-opacity=\".6\" d=\""
        + lines
        + "\"/>\n<path stroke=\""
        + LINE
        + "\" stroke-width=\"14\" d=\"M570 400h60M600 370v60\"/>\n<path stroke=\""
        + PATH
        + "\" stroke-width=\"14\" d=\""
        + path(points)
        + "\"/>\n<circle cx=\""
        + x(first[0])
        + "\" cy=\""
        + y(first[1])
        + "\" r=\"20\" stroke=\""
        + PATH
        + "\" stroke-width=\"10\"/>\n<circle cx=\""
        + x(last[0])
        + "\" cy=\""
        + y(last[1])
        + "\" r=\"22\" fill=\""
        + END
        + "\"/>\n</svg>\n";
  }

  private static int x(double x) {
    return place((x - LEFT) * SCALE);
  }

  private static int y(double y) {
    return place((HIGH - y) * SCALE);
  }

  private static int place(double units) {
    return (int) Math.rint(Math.max(-FAR, Math.min(FAR + SIZE, units)));
  }

  private static String path(List<double[]> points) {
    int atX = x(points.get(0)[0]);
    int atY = y(points.get(0)[1]);
    StringBuilder path = new StringBuilder("M" + atX + " " + atY + "l");
    boolean isFirst = true;
    for (int i = 1; i < points.size(); i++) {
      int toX = x(points.get(i)[0]);
      int toY = y(points.get(i)[1]);
      boolean isNear = Math.abs(toX - atX) < NEAR && Math.abs(toY - atY) < NEAR;
      if (!isNear || (i == points.size() - 1 && (toX != atX || toY != atY))) {
        path.append(isFirst || toX < atX ? "" : " ").append(toX - atX);
        path.append(toY < atY ? "" : " ").append(toY - atY);
        isFirst = false;
        atX = toX;
        atY = toY;
      }
    }
    return isFirst ? path.append("0 0").toString() : path.toString();
  }

  /**
   * y = x² ± √(L - (1 - x)²) / 10 for all x where that is; the upper side there, the lower back.
   */
  private static void line(double level, StringBuilder path) {
    double root = Math.sqrt(level);
    double left = Math.max(-2.2, 1 - root);
    double right = Math.min(2.2, 1 + root);
    for (int side = 1; side >= -1; side -= 2) {
      for (int i = 0; i <= PARTS; i++) {
        double x =
            side > 0 ? left + (right - left) * i / PARTS : right - (right - left) * i / PARTS;
        double width = Math.sqrt(Math.max(0, level - (1 - x) * (1 - x))) / 10;
        path.append(side > 0 && i == 0 ? 'M' : 'L');
        path.append(x(x)).append(' ').append(y(x * x + side * width));
      }
    }
  }
}
