package io.sluice.report.figure;

import io.sluice.spi.Activation;

/**
 * A small drawing of an activation and its slope, as SVG: values solid, slopes dashed, a dot where
 * there is a kink. The colours can be told from white and from black.
 */
public final class CurveDrawing {

  private static final String VALUE = "#2f7fd6";
  private static final String SLOPE = "#d9822b";
  private static final String AXIS = "#888";

  private CurveDrawing() {}

  /** The text of the drawing. */
  public static String of(Activation activation) {
    CurveFrame frame = new CurveFrame(CurveWindow.of(activation));
    double[] kinks = activation.kinks();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + CurveFrame.WIDTH
        + " "
        + CurveFrame.HEIGHT
        + "\" width=\"160\" height=\"110\" fill=\"none\" stroke-linejoin=\"round\""
        + " font-family=\"sans-serif\" font-size=\"90\">\n<title>"
        + activation.id()
        + " and its slope</title>\n"
        + stroke(frame.axes(), AXIS, 8, "")
        + "<g fill=\""
        + AXIS
        + "\">\n"
        + frame.labels()
        + "</g>\n"
        + stroke(
            Strokes.path(frame, activation::slope, kinks), SLOPE, 15, " stroke-dasharray=\"45 30\"")
        + stroke(Strokes.path(frame, activation::value, kinks), VALUE, 22, "")
        + dots(frame, activation)
        + "</svg>\n";
  }

  private static String stroke(String path, String colour, int width, String more) {
    return path.isEmpty()
        ? ""
        : "<path stroke=\""
            + colour
            + "\" stroke-width=\""
            + width
            + "\""
            + more
            + " d=\""
            + path
            + "\"/>\n";
  }

  private static String dots(CurveFrame frame, Activation activation) {
    StringBuilder dots = new StringBuilder();
    CurveWindow window = frame.window();
    for (double kink : activation.kinks()) {
      double value = activation.value(kink);
      if (kink >= window.left()
          && kink <= window.right()
          && value >= window.low()
          && value <= window.high()) {
        dots.append("<circle cx=\"").append(Math.round(frame.x(kink)));
        dots.append("\" cy=\"").append(Math.round(frame.y(value)));
        dots.append("\" r=\"28\" fill=\"").append(VALUE).append("\"/>\n");
      }
    }
    return dots.toString();
  }
}
