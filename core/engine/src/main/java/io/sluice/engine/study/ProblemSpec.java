package io.sluice.engine.study;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * Examples to be fitted.
   *
   * @param validation rows to validate with, of as many inputs and outputs; empty to split the data
   *     as the study says
   * @param remarks what was noticed when they were read: notes for the plan, no part of the
   *     question
   */
  record Data(
      String name,
      Dataset data,
      Optional<Dataset> validation,
      Preparation preparation,
      List<String> remarks)
      implements ProblemSpec {
    public Data {
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(preparation, "preparation");
      remarks = List.copyOf(remarks);
      if (name.isBlank()) {
        throw new IllegalArgumentException("a problem with data of its own needs a name");
      }
      validation.ifPresent(rows -> checkWidths(data, rows));
    }

    private static void checkWidths(Dataset data, Dataset rows) {
      if (rows.inputs() != data.inputs() || rows.outputs() != data.outputs()) {
        throw new IllegalArgumentException(
            "rows to validate with have as many inputs and outputs as those to train with, "
                + data.inputs()
                + " and "
                + data.outputs()
                + ", not "
                + rows.inputs()
                + " and "
                + rows.outputs());
      }
    }

    /** Data that are split as the study says. */
    public Data(String name, Dataset data, Preparation preparation, List<String> remarks) {
      this(name, data, Optional.empty(), preparation, remarks);
    }

    /** There is nothing to remark. */
    public Data(String name, Dataset data, Preparation preparation) {
      this(name, data, preparation, List.of());
    }

    /** The data stay as they are. */
    public Data(String name, Dataset data) {
      this(name, data, Preparation.NONE);
    }
  }
}
