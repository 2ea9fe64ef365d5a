package io.sluice.engine.study;

import java.util.OptionalDouble;

/**
 * One layer of a network: {@code f(norm(W x + b)) + x}, where norm and the last term are there only
 * if declared.
 *
 * @param units how many units; 0 for the output layer, whose width is that of the problem
 * @param bias whether the units have biases
 * @param initialBias where the biases start; empty for where the initial weights have them
 * @param rank 0 for a full matrix W; else W = U V with this many columns of U and rows of V
 * @param frozen whether its weights keep the values they start with
 * @param residual whether the layer's input is added to its output, which needs equal widths
 * @param normalized whether the weighted sums are normalised over the units of the layer, with a
 *     trained gain and shift for each
 */
public record LayerSpec(
    int units,
    boolean bias,
    OptionalDouble initialBias,
    int rank,
    boolean frozen,
    boolean residual,
    boolean normalized) {

  /** No layer may be wider. */
  public static final int LARGEST_WIDTH = 4096;

  public LayerSpec {
    if (units < 0 || units > LARGEST_WIDTH) {
      throw new IllegalArgumentException(
          "a hidden layer has 1 to " + LARGEST_WIDTH + " units, not " + units);
    }
    if (rank < 0 || rank > LARGEST_WIDTH) {
      throw new IllegalArgumentException(
          "the rank of a layer is from 1 to " + LARGEST_WIDTH + ", not " + rank);
    }
    if (!Double.isFinite(initialBias.orElse(0))) {
      throw new IllegalArgumentException(
          "biases start at a finite number, not " + initialBias.getAsDouble());
    }
    if (!bias && initialBias.isPresent()) {
      throw new IllegalArgumentException("a layer without biases has none to start anywhere");
    }
  }

  /** A plain layer of this many units, its biases starting as the initial weights say. */
  public static LayerSpec dense(int units, boolean bias) {
    return new LayerSpec(units, bias, OptionalDouble.empty(), 0, false, false, false);
  }
}
