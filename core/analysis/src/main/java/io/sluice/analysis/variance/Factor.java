package io.sluice.analysis.variance;

import java.util.ArrayList;
import java.util.List;

/**
 * A factor of a study as it varies over some cells.
 *
 * @param name the name of the factor, such as {@code activation}; of hyper-parameters that vary
 *     within their component the names, such as {@code optimizer.learning-rate}; of factors that
 *     only vary together all their names, such as {@code bounds+initial-weights}
 * @param parent the place of the factor that this one is nested in, −1 for none: each level of this
 *     one belongs to one level of that
 * @param labels its levels, in the order of the plan
 * @param levels the place of each cell's level
 */
public record Factor(String name, int parent, List<String> labels, int[] levels) {

  public Factor {
    labels = List.copyOf(labels);
    levels = levels.clone();
  }

  /** This factor and another one that has the same levels everywhere, as one. */
  Factor with(String other, List<String> otherLabels) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      joined.add(labels.get(i) + ", " + otherLabels.get(i));
    }
    return new Factor(name + "+" + other, parent, joined, levels);
  }
}
