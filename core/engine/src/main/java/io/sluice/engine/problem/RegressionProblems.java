package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.math.Hyperbolic;
import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Functions of several inputs at random points. */
final class RegressionProblems {

  private static final String FRIEDMAN = "Friedman 1991, as in scikit-learn";
  private static final String SHIFT = "a normal shift of each output";

  /** The inputs of the second and third of Friedman's problems. */
  private static final double[] LOWER = {0, 40 * Math.PI, 0, 1};

  private static final double[] UPPER = {100, 560 * Math.PI, 1, 11};

  private RegressionProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        ProblemDefinition.ofData(
            "friedman-1",
            Description.of(
                "Five inputs count, the others do not; all uniform on [0, 1)",
                "y = 10 sin(π x1 x2) + 20 (x3 − 1/2)² + 10 x4 + 5 x5, plus noise",
                FRIEDMAN),
            List.of(
                Values.points(100, "how many examples"),
                integer("inputs", 10, Interval.closed(5, 1000), "how many inputs"),
                Values.noise(0, SHIFT),
                Values.seed("the inputs and the noise")),
            RegressionProblems::friedmanOne),
        friedman(
            "friedman-2",
            "The impedance of a circuit",
            "y = √(x1² + (x2 x3 − 1 / (x2 x4))²), plus noise",
            x -> {
              double reactance = reactance(x);
              return Math.sqrt(x[0] * x[0] + reactance * reactance);
            }),
        friedman(
            "friedman-3",
            "The phase angle of a circuit",
            "y = atan((x2 x3 − 1 / (x2 x4)) / x1), plus noise",
            x -> StrictMath.atan(reactance(x) / x[0])),
        ProblemDefinition.ofData(
            "teacher",
            Description.of(
                "What a random network of tanh layers says about inputs uniform on [−1, 1)",
                "y = W tanh(… tanh(V x + b) …) + c, weights normal / √fan-in, biases normal",
                ""),
            List.of(
                Values.points(200, "how many examples"),
                integer("inputs", 4, Interval.closed(1, 1000), "how many inputs"),
                integer("outputs", 1, Interval.closed(1, 100), "how many outputs"),
                integer("width", 8, Interval.closed(1, 1000), "units of each hidden layer"),
                integer("depth", 1, Interval.closed(1, 20), "how many hidden layers"),
                real("gain", 2, Interval.POSITIVE, "factor of the weights of hidden layers"),
                Values.noise(0, SHIFT),
                Values.seed("the network, the inputs and the noise")),
            RegressionProblems::teacher));
  }

  private static Dataset friedmanOne(Values values) {
    Rows rows = new Rows(values.points(), values.whole("inputs"), 1);
    RandomStream random = values.random("friedman-1");
    for (int i = 0; i < values.points(); i++) {
      double[] x = rows.x[i];
      random.fill(x, 0, x.length, 0, 1);
      double hill = x[2] - 0.5;
      rows.y[i][0] =
          10 * Trigonometric.sin(Math.PI * x[0] * x[1]) + 20 * hill * hill + 10 * x[3] + 5 * x[4];
    }
    rows.moveOutputs(values.number("noise"), values.random("friedman-1 noise"));
    return rows.data();
  }

  private static double reactance(double[] x) {
    return x[1] * x[2] - 1 / (x[1] * x[3]);
  }

  private static ProblemDefinition friedman(
      String id, String summary, String formula, ToDoubleFunction<double[]> function) {
    List<Hyperparameter> hyperparameters =
        List.of(
            Values.points(100, "how many examples"),
            Values.noise(0, SHIFT),
            Values.seed("the inputs and the noise"));
    String ranges = "; x1 in [0, 100), x2 in [40π, 560π), x3 in [0, 1), x4 in [1, 11)";
    return ProblemDefinition.ofData(
        id,
        Description.of(summary + "; all inputs uniform", formula + ranges, FRIEDMAN),
        hyperparameters,
        values -> {
          Rows rows = new Rows(values.points(), LOWER.length, 1);
          RandomStream random = values.random(id);
          for (int i = 0; i < values.points(); i++) {
            for (int input = 0; input < LOWER.length; input++) {
              rows.x[i][input] = random.nextDouble(LOWER[input], UPPER[input]);
            }
            rows.y[i][0] = function.applyAsDouble(rows.x[i]);
          }
          rows.moveOutputs(values.number("noise"), values.random(id + " noise"));
          return rows.data();
        });
  }

  private static Dataset teacher(Values values) {
    int depth = values.whole("depth");
    int width = values.whole("width");
    RandomStream random = values.random("teacher");
    double[][][] layers = new double[depth + 1][][];
    for (int layer = 0; layer <= depth; layer++) {
      int fanIn = layer == 0 ? values.whole("inputs") : width;
      int units = layer == depth ? values.whole("outputs") : width;
      layers[layer] = units(units, fanIn, layer == depth ? 1 : values.number("gain"), random);
    }
    Rows rows = new Rows(values.points(), values.whole("inputs"), values.whole("outputs"));
    RandomStream inputs = values.random("teacher inputs");
    for (int i = 0; i < values.points(); i++) {
      inputs.fill(rows.x[i], 0, rows.x[i].length, -1, 1);
      double[] signal = rows.x[i];
      for (int layer = 0; layer <= depth; layer++) {
        signal = pass(layers[layer], signal, layer < depth);
      }
      rows.y[i] = signal;
    }
    rows.moveOutputs(values.number("noise"), values.random("teacher noise"));
    return rows.data();
  }

  /** For each unit its weights and its bias. */
  private static double[][] units(int units, int fanIn, double gain, RandomStream random) {
    double scale = gain / Math.sqrt(fanIn);
    double[][] weights = new double[units][fanIn + 1];
    for (double[] unit : weights) {
      for (int i = 0; i < fanIn; i++) {
        unit[i] = scale * random.nextGaussian();
      }
      unit[fanIn] = random.nextGaussian();
    }
    return weights;
  }

  private static double[] pass(double[][] units, double[] signal, boolean activated) {
    double[] answer = new double[units.length];
    for (int u = 0; u < units.length; u++) {
      double sum = units[u][signal.length];
      for (int i = 0; i < signal.length; i++) {
        sum += units[u][i] * signal[i];
      }
      answer[u] = activated ? Hyperbolic.tanh(sum) : sum;
    }
    return answer;
  }
}
