package io.sluice.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study varies, such as its optimizers: each cell has one label of each factor. A study's
 * {@link StudyHeader#factors() header} declares them, so that a store can keep factors that it has
 * never heard of.
 *
 * @param name lower kebab-case, such as {@code weight-policy}
 * @param preset the label of a cell that leaves the factor out, or to which it does not apply;
 *     empty if every cell has to name one
 */
public record Factor(String name, String preset) {

  /** The label of bounds that are the range of the initial weights, beside such of activations. */
  public static final String INITIAL = "initial";

  /** Those of studies that declare none, because they were kept before studies declared any. */
  public static final List<Factor> FIRST =
      List.of(
          new Factor("problem", ""),
          new Factor("network", ""),
          new Factor("loss", ""),
          new Factor("activation", ""),
          new Factor("optimizer", ""),
          new Factor("weight-policy", ""),
          new Factor("bounds", ""),
          new Factor("initial-weights", ""),
          new Factor("batches", "full"),
          new Factor("schedule", "constant"),
          new Factor("clipping", "none"),
          new Factor("weight-decay", "none"));

  public Factor {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of a factor is lower kebab-case, not \"" + name + "\"");
    }
    if (preset == null) {
      throw new IllegalArgumentException("the factor " + name + " has null for a preset");
    }
  }

  /** Whether cells may leave it out. */
  public boolean hasPreset() {
    return !preset.isEmpty();
  }

  /** Their names, in order. */
  public static List<String> names(List<Factor> factors) {
    return factors.stream().map(Factor::name).toList();
  }

  /** The presets of those that have one, by name and in order. */
  public static Map<String, String> presets(List<Factor> factors) {
    Map<String, String> presets = new LinkedHashMap<>();
    factors.stream().filter(Factor::hasPreset).forEach(f -> presets.put(f.name, f.preset));
    return presets;
  }

  /**
   * The labels of a cell in the order of the factors, with presets where they are left out.
   *
   * @throws IllegalArgumentException if one is missing, or is of another factor
   */
  static Map<String, String> complete(List<Factor> factors, Map<String, String> labels) {
    Map<String, String> complete = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Factor factor : factors) {
      String label = labels.getOrDefault(factor.name, factor.preset);
      if (label == null || label.isEmpty() && !labels.containsKey(factor.name)) {
        missing.add(factor.name);
      }
      complete.put(factor.name, label);
    }
    if (!missing.isEmpty() || !complete.keySet().containsAll(labels.keySet())) {
      throw new IllegalArgumentException(
          "a cell of the study has the factors " + names(factors) + ", not " + labels);
    }
    return complete;
  }
}
