package io.sluice.engine.study;

import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * The activations of a network: one for all its layers, or one for each activated layer.
 *
 * @param layers the declared activations, first layer first; a single one serves all layers
 * @param sharing whether the parameters of those that have some are trained, and by whom each is
 *     shared; empty for the preset of each
 */
public record ActivationSpec(List<ComponentSpec> layers, Optional<Sharing> sharing) {

  /** The id that stands for every activation in the catalog. */
  public static final String ALL = "all";

  public ActivationSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("an activation per layer needs at least one layer");
    }
  }

  /** These activations, trained as each has it as its preset. */
  public ActivationSpec(List<ComponentSpec> layers) {
    this(layers, Optional.empty());
  }

  /** One activation for every layer. */
  public static ActivationSpec of(ComponentSpec component) {
    return new ActivationSpec(List.of(component));
  }

  /** Whether it stands for every activation there is. */
  public boolean isAll() {
    return layers.size() == 1 && layers.get(0).id().equals(ALL);
  }

  /** The word for a way of sharing in study files and labels. */
  public static String word(Sharing sharing) {
    switch (sharing) {
      case LAYER:
        return "per-layer";
      case UNIT:
        return "per-unit";
      default:
        return "fixed";
    }
  }
}
