package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import java.util.Objects;

/** Something to be minimised, with all its numbers settled. */
public sealed interface Problem {

  /**
   * Examples that a network is to fit.
   *
   * @param preparation what is done to them before training
   */
  record Fit(Dataset data, Preparation preparation) implements Problem {
    public Fit {
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(preparation, "preparation");
    }

    /** Examples that stay as they are. */
    public Fit(Dataset data) {
      this(data, Preparation.NONE);
    }
  }

  /** A function whose arguments are the parameters; there is no network. */
  record Minimum(ObjectiveFunction function) implements Problem {
    public Minimum {
      Objects.requireNonNull(function, "function");
    }
  }
}
