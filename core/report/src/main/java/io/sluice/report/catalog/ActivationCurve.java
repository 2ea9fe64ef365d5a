package io.sluice.report.catalog;

import io.sluice.analysis.Estimate;
import io.sluice.report.Figure;
import io.sluice.report.Panel;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.report.figure.Curves;
import io.sluice.report.figure.Quantity;
import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The curve of an activation and of its slope. */
final class ActivationCurve {

  /** The id of the figure. */
  static final String CURVE = "curve";

  private static final int PARTS = 200;

  private ActivationCurve() {}

  /** The figure from one x to another. */
  static Figure figure(Activation activation, double from, double to) {
    double[] x = places(activation, from, to);
    String slope = activation.surrogateSlope().isEmpty() ? "f'(x)" : "surrogate of f'(x)";
    List<double[]> values = points(x, activation::value);
    List<double[]> slopes = points(x, activation::slope);
    return Figure.later(
        CURVE,
        List.of(Panel.curve("f(x)", from, to, values), Panel.curve(slope, from, to, slopes)),
        () -> drawn(activation.id(), slope, values, slopes));
  }

  private static Figure drawn(
      String id, String slope, List<double[]> values, List<double[]> slopes) {
    Figure drawing =
        new Curves(
                CURVE,
                id + " and its slope",
                Quantity.linear("x"),
                Quantity.linear("f(x) and " + slope),
                Curves.Shape.LINES,
                Curves.Layout.TOGETHER,
                List.of(line("f(x)", values), line(slope, slopes)))
            .figure();
    Table.Builder table =
        Table.of(CURVE, "Points of the curve")
            .columns("x")
            .column("value", "f(x)")
            .column("slope", slope);
    for (int i = 0; i < values.size(); i++) {
      double[] value = values.get(i);
      table.row(Value.of(value[0]), Value.of(value[1]), Value.of(slopes.get(i)[1]));
    }
    return new Figure(drawing.caption(), drawing.svg(), table.build());
  }

  /** Places at equal distances, and the kinks. */
  private static double[] places(Activation activation, double from, double to) {
    DoubleStream kinks = Arrays.stream(activation.kinks()).filter(kink -> kink > from && kink < to);
    DoubleStream even =
        IntStream.rangeClosed(0, PARTS).mapToDouble(i -> (from * (PARTS - i) + to * i) / PARTS);
    return DoubleStream.concat(even, kinks).sorted().distinct().toArray();
  }

  private static List<double[]> points(double[] x, DoubleUnaryOperator curve) {
    return Arrays.stream(x).mapToObj(at -> new double[] {at, curve.applyAsDouble(at)}).toList();
  }

  private static Curves.Line line(String name, List<double[]> points) {
    return new Curves.Line(
        name,
        points.stream()
            .map(point -> new Curves.Point(point[0], Estimate.withoutInterval(point[1])))
            .toList());
  }
}
