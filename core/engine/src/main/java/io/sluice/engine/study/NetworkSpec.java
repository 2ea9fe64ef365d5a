package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A network of layers one behind the other. Its inputs and outputs are those of the problem.
 *
 * @param hidden the hidden layers, first one first; none for a single layer
 * @param output the output layer, with 0 units
 * @param outputActivated whether the output layer is activated too, or linear
 */
public record NetworkSpec(List<LayerSpec> hidden, LayerSpec output, boolean outputActivated) {

  public NetworkSpec {
    hidden = List.copyOf(hidden);
    for (LayerSpec layer : hidden) {
      if (layer.units() < 1) {
        throw new IllegalArgumentException(
            "a hidden layer has 1 to " + LayerSpec.LARGEST_WIDTH + " units, not " + layer.units());
      }
    }
    if (output.units() != 0) {
      throw new IllegalArgumentException(
          "the problem says how many outputs there are, not the network with " + output.units());
    }
  }

  /** Plain layers of these widths. */
  public static NetworkSpec dense(List<Integer> hidden, boolean outputActivated, boolean bias) {
    return new NetworkSpec(
        hidden.stream().map(units -> LayerSpec.dense(units, bias)).toList(),
        LayerSpec.dense(0, bias),
        outputActivated);
  }

  /** All layers, the output layer last. */
  public List<LayerSpec> layers() {
    List<LayerSpec> layers = new ArrayList<>(hidden);
    layers.add(output);
    return layers;
  }

  /**
   * The label of this network between these inputs and outputs: the widths, and in brackets what is
   * special about a layer. {@code 1-1-1 linear}, {@code 2-16(frozen)-16-1 linear}.
   */
  public String label(int inputs, int outputs) {
    StringBuilder label = new StringBuilder(Integer.toString(inputs));
    List<LayerSpec> layers = layers();
    boolean bias = output.bias();
    boolean alike = layers.stream().allMatch(layer -> layer.bias() == bias);
    for (LayerSpec layer : layers) {
      label.append('-').append(layer.units() == 0 ? outputs : layer.units());
      label.append(special(layer, alike));
    }
    label.append(outputActivated ? "" : " linear");
    if (alike) {
      label.append(bias ? "" : " no-bias");
    }
    return label.toString();
  }

  private static String special(LayerSpec layer, boolean alike) {
    StringJoiner words = new StringJoiner(" ", "(", ")").setEmptyValue("");
    if (layer.frozen()) {
      words.add("frozen");
    }
    layer.parts().forEach(part -> words.add(part.word()));
    layer.initialBias().ifPresent(start -> words.add("bias=" + NumberText.of(start)));
    if (!alike && !layer.bias()) {
      words.add("no-bias");
    }
    return words.toString();
  }
}
