package io.sluice.engine.study;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.Recurrent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One layer of a network: {@code f(W x + b)}, and what its parts make of that.
 *
 * @param units how many units; 0 for the output layer, whose width is that of the problem
 * @param bias whether the units have biases
 * @param initialBias where the biases start; empty for where the initial weights have them
 * @param frozen whether its weights keep the values they start with
 * @param parts what else it has, none of a kind twice; kept in the order in which they compute
 */
public record LayerSpec(
    int units, boolean bias, OptionalDouble initialBias, boolean frozen, List<LayerPart> parts) {

  /** No layer may be wider. */
  public static final int LARGEST_WIDTH = 4096;

  public LayerSpec {
    parts = parts.stream().sorted(LayerPart.ORDER).toList();
    if (units < 0 || units > LARGEST_WIDTH) {
      throw new IllegalArgumentException(
          "a hidden layer has 1 to " + LARGEST_WIDTH + " units, not " + units);
    }
    if (!Double.isFinite(initialBias.orElse(0))) {
      throw new IllegalArgumentException(
          "biases start at a finite number, not " + initialBias.getAsDouble());
    }
    if (!bias && initialBias.isPresent()) {
      throw new IllegalArgumentException("a layer without biases has none to start anywhere");
    }
    if (parts.stream().map(LayerPart::kind).distinct().count() < parts.size()) {
      throw new IllegalArgumentException("a layer has a part of each kind at most, not " + parts);
    }
    if (parts.size() > 1 && recurrent(parts).isPresent()) {
      throw new IllegalArgumentException("a recurrent layer has no rank, residual or norm");
    }
  }

  /** How it reads a sequence, if it does. */
  public Optional<Recurrent> recurrent() {
    return recurrent(parts);
  }

  private static Optional<Recurrent> recurrent(List<LayerPart> parts) {
    return parts.stream()
        .filter(Recurrent.class::isInstance)
        .map(Recurrent.class::cast)
        .findFirst();
  }

  /** A plain layer of this many units, its biases starting as the initial weights say. */
  public static LayerSpec dense(int units, boolean bias) {
    return new LayerSpec(units, bias, OptionalDouble.empty(), false, List.of());
  }
}
