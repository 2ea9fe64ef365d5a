package io.sluice.benchmarks;

import io.sluice.formula.FormulaActivation;
import io.sluice.formula.ProgramCompiler;
import io.sluice.math.LaneKernels;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Built-in activations beside the formulas of their descriptions, interpreted and compiled:
 * nanoseconds of CPU for the value and the slope of one element, in turns. Inputs lie between -3
 * and 3, in blocks of 1024.
 *
 * <p>Arguments are the ids of activations; without any there is a list. {@code
 * -Dsluice.benchmarks.rounds=N} sets how often they take turns.
 */
public final class FormulaComparison {

  private static final int ELEMENTS = 1024;
  private static final int CALLS = 200;
  private static final int WARM_UP = 40;

  private static final List<String> IDS =
      List.of(
          "relu",
          "sigmoid",
          "silu",
          "tanh",
          "elu",
          "softplus",
          "snake",
          "gelu",
          "softsign",
          "mish",
          "leaky-relu",
          "relu6",
          "hard-sigmoid",
          "hard-tanh",
          "hard-swish",
          "celu",
          "selu",
          "gelu-tanh",
          "log-sigmoid",
          "tanh-shrink",
          "soft-shrink",
          "hard-shrink",
          "identity",
          "squared-relu",
          "gaussian",
          "sinc",
          "arctan",
          "isru",
          "bent-identity",
          "erf",
          "phish",
          "logish",
          "serf",
          "squareplus",
          "smelu",
          "sin",
          "cos",
          "symlog",
          "elliott",
          "lecun-tanh",
          "penalized-tanh",
          "hard-mish",
          "prelu");

  static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FormulaComparison() {}

  /** Prints a table. */
  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        "%s mathematics, formulas %s, Java %s; least ns an element, medians in parentheses%n%n",
        LaneKernels.running().name(),
        ProgramCompiler.running(),
        Runtime.version().feature());
    System.out.printf(
        Locale.ROOT,
        "%-16s %15s %15s %15s %15s %15s  %s%n",
        "activation",
        "built-in",
        "interpreted",
        "compiled",
        "/ built-in",
        "/ interpreted",
        "formula");
    List<String> ids = arguments.length > 0 ? List.of(arguments) : IDS;
    for (String id : ids) {
      BuiltIns.all(Activation.class).stream()
          .filter(each -> each.id().equals(id))
          .findFirst()
          .ifPresentOrElse(
              FormulaComparison::compare,
              () -> System.out.printf(Locale.ROOT, "%-16s is no built-in activation%n", id));
    }
  }

  private static void compare(Activation builtIn) {
    String text = builtIn.description().formula();
    FormulaActivation compiled = FormulaActivation.of("", text, presets(builtIn));
    List<Activation> entrants = List.of(builtIn, compiled.interpreted(), compiled);
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
    System.out.printf(
        Locale.ROOT,
        "%-16s %15s %15s %15s %15s %15s  %s%n",
        builtIn.id(),
        both(least(times[0]), Timing.median(times[0])),
        both(least(times[1]), Timing.median(times[1])),
        both(least(times[2]), Timing.median(times[2])),
        both(least(times[2]) / least(times[0]), Timing.median(times[2]) / Timing.median(times[0])),
        both(least(times[2]) / least(times[1]), Timing.median(times[2]) / Timing.median(times[1])),
        text);
  }

  private static Map<String, Double> presets(Activation activation) {
    Map<String, Double> presets = new LinkedHashMap<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      presets.put(each.name(), each.value());
    }
    return presets;
  }

  static double least(double[] times) {
    return Arrays.stream(times).min().orElseThrow();
  }

  static String both(double least, double median) {
    return String.format(Locale.ROOT, "%.2f (%.2f)", least, median);
  }

  private static double nanoseconds(Activation activation) {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = new double[ELEMENTS];
    for (int i = 0; i < ELEMENTS; i++) {
      x[i] = 6 * random.nextDouble() - 3;
    }
    double[] y = new double[ELEMENTS];
    double[] slope = new double[ELEMENTS];
    long start = THREADS.getCurrentThreadCpuTime();
    for (int call = 0; call < CALLS; call++) {
      activation.valuesAndSlopes(x, y, slope, 0, ELEMENTS);
    }
    long time = THREADS.getCurrentThreadCpuTime() - start;
    return (double) time / CALLS / ELEMENTS;
  }
}
