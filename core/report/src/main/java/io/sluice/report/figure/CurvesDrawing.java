package io.sluice.report.figure;

import io.sluice.report.figure.Curves.Layout;
import io.sluice.report.figure.Curves.Line;
import io.sluice.report.figure.Curves.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out {@link Curves}: one panel with names at the ends of curves, or a panel for each. */
final class CurvesDrawing {

  private static final double TALL = 230;
  private static final double LOW = 84;
  private static final double MARGIN = 8;
  private static final double MOST_FOR_NAMES = 175;

  /** Points of a curve with at most so many have marks. */
  private static final int MOST_MARKS = 16;

  private final Curves curves;
  private final List<Line> lines;
  private final ShortNames names;
  private final Drawing drawing = new Drawing();
  private final Scale x;
  private final double left;

  CurvesDrawing(Curves curves) {
    this.curves = curves;
    lines = curves.drawn();
    names = ShortNames.of(lines.stream().map(Line::name).toList());
    List<String> ticks = new ArrayList<>();
    for (double tick : y(0, TALL).ticks(mostTicks())) {
      ticks.add(curves.y().text(tick));
    }
    left = MARGIN + Lettering.room(ticks, MOST_FOR_NAMES) + 6;
    double room =
        isTogether()
            ? 30
                + Lettering.room(
                    lines.stream().map(Line::name).map(names::of).toList(), MOST_FOR_NAMES)
            : 14;
    x = curves.x().scale(curves.xs(), left + 4, Drawing.WIDTH - MARGIN - room);
  }

  /** The text of the drawing. */
  String svg() {
    double y = 26;
    drawing.text(MARGIN, 16, "strong", curves.y().name());
    if (isTogether()) {
      Scale scale = y(y + TALL, y);
      panel(scale, y, y + TALL);
      for (int i = 0; i < lines.size(); i++) {
        curve(lines.get(i), i, scale);
      }
      names(scale, y, y + TALL);
      y += TALL;
    } else {
      for (Line line : lines) {
        y += Lettering.LINE + 4;
        String brief = names.of(line.name());
        drawing.label(left + 4, y - 6, "", line.name(), brief, Drawing.WIDTH - left - MARGIN);
        Scale scale = y(y + LOW, y);
        good(line, y, y + LOW);
        panel(scale, y, y + LOW);
        curve(line, 0, scale);
        y += LOW;
      }
    }
    for (double tick : x.ticks(6)) {
      drawing.text(x.at(tick), y + 18, "quiet middle", curves.x().text(tick));
    }
    drawing.text((x.from() + x.to()) / 2, y + 38, "middle", curves.x().name());
    y += 46;
    y = notes(y);
    return drawing.svg(curves.caption(), description(), y + 4);
  }

  private boolean isTogether() {
    return curves.layout() == Layout.TOGETHER;
  }

  private int mostTicks() {
    return isTogether() ? 6 : 3;
  }

  private Scale y(double bottom, double top) {
    boolean isRank = curves.y().spacing() == Quantity.Spacing.RANK;
    return curves.y().scale(curves.ys(), isRank ? top + 6 : bottom, isRank ? bottom - 6 : top + 4);
  }

  private void panel(Scale y, double top, double bottom) {
    for (double tick : y.ticks(mostTicks())) {
      drawing.line(left, y.at(tick), x.to(), y.at(tick), "grid");
      drawing.text(left - 6, y.at(tick) + 5, "quiet end", curves.y().text(tick));
    }
    for (double tick : x.ticks(6)) {
      drawing.line(x.at(tick), bottom, x.at(tick), bottom + 4, "axis");
    }
    drawing.line(left, bottom, x.to(), bottom, "axis");
    drawing.line(left, top, left, bottom, "axis");
  }

  private void curve(Line line, int series, Scale y) {
    Trace trace = new Trace(line.points(), x, y, curves.shape());
    String classes = Series.classOf(series);
    drawing.open(line.name());
    drawing.path(trace.band(), classes + " band");
    drawing.path(trace.line(), classes + " line");
    if (trace.points().size() <= MOST_MARKS && curves.shape() == Curves.Shape.LINES) {
      for (Point point : trace.points()) {
        if (trace.isPlaced(point)) {
          drawing.open(
              line.name()
                  + " at "
                  + curves.x().text(point.x())
                  + ": "
                  + curves.y().text(point.y()));
          drawing.mark(series, x.at(point.x()), y.at(point.y().value())).close();
        }
      }
    }
    drawing.close();
  }

  private void good(Line line, double top, double bottom) {
    if (line.hasGood()) {
      double from = x.at(line.goodFrom());
      double to = x.at(line.goodTo());
      drawing.open(
          "good from "
              + curves.x().text(line.goodFrom())
              + " to "
              + curves.x().text(line.goodTo()));
      drawing.rectangle(from - 3, top, to - from + 6, bottom - top, "good").close();
    }
  }

  /** Writes the names where the curves end, moved apart so that each can be read. */
  private void names(Scale y, double top, double bottom) {
    List<Name> ends = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Trace trace = new Trace(lines.get(i).points(), x, y, curves.shape());
      List<Point> placed = trace.points().stream().filter(trace::isPlaced).toList();
      if (placed.isEmpty()) {
        ends.add(new Name(i, x.to(), bottom));
      } else {
        Point end = placed.get(placed.size() - 1);
        ends.add(new Name(i, x.at(end.x()), y.at(end.y().value())));
      }
    }
    ends.sort(Comparator.comparingDouble(Name::y));
    double[] places = new double[ends.size()];
    double least = top + 4;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(least, ends.get(i).y());
      least = places[i] + Lettering.LINE;
    }
    double most = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(most, places[i]);
      most = places[i] - Lettering.LINE;
    }
    for (int i = 0; i < places.length; i++) {
      Name name = ends.get(i);
      double at = x.to() + 18;
      drawing.line(name.x(), name.y(), x.to() + 10, places[i], "leader");
      drawing.mark(name.series(), at, places[i]);
      drawing.label(
          at + 9,
          places[i] + 5,
          "",
          lines.get(name.series()).name(),
          names.of(lines.get(name.series()).name()),
          Drawing.WIDTH - MARGIN / 2 - at - 9);
    }
  }

  private record Name(int series, double x, double y) {}

  private double notes(double y) {
    double next = y;
    if (lines.stream().anyMatch(Line::hasGood)) {
      drawing.rectangle(left + 4, next, 16, 12, "good");
      drawing.text(left + 26, next + 11, "quiet", "as good as the best, as far as can be told");
      next += Lettering.LINE + 2;
    }
    int more = curves.series().size() - lines.size();
    if (more > 0) {
      drawing.text(left + 4, next + 11, "quiet", "and " + more + " more in the table");
      next += Lettering.LINE + 2;
    }
    return next;
  }

  private String description() {
    return curves.y().name()
        + " over "
        + curves.x().name()
        + " for "
        + Drawing.listed(lines.stream().map(Line::name).toList())
        + ", with the bands of their intervals.";
  }
}
