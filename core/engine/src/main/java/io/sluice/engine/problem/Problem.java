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
   * @param curve the function they were taken from; empty if it is not known
   */
  record Fit(
      Dataset data, Optional<Dataset> validation, Preparation preparation, Optional<Curve> curve)
      implements Problem {
    public Fit {
      Objects.requireNonNull(curve, "curve");
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(validation, "validation");
      Objects.requireNonNull(preparation, "preparation");
    }

    /** Examples of nobody knows which function. */
    public Fit(Dataset data, Optional<Dataset> validation, Preparation preparation) {
      this(data, validation, preparation, Optional.empty());
    }

    /** Examples that stay as they are. */
    public Fit(Dataset data) {
      this(data, Optional.empty(), Preparation.NONE);
    }

    /** The same examples, prepared otherwise. */
    public Fit prepared(Preparation otherwise) {
      return new Fit(data, validation, otherwise, curve);
    }
  }

  /** A function whose arguments are the parameters; there is no network. */
  record Minimum(ObjectiveFunction function) implements Problem {
    public Minimum {
      Objects.requireNonNull(function, "function");
    }
  }
}
