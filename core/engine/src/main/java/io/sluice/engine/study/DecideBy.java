package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Objects;

/** What a study is decided by, as its author says beforehand. It changes no trial. */
public sealed interface DecideBy {

  /** {@code target 0.001} or {@code metric validation-accuracy}. */
  String text();

  /**
   * The cost to a target.
   *
   * @param loss one of the study's targets
   */
  record Target(double loss) implements DecideBy {
    @Override
    public String text() {
      return "target " + NumberText.of(loss);
    }
  }

  /**
   * The last value of a metric.
   *
   * @param metric one that says how good a trial was
   */
  record Measured(Metric metric) implements DecideBy {
    public Measured {
      Objects.requireNonNull(metric, "metric");
      if (!metric.isMerit()) {
        throw new IllegalArgumentException(
            metric.id() + " does not say how good a trial was, so it cannot decide");
      }
    }

    @Override
    public String text() {
      return "metric " + metric.id();
    }
  }
}
