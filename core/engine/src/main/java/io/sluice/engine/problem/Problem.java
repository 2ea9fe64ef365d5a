package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import java.util.Objects;
import java.util.Optional;

/** Something to be minimised, with all its numbers settled. */
public sealed interface Problem {

  /**
   * Examples that a network is to fit.
   *
   * @param validation rows to validate with; empty to split the examples as the study says
   * @param preparation what is done to them before training
   */
  record Fit(Dataset data, Optional<Dataset> validation, Preparation preparation)
      implements Problem {
    public Fit {
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(validation, "validation");
      Objects.requireNonNull(preparation, "preparation");
    }

    /** Examples that stay as they are. */
    public Fit(Dataset data) {
      this(data, Optional.empty(), Preparation.NONE);
    }
  }

  /** A function whose arguments are the parameters; there is no network. */
  record Minimum(ObjectiveFunction function) implements Problem {
    public Minimum {
      Objects.requireNonNull(function, "function");
    }
  }
}
