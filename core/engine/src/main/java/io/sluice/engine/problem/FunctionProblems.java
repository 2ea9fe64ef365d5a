package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import java.util.List;

/** Functions on a box. */
final class FunctionProblems {

  private static final String DIK =
      "A. Dik, MQL5 article 16443, functions in the state of December 2024";

  private FunctionProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
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
            1),
        bbob(),
        noisyQuadratic());
  }

  private static ProblemDefinition planar(String id, String summary, PlanarCore core) {
    return new ProblemDefinition(
        id,
        Description.of(summary + "; loss = 1 − mean over the copies", "", DIK),
        List.of(
            integer("copies", 5, Interval.closed(1, 10_000), "how many copies, 2 dimensions each")),
        values -> new Problem.Minimum(new PlanarFunction(core, values.get("copies").intValue())));
  }

  private static ProblemDefinition bbob() {
    return new ProblemDefinition(
        "bbob",
        Description.of(
            "One of the 24 functions of the BBOB suite; loss = its value above its minimum",
            "",
            "N. Hansen, S. Finck, R. Ros, A. Auger, INRIA RR-6829 (2009)"),
        List.of(
            integer("function", 1, Interval.closed(1, 24), "its number in the suite"),
            integer("dimensions", 5, Interval.closed(2, 1000), "how many arguments"),
            integer("instance", 1, Interval.closed(1, 100_000), "which shift and rotation")),
        values ->
            new Problem.Minimum(
                BbobFunction.of(
                    values.get("function").intValue(),
                    values.get("dimensions").intValue(),
                    values.get("instance").intValue())));
  }

  private static ProblemDefinition noisyQuadratic() {
    return new ProblemDefinition(
        "noisy-quadratic",
        Description.of(
            "A bowl of a given spectrum that batches see out of place; minimum 0",
            "mean of ½ (θ − x)ᵀ Q (θ − x) over the rows x, less its minimum",
            "F. Schneider, L. Balles, P. Hennig, DeepOBS, ICLR 2019, quadratic_deep"),
        List.of(
            integer("dimensions", 100, Interval.closed(2, 1000), "how many arguments"),
            integer("rows", 1000, Interval.closed(1, 100_000), "how many rows"),
            integer("steep", 10, Interval.closed(0, 1000), "eigenvalues from 30 to 60, not 0 to 1"),
            real("noise", 0.6, Interval.NOT_NEGATIVE, "the standard deviation of the rows"),
            integer("seed", 42, Interval.closed(0, 1_000_000), "of spectrum, rotation and rows")),
        values ->
            new Problem.Minimum(
                new NoisyQuadratic(
                    values.get("dimensions").intValue(),
                    values.get("rows").intValue(),
                    values.get("steep").intValue(),
                    values.get("noise"),
                    values.get("seed").longValue())));
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
