package io.sluice.report.catalog;

import io.sluice.analysis.Figures;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.report.Figure;
import io.sluice.report.Panel;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.report.figure.PathDrawing;
import io.sluice.spi.Component;
import io.sluice.spi.PopulationOptimizer;
import java.util.List;

/** The path of an optimizer on the plane. */
final class PathFigure {

  /** The id of the figure. */
  static final String PATH = "path";

  private static final int SIZE = 360;

  private PathFigure() {}

  /** The figure of a path. */
  static Figure of(Component optimizer, OptimizerPath path) {
    double[] first = path.points().get(0);
    double[] end = path.points().get(path.points().size() - 1);
    String caption =
        OptimizerPath.setting(optimizer)
            + ": "
            + path.step()
            + (optimizer instanceof PopulationOptimizer ? " generations" : " steps")
            + ", cost "
            + Figures.number(path.cost())
            + ", loss "
            + Figures.number(path.loss());
    Panel panel =
        new Panel(
            caption + "; o first, x last, + minimum",
            PathDrawing.LEFT,
            PathDrawing.RIGHT,
            PathDrawing.LOW,
            PathDrawing.HIGH,
            path.points(),
            List.of(
                new Panel.Mark('+', 1, 1),
                new Panel.Mark('o', first[0], first[1]),
                new Panel.Mark('x', end[0], end[1])));
    return Figure.later(
        PATH,
        List.of(panel),
        () ->
            new Figure(
                optimizer.id() + " " + caption + "; a ring where it begins, a cross at the minimum",
                PathDrawing.of(optimizer.id() + " " + caption, path.points(), SIZE),
                table(path)));
  }

  private static Table table(OptimizerPath path) {
    Table.Builder table = Table.of(PATH, "The points of the path").columns("x", "y");
    path.points().forEach(point -> table.row(Value.of(point[0]), Value.of(point[1])));
    return table.build();
  }
}
