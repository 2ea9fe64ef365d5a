package io.sluice.studies.results;

import io.sluice.engine.text.NumberText;
import java.util.List;
import java.util.stream.Collectors;

/** First hits of the targets that a file has, and of no others. */
final class KnownHits implements Run.Hits {

  private final String file;
  private final List<Double> targets;
  private final double[] costs;

  /**
   * The hits of a run.
   *
   * @param costs what had been spent at the first hit of each target, NaN for never
   */
  KnownHits(String file, List<Double> targets, double... costs) {
    this.file = file;
    this.targets = targets;
    this.costs = costs;
  }

  @Override
  public double cost(double target) {
    int at = targets.indexOf(target);
    if (at < 0) {
      throw new ResultFormatException(
          file
              + " does not tell what it cost to reach "
              + NumberText.of(target)
              + ", only "
              + targets.stream().map(NumberText::of).collect(Collectors.joining(", ")));
    }
    return costs[at];
  }
}
