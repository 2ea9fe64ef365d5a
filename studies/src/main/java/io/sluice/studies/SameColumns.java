package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds outputs that are also inputs, so that there is nothing to learn. */
final class SameColumns {

  private SameColumns() {}

  /**
   * A remark for every output that is an input as well: chosen as both, or equal in every row. A
   * constant is equal to every other by chance.
   *
   * @param inputs what the columns of inputs are called
   * @param outputs what the columns of outputs are called
   */
  static List<String> remarks(Dataset data, List<String> inputs, List<String> outputs) {
    Set<String> remarks = new LinkedHashSet<>();
    for (int output = 0; output < data.outputs(); output++) {
      for (int input = 0; input < data.inputs(); input++) {
        String name = outputs.get(output);
        if (inputs.get(input).equals(name)) {
          remarks.add("the target " + name + " is also an input");
        } else if (isSame(data, input, output)) {
          remarks.add(
              "the target "
                  + name
                  + " is also an input: "
                  + inputs.get(input)
                  + " has the same numbers");
        }
      }
    }
    return List.copyOf(remarks);
  }

  private static boolean isSame(Dataset data, int input, int output) {
    boolean varies = false;
    for (int row = 0; row < data.rows(); row++) {
      if (data.input(row, input) != data.output(row, output)) {
        return false;
      }
      varies |= data.input(row, input) != data.input(0, input);
    }
    return varies;
  }
}
