package io.sluice.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of a study's factors, run with many seeds.
 *
 * @param index its place in the plan, from 0
 * @param factors the label of each factor of the study, in the order of its header
 * @param hyperparameters every resolved hyper-parameter, named {@code factor.name}, such as {@code
 *     optimizer.learning-rate}
 */
public record Cell(int index, Map<String, String> factors, Map<String, Double> hyperparameters) {

  /**
   * What stands in the brackets of an optimizer's label in place of hyper-parameters whose values
   * were chosen by tuning, for each problem, network and activation by itself: {@code adam(tuned)}.
   */
  public static final String TUNED = "tuned";

  public Cell {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    if (factors.containsKey(null) || factors.containsValue(null)) {
      throw new IllegalArgumentException("a cell has no label that is null: " + factors);
    }
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
  }

  /**
   * A cell of a study with these factors: in their order, with presets where labels are left out.
   *
   * @param factors as the study's header declares them
   * @throws IllegalArgumentException if a label is missing, or is of a factor that is not declared
   */
  public static Cell of(
      List<Factor> factors,
      int index,
      Map<String, String> labels,
      Map<String, Double> hyperparameters) {
    return new Cell(index, Factor.complete(factors, labels), hyperparameters);
  }

  /** The label of one factor. */
  public String factor(String name) {
    String label = factors.get(name);
    if (label == null) {
      throw new IllegalArgumentException("no factor \"" + name + "\", only " + factors.keySet());
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
