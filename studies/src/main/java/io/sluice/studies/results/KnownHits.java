package io.sluice.studies.results;

import io.sluice.engine.text.NumberText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * First hits of the targets that a file has, and of no others.
 *
 * @param file its name
 * @param costs what had been spent at the first hit of each, NaN for never
 */
record KnownHits(String file, Map<Double, Double> costs) implements Run.Hits {

  @Override
  public double cost(double target) {
    Double cost = costs.get(target);
    if (cost == null) {
      throw new ResultFormatException(
          file
              + " does not tell what it cost to reach "
              + NumberText.of(target)
              + (costs.isEmpty()
                  ? ""
                  : ", only "
                      + costs.keySet().stream()
                          .map(NumberText::of)
                          .collect(Collectors.joining(", "))));
    }
    return cost;
  }
}
