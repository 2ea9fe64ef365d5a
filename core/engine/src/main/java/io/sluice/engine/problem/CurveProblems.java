package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;

/** One input, one output: a single example and curves at evenly spaced points. */
final class CurveProblems {

  private static final double[] CHEBYSHEV = {0, -3, 0, 4, 0, 0};
  private static final String SHIFT = "a normal shift of each output";

  private CurveProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        ProblemDefinition.ofData(
            "single-example",
            Description.of(
                "One example: the network is to give y at x", "f(x) = y", "MQL5 article 16845"),
            List.of(
                real("x", 1, Interval.REALS, "the input"),
                real("y", 0.5, Interval.REALS, "the output wanted")),
            v -> Dataset.of(new double[][] {{v.number("x")}}, new double[][] {{v.number("y")}})),
        plain("sin3x", "y = sin 3x", x -> StrictMath.sin(3 * x)),
        plain("abs", "y = |x|", Math::abs),
        plain("cubic", "y = x³ − x", x -> x * x * x - x),
        ProblemDefinition.ofCurve(
            "sines",
            Description.of(
                "A sum of sine waves, each of a multiple of the first one's frequency",
                "y = Σ sin(2π k frequency x) / k, k from 1 to terms, plus noise",
                ""),
            List.of(
                Values.points(64, "how many points"),
                Values.limit(),
                integer("terms", 3, Interval.closed(1, 1000), "how many sine waves"),
                real("frequency", 1, Interval.POSITIVE, "waves of the first one in a unit of x"),
                Values.noise(0, SHIFT),
                Values.seed("the noise")),
            CurveProblems::sines,
            noise("sines")),
        ProblemDefinition.ofCurve(
            "polynomial",
            Description.of(
                "A polynomial up to degree 5; with the presets Chebyshev's of degree 3",
                "y = c0 + c1 x + c2 x² + c3 x³ + c4 x⁴ + c5 x⁵, plus noise",
                ""),
            polynomialHyperparameters(),
            CurveProblems::polynomial,
            noise("polynomial")));
  }

  private static ProblemDefinition plain(String id, String formula, DoubleUnaryOperator function) {
    return ProblemDefinition.ofCurve(
        id,
        Description.of("A curve at evenly spaced points", formula, ""),
        List.of(Values.points(32, "how many points"), Values.limit()),
        values -> function,
        (rows, values) -> {});
  }

  private static BiConsumer<Rows, Values> noise(String name) {
    return (rows, values) -> rows.moveOutputs(values.number("noise"), values.random(name));
  }

  private static DoubleUnaryOperator sines(Values values) {
    int terms = values.whole("terms");
    double unit = 2 * Math.PI * values.number("frequency");
    return x -> {
      double sum = 0;
      for (int k = 1; k <= terms; k++) {
        sum += Trigonometric.sin(k * unit * x) / k;
      }
      return sum;
    };
  }

  private static List<Hyperparameter> polynomialHyperparameters() {
    List<Hyperparameter> all = new ArrayList<>();
    all.add(Values.points(32, "how many points"));
    all.add(Values.limit());
    for (int power = 0; power < CHEBYSHEV.length; power++) {
      all.add(
          real("c" + power, CHEBYSHEV[power], Interval.REALS, "the factor of x to the " + power));
    }
    all.add(Values.noise(0, SHIFT));
    all.add(Values.seed("the noise"));
    return all;
  }

  private static DoubleUnaryOperator polynomial(Values values) {
    return x -> {
      double sum = 0;
      for (int power = CHEBYSHEV.length - 1; power >= 0; power--) {
        sum = sum * x + values.number("c" + power);
      }
      return sum;
    };
  }
}
