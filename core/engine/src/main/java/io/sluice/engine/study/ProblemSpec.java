package io.sluice.engine.study;

import java.util.Objects;

/** What is to be minimised: a built-in problem, or data of the user's own. */
public sealed interface ProblemSpec {

  /** The label its rows carry; empty to make one of the id and the values. */
  String name();

  /**
   * A built-in problem.
   *
   * @param component its id and values
   */
  record BuiltIn(String name, ComponentSpec component) implements ProblemSpec {
    public BuiltIn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(component, "component");
    }
  }

  /** Examples to be fitted. */
  record Data(String name, Dataset data) implements ProblemSpec {
    public Data {
      Objects.requireNonNull(data, "data");
      if (name.isBlank()) {
        throw new IllegalArgumentException("a problem with data of its own needs a name");
      }
    }
  }
}
