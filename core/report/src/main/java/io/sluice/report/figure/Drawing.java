package io.sluice.report.figure;

import java.util.List;

/**
 * An SVG drawing that is being made. Coordinates are rounded to tenths, texts are escaped, and
 * colours are classes.
 */
final class Drawing {

  /** The usual width in units, of which there are fewer than pixels on a large screen. */
  static final double WIDTH = 480;

  /** A drawing wider than this is not made smaller to fit a page, but moved in its frame. */
  private static final double WIDEST = 520;

  /** Pixels per unit where there is room. */
  private static final double PIXELS = 1.35;

  private static final int PRINTABLE = 0x20;

  private final StringBuilder body = new StringBuilder();

  /** A line. */
  Drawing line(double fromX, double fromY, double toX, double toY, String classes) {
    return path("M" + at(fromX, fromY) + "L" + at(toX, toY), classes);
  }

  /** A path; nothing if it is empty. */
  Drawing path(String path, String classes) {
    if (!path.isEmpty()) {
      body.append("<path class=\"").append(classes).append("\" d=\"").append(path).append("\"/>\n");
    }
    return this;
  }

  /** A rectangle. */
  Drawing rectangle(double x, double y, double width, double height, String classes) {
    body.append("<rect class=\"").append(classes).append("\" x=\"").append(number(x));
    body.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    body.append("\" height=\"").append(number(height)).append("\"/>\n");
    return this;
  }

  /** A text on a base line. */
  Drawing text(double x, double y, String classes, String text) {
    return label(x, y, classes, text, Double.POSITIVE_INFINITY);
  }

  /** A text that is cut off where there is no room, and then shown whole when pointed at. */
  Drawing label(double x, double y, String classes, String text, double room) {
    return label(x, y, classes, text, text, room);
  }

  /** A text in brief, shown whole when pointed at. */
  Drawing label(double x, double y, String classes, String text, String brief, double room) {
    String shown = Lettering.shortened(brief, room);
    if (text.isEmpty()) {
      return this;
    }
    body.append("<text class=\"").append(classes).append("\" x=\"").append(number(x));
    body.append("\" y=\"").append(number(y)).append("\">");
    if (!shown.equals(text)) {
      body.append("<title>").append(escaped(text)).append("</title>");
    }
    body.append(escaped(shown)).append("</text>\n");
    return this;
  }

  /** The mark of a series, counted from 0, in the middle of a point. */
  Drawing mark(int series, double x, double y) {
    return path("M" + at(x, y) + Series.markOf(series), Series.classOf(series) + " mark");
  }

  /** What is between this and {@link #close} tells its title when pointed at. */
  Drawing open(String title) {
    body.append("<g><title>").append(escaped(title)).append("</title>\n");
    return this;
  }

  /** Ends what {@link #open} began. */
  Drawing close() {
    body.append("</g>\n");
    return this;
  }

  /** Text of SVG as it is. */
  Drawing raw(String svg) {
    body.append(svg);
    return this;
  }

  /** The drawing, of usual width. */
  String svg(String title, String description, double height) {
    return svg(title, description, WIDTH, height);
  }

  /** The drawing. */
  String svg(String title, String description, double width, double height) {
    boolean wide = width > WIDEST;
    double pixels = wide ? 1 : PIXELS;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure"
        + (wide ? " wide" : "")
        + "\" viewBox=\"0 0 "
        + at(width, height)
        + "\" width=\""
        + Math.round(width * pixels)
        + "\" height=\""
        + Math.round(height * pixels)
        + "\" role=\"img\">\n<title>"
        + escaped(title)
        + "</title>\n<desc>"
        + escaped(description)
        + "</desc>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
        + body
        + "</svg>\n";
  }

  /** A point as a path has it. */
  static String at(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** A coordinate in tenths. */
  static String number(double coordinate) {
    if (!Double.isFinite(coordinate)) {
      throw new IllegalArgumentException("no place on paper: " + coordinate);
    }
    long tenths = Math.round(coordinate * 10);
    long size = Math.abs(tenths);
    String whole = (tenths < 0 ? "-" : "") + size / 10;
    return size % 10 == 0 ? whole : whole + "." + size % 10;
  }

  /** A text as the content of an element or an attribute; what XML cannot have is replaced. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(character -> escaped.append(escaped(character)));
    return escaped.toString();
  }

  private static String escaped(int character) {
    switch (character) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      default:
        boolean isLone = character >= Character.MIN_SURROGATE && character <= 0xDFFF;
        boolean isNone = character == 0xFFFE || character == 0xFFFF;
        return character < PRINTABLE || isLone || isNone
            ? (Character.isWhitespace(character) ? " " : "\uFFFD")
            : Character.toString(character);
    }
  }

  /** A sentence that lists names: {@code a, b and c}. */
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
