package io.sluice.spi;

import java.util.Objects;

/**
 * What happens to a trial. The events of one trial come in the order started, measured (any number
 * of times), finished, without those of another between them.
 */
public sealed interface TrialEvent {

  /** The trial the event is about. */
  Trial trial();

  /** The trial's first event. */
  record Started(Trial trial) implements TrialEvent {
    public Started {
      Objects.requireNonNull(trial, "trial");
    }
  }

  /**
   * One metric at one step.
   *
   * @param step the updates or generations made
   * @param cost what had been spent, in forward-equivalents
   * @param metric its name, such as {@code loss}
   * @param value its value; not necessarily finite
   */
  record Measured(Trial trial, long step, double cost, String metric, double value)
      implements TrialEvent {
    public Measured {
      Objects.requireNonNull(trial, "trial");
      Objects.requireNonNull(metric, "metric");
    }
  }

  /** The trial's last event. */
  record Finished(Trial trial, TrialResult result) implements TrialEvent {
    public Finished {
      Objects.requireNonNull(trial, "trial");
      Objects.requireNonNull(result, "result");
    }
  }
}
