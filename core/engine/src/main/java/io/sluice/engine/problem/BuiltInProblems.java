package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The problems that come with Sluice. */
public final class BuiltInProblems {

  private static final String DIK =
      "A. Dik, MQL5 article 16443, functions in the state of December 2024";

  private BuiltInProblems() {}

  /** All of them by id. */
  public static Catalog<ProblemDefinition> catalog(String version) {
    Origin origin = new Origin("engine", version, "", "");
    return Catalog.of(all().stream().map(problem -> new Catalog.Entry<>(problem, origin)).toList());
  }

  private static List<ProblemDefinition> all() {
    return List.of(
        data(
            "single-example",
            Description.of(
                "One example: the network is to give y at x", "f(x) = y", "MQL5 article 16845"),
            List.of(
                real("x", 1, Interval.REALS, "the input"),
                real("y", 0.5, Interval.REALS, "the output wanted")),
            v -> Dataset.of(new double[][] {{v.get("x")}}, new double[][] {{v.get("y")}})),
        data(
            "xor",
            Description.of(
                "The four corners of the unit square; equal corners low, unequal ones high",
                "y = high if x1 ≠ x2, else low",
                "Minsky & Papert 1969"),
            List.of(
                real("low", -1, Interval.REALS, "the output for equal inputs"),
                real("high", 1, Interval.REALS, "the output for unequal inputs")),
            v -> {
              double low = v.get("low");
              double high = v.get("high");
              return Dataset.of(
                  new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
                  new double[][] {{low}, {high}, {high}, {low}});
            }),
        curve("sin3x", "y = sin 3x", x -> StrictMath.sin(3 * x)),
        curve("abs", "y = |x|", Math::abs),
        curve("cubic", "y = x³ − x", x -> x * x * x - x),
        data(
            "two-moons",
            Description.of(
                "Two interleaved half circles in the plane, classes 0 and 1 as numbers",
                "(cos t, sin t) and (1 − cos t, 1/2 − sin t), t from 0 to π, plus noise",
                "as in scikit-learn"),
            PlaneData.moonsHyperparameters(),
            PlaneData::moons),
        data(
            "two-spirals",
            Description.of(
                "Two spirals in the plane, one the other turned by half a turn, classes 0 and 1",
                "±(t cos(2π turns t), t sin(2π turns t)), t from 0 to 1, plus noise",
                "Lang & Witbrock 1988"),
            PlaneData.spiralsHyperparameters(),
            PlaneData::spirals),
        planar("hilly", "A bowl with waves, hills and holes", new PlanarCore.Hilly()),
        planar("forest", "Sharp peaks with one hole", new PlanarCore.Forest()),
        planar("megacity", "Whole heights and no slopes", new PlanarCore.Megacity()),
        classic("sphere", "A bowl", "Σ x²", ClassicFunction.Sphere::new, 1),
        classic(
            "rosenbrock",
            "A curved valley",
            "Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²",
            ClassicFunction.Rosenbrock::new,
            2),
        classic(
            "rastrigin",
            "A bowl with a lattice of minima",
            "10 n + Σ x² − 10 cos 2πx",
            ClassicFunction.Rastrigin::new,
            1),
        classic(
            "ackley",
            "A funnel in a rough plain",
            "20 (1 − exp(−0.2 √(Σ x² / n))) + e − exp(Σ cos 2πx / n)",
            ClassicFunction.Ackley::new,
            1));
  }

  private static ProblemDefinition data(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      Function<Map<String, Double>, Dataset> maker) {
    return new ProblemDefinition(
        id, description, hyperparameters, values -> new Problem.Fit(maker.apply(values)));
  }

  private static ProblemDefinition curve(String id, String formula, DoubleUnaryOperator function) {
    return data(
        id,
        Description.of("A curve at evenly spaced points", formula, ""),
        List.of(
            integer("points", 32, Interval.closed(2, 100_000), "how many points"),
            real("limit", 1, Interval.POSITIVE, "x goes from -limit to limit")),
        values -> {
          int points = values.get("points").intValue();
          double limit = values.get("limit");
          double[][] x = new double[points][1];
          double[][] y = new double[points][1];
          for (int i = 0; i < points; i++) {
            x[i][0] = limit * (2.0 * i / (points - 1) - 1);
            y[i][0] = function.applyAsDouble(x[i][0]);
          }
          return Dataset.of(x, y);
        });
  }

  private static ProblemDefinition planar(String id, String summary, PlanarCore core) {
    return new ProblemDefinition(
        id,
        Description.of(summary + "; loss = 1 − mean over the copies", "", DIK),
        List.of(
            integer("copies", 5, Interval.closed(1, 10_000), "how many copies, 2 dimensions each")),
        values -> new Problem.Minimum(new PlanarFunction(core, values.get("copies").intValue())));
  }

  @FunctionalInterface
  private interface ClassicMaker {
    ObjectiveFunction make(int dimensions, double limit);
  }

  private static ProblemDefinition classic(
      String id, String summary, String formula, ClassicMaker maker, int fewest) {
    return new ProblemDefinition(
        id,
        Description.of(summary + "; minimum 0", formula, ""),
        List.of(
            integer("dimensions", 10, Interval.closed(fewest, 10_000), "how many arguments"),
            real("limit", 5, Interval.POSITIVE, "the box is [-limit, limit] in each dimension")),
        values ->
            new Problem.Minimum(
                maker.make(values.get("dimensions").intValue(), values.get("limit"))));
  }
}
