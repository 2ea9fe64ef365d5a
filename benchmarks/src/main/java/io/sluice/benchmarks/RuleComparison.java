package io.sluice.benchmarks;

import io.sluice.formula.ProgramCompiler;
import io.sluice.formula.RuleOptimizer;
import io.sluice.math.LaneKernels;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.Optimizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Optimizers that are classes beside rules that say the same, interpreted and compiled: nanoseconds
 * of CPU for a step of one weight, gradients being copied in, in turns. {@code
 * -Dsluice.benchmarks.rounds=N} sets how often they take turns.
 */
public final class RuleComparison {

  private static final int PARAMETERS = 33;
  private static final int LANES = 64;
  private static final int CALLS = 200;
  private static final int WARM_UP = 40;

  private static final Map<String, String> RULES = rules();

  private RuleComparison() {}

  private static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put("sgd", "w = w - learning_rate * g");
    rules.put("momentum", "m = momentum * m + g\nw = w - learning_rate * m");
    rules.put(
        "rmsprop",
        "v = decay * v + (1 - decay) * g^2\nw = w - learning_rate * g / (sqrt(v) + epsilon)");
    String moments = "m = beta1 * m + (1 - beta1) * g\nv = beta2 * v + (1 - beta2) * g^2\n";
    rules.put(
        "adam",
        moments
            + "w = w - learning_rate / (1 - beta1^t) * m"
            + " / (sqrt(v) * (1 / sqrt(1 - beta2^t)) + epsilon)");
    rules.put(
        "adam ",
        moments
            + "w = w - learning_rate * (m / (1 - beta1^t))"
            + " / (sqrt(v / (1 - beta2^t)) + epsilon)");
    return rules;
  }

  /** Prints a table. */
  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        "%s mathematics, rules %s, Java %s; least ns a weight, medians in parentheses%n%n",
        LaneKernels.running().name(),
        ProgramCompiler.running(),
        Runtime.version().feature());
    System.out.printf(
        Locale.ROOT,
        "%-10s %15s %15s %15s %15s  %s%n",
        "optimizer",
        "class",
        "interpreted",
        "compiled",
        "/ class",
        "rule");
    RULES.forEach(RuleComparison::compare);
  }

  private static void compare(String id, String text) {
    GradientOptimizer written =
        (GradientOptimizer)
            BuiltIns.all(Optimizer.class).stream()
                .filter(each -> each.id().equals(id.strip()))
                .findFirst()
                .orElseThrow();
    Map<String, Double> values = new LinkedHashMap<>();
    written.hyperparameters().forEach(each -> values.put(each.name(), each.value()));
    RuleOptimizer rule = RuleOptimizer.of("", text, values);
    List<GradientOptimizer> entrants = List.of(written, rule.interpreted(), rule);
    int rounds = Integer.getInteger("sluice.benchmarks.rounds", 60);
    double[][] times = new double[entrants.size()][rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int k = 0; k < entrants.size(); k++) {
        double time = nanoseconds(entrants.get(k));
        if (round >= 0) {
          times[k][round] = time;
        }
      }
    }
    double[] least = Arrays.stream(times).mapToDouble(FormulaComparison::least).toArray();
    double[] median = Arrays.stream(times).mapToDouble(Timing::median).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-10s %15s %15s %15s %15s  %s%n",
        id,
        FormulaComparison.both(least[0], median[0]),
        FormulaComparison.both(least[1], median[1]),
        FormulaComparison.both(least[2], median[2]),
        FormulaComparison.both(least[2] / least[0], median[2] / median[0]),
        text.replace("\n", "; "));
  }

  private static double nanoseconds(GradientOptimizer optimizer) {
    BlockLayout layout = new BlockLayout(PARAMETERS, LANES, 0);
    GradientState state = optimizer.start(new Memory(layout, optimizer.hyperparameters()));
    SplittableRandom random = new SplittableRandom(1);
    double[] given = layout.newBlock();
    for (int i = 0; i < given.length; i++) {
      given[i] = random.nextDouble() - 0.5;
    }
    double[] gradients = layout.newBlock();
    double[] weights = layout.newBlock();
    long start = FormulaComparison.THREADS.getCurrentThreadCpuTime();
    for (int step = 1; step <= CALLS; step++) {
      System.arraycopy(given, 0, gradients, 0, given.length);
      if (!state.updateWeights(step, LANES, weights, gradients)) {
        state.update(step, LANES, weights, gradients);
        for (int i = 0; i < weights.length; i++) {
          weights[i] += gradients[i];
        }
      }
    }
    long time = FormulaComparison.THREADS.getCurrentThreadCpuTime() - start;
    return (double) time / CALLS / PARAMETERS / LANES;
  }

  /** The memory of lanes that are alike. */
  private record Memory(BlockLayout layout, List<Hyperparameter> values) implements LaneMemory {

    @Override
    public double[] block() {
      return layout.newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[layout.stride()];
    }

    @Override
    public double[] hyperparameter(String name) {
      double[] row = perLane();
      for (Hyperparameter each : values) {
        if (each.name().equals(name)) {
          Arrays.fill(row, each.value());
        }
      }
      return row;
    }
  }
}
