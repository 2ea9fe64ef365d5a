package io.sluice.benchmarks;

import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Formulas beside the built-in activations that compute the same: nanoseconds of CPU for the value
 * and the slope of one element, in turns, medians of many rounds. Inputs lie between -3 and 3.
 */
public final class FormulaComparison {

  private static final int ELEMENTS = 1024;
  private static final int CALLS = 400;
  private static final int ROUNDS = 60;
  private static final int WARM_UP = 15;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FormulaComparison() {}

  /** Prints a table. */
  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT, "%-12s %9s %9s %6s%n", "activation", "built-in", "formula", "ratio");
    formulas().forEach(FormulaComparison::compare);
  }

  private static Map<String, String> formulas() {
    Map<String, String> formulas = new LinkedHashMap<>();
    formulas.put("mish", "x * tanh(log(1 + exp(x)))");
    formulas.put("silu", "x / (1 + exp(-x))");
    formulas.put("gelu", "x * normcdf(x)");
    formulas.put("snake", "x + sin(x)^2");
    formulas.put("tanh", "tanh(x)");
    formulas.put("sigmoid", "1 / (1 + exp(-x))");
    formulas.put("softplus", "log(1 + exp(x))");
    formulas.put("elu", "x if x > 0 else exp(x) - 1");
    formulas.put("relu", "relu(x)");
    formulas.put("softsign", "x / (1 + abs(x))");
    return formulas;
  }

  private static void compare(String id, String text) {
    Activation builtIn =
        BuiltIns.all(Activation.class).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no activation \"" + id + "\""));
    Activation formula = FormulaActivation.of("", text, Map.of());
    double[] builtInTimes = new double[ROUNDS];
    double[] formulaTimes = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double one = nanoseconds(builtIn);
      double other = nanoseconds(formula);
      if (round >= 0) {
        builtInTimes[round] = one;
        formulaTimes[round] = other;
      }
    }
    double one = Timing.median(builtInTimes);
    double other = Timing.median(formulaTimes);
    System.out.printf(
        Locale.ROOT, "%-12s %9.2f %9.2f %6.2f  %s%n", id, one, other, other / one, text);
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
