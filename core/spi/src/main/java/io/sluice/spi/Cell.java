package io.sluice.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of a study's factors, run with many seeds.
 *
 * @param index its place in the plan, from 0
 * @param factors the label of each factor, in the order of {@link #FACTORS}
 * @param hyperparameters every resolved hyper-parameter, named {@code factor.name}, such as {@code
 *     optimizer.learning-rate}
 */
public record Cell(int index, Map<String, String> factors, Map<String, Double> hyperparameters) {

  /** The factors of every study, in the order of columns. */
  public static final List<String> FACTORS =
      List.of(
          "problem",
          "network",
          "loss",
          "activation",
          "optimizer",
          "weight-policy",
          "bounds",
          "initial-weights",
          "batches",
          "schedule",
          "clipping",
          "weight-decay");

  /**
   * The factors that a cell may leave out, with the label it then has. It is also the label of a
   * cell to which the factor does not apply.
   */
  public static final Map<String, String> PRESETS =
      Map.of("batches", "full", "schedule", "constant", "clipping", "none", "weight-decay", "none");

  /**
   * What stands in the brackets of an optimizer's label in place of hyper-parameters whose values
   * were chosen by tuning, for each problem, network and activation by itself: {@code adam(tuned)}.
   */
  public static final String TUNED = "tuned";

  public Cell {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : FACTORS) {
      ordered.put(name, factors.getOrDefault(name, PRESETS.get(name)));
    }
    if (!ordered.keySet().containsAll(factors.keySet()) || ordered.containsValue(null)) {
      throw new IllegalArgumentException("a cell has the factors " + FACTORS + ", not " + factors);
    }
    factors = Collections.unmodifiableMap(ordered);
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
  }

  /** The label of one factor. */
  public String factor(String name) {
    String label = factors.get(name);
    if (label == null) {
      throw new IllegalArgumentException("no factor \"" + name + "\", only " + FACTORS);
    }
    return label;
  }

  /** Whether the optimizer has values that were chosen by tuning. */
  public boolean isTuned() {
    String optimizer = factor("optimizer");
    return optimizer.endsWith("(" + TUNED + ")") || optimizer.endsWith(" " + TUNED + ")");
  }

  /**
   * The label of a component without one entry of its brackets, and without brackets if nothing is
   * left in them: {@code adam(beta1=0.8)} of {@code adam(beta1=0.8 tuned)}. A label without the
   * entry stays as it is.
   *
   * @param entry the name of a hyper-parameter, or {@link #TUNED}
   */
  public static String labelWithout(String label, String entry) {
    int open = label.lastIndexOf('(');
    int close = label.indexOf(')', open);
    if (open < 0 || close < 0) {
      return label;
    }
    List<String> entries = List.of(label.substring(open + 1, close).split(" "));
    List<String> kept =
        entries.stream()
            .filter(other -> !other.equals(entry) && !other.startsWith(entry + "="))
            .toList();
    if (kept.size() == entries.size()) {
      return label;
    }
    String brackets = kept.isEmpty() ? "" : "(" + String.join(" ", kept) + ")";
    return label.substring(0, open) + brackets + label.substring(close + 1);
  }
}
