package io.sluice.engine.study;

import java.util.Objects;

/** What is to be minimised: a built-in problem, or data of the user's own. */
public sealed interface ProblemSpec {

  /** The label its rows carry; empty to make one of the id and the values. */
  String name();

  /** What is done to its data before training. */
  Preparation preparation();

  /**
   * A built-in problem.
   *
   * @param component its id and values
   */
  record BuiltIn(String name, ComponentSpec component, Preparation preparation)
      implements ProblemSpec {
    public BuiltIn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(preparation, "preparation");
    }

    /** Its data stay as they are. */
    public BuiltIn(String name, ComponentSpec component) {
      this(name, component, Preparation.NONE);
    }
  }

  /** Examples to be fitted. */
  record Data(String name, Dataset data, Preparation preparation) implements ProblemSpec {
    public Data {
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(preparation, "preparation");
      if (name.isBlank()) {
        throw new IllegalArgumentException("a problem with data of its own needs a name");
      }
    }

    /** The data stay as they are. */
    public Data(String name, Dataset data) {
      this(name, data, Preparation.NONE);
    }
  }
}
