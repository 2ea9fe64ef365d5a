package io.sluice.engine.study;

import java.util.List;

/**
 * The activations of a network: one for all its layers, or one for each activated layer.
 *
 * @param layers the declared activations, first layer first; a single one serves all layers
 */
public record ActivationSpec(List<ComponentSpec> layers) {

  /** The id that stands for every activation in the catalog. */
  public static final String ALL = "all";

  public ActivationSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("an activation per layer needs at least one layer");
    }
  }

  /** One activation for every layer. */
  public static ActivationSpec of(ComponentSpec component) {
    return new ActivationSpec(List.of(component));
  }
}
