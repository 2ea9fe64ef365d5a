package io.sluice.engine.probe;

import java.util.function.Predicate;

/**
 * A metric that looks at a trained network.
 *
 * @param isDefined whether it has a meaning on a ground
 * @param otherwise why no cell of a study has it, going on after "has no meaning here:"
 * @param value what it gives
 */
public record Probe(Predicate<Ground> isDefined, String otherwise, Value value) {

  /** What a probe gives. */
  @FunctionalInterface
  public interface Value {

    /**
     * The number.
     *
     * @param layer the number of the layer, from 0, where the metric is one of layers
     */
    double of(Probed network, int layer);
  }
}
