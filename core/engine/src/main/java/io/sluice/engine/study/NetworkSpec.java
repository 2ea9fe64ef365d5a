package io.sluice.engine.study;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network of dense layers. Its inputs and outputs are those of the problem.
 *
 * @param hidden the widths of the hidden layers, first one first; none for a single layer
 * @param outputActivated whether the output layer is activated too, or linear
 * @param bias whether the units have biases
 */
public record NetworkSpec(List<Integer> hidden, boolean outputActivated, boolean bias) {

  /** No layer may be wider. */
  public static final int LARGEST_WIDTH = 4096;

  public NetworkSpec {
    hidden = List.copyOf(hidden);
    for (int width : hidden) {
      if (width < 1 || width > LARGEST_WIDTH) {
        throw new IllegalArgumentException(
            "a hidden layer has 1 to " + LARGEST_WIDTH + " units, not " + width);
      }
    }
  }

  /** The label of this network between these inputs and outputs, such as {@code 1-1-1 linear}. */
  public String label(int inputs, int outputs) {
    return IntStream.concat(
                IntStream.concat(IntStream.of(inputs), hidden.stream().mapToInt(Integer::intValue)),
                IntStream.of(outputs))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("-"))
        + (outputActivated ? "" : " linear")
        + (bias ? "" : " no-bias");
  }
}
