package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import java.util.Objects;

/** Something to be minimised, with all its numbers settled. */
public sealed interface Problem {

  /** Examples that a network is to fit. */
  record Fit(Dataset data) implements Problem {
    public Fit {
      Objects.requireNonNull(data, "data");
    }
  }

  /** A function whose arguments are the parameters; there is no network. */
  record Minimum(ObjectiveFunction function) implements Problem {
    public Minimum {
      Objects.requireNonNull(function, "function");
    }
  }
}
