package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One layer of a network, with everything resolved.
 *
 * @param inputs how many numbers it takes
 * @param units how many it passes on
 * @param bias whether the units have biases
 * @param initialBias where the biases start; empty for where the initial weights have them
 * @param rank 0 for a full matrix; else the matrix is the product of units × rank and rank × inputs
 * @param frozen whether its weights keep the values they start with
 * @param residual whether the input is added to the output
 * @param normalized whether the weighted sums are normalised over the units
 * @param activation null if the layer is linear or {@code layerActivation} is its activation
 * @param training whether the activation's parameters are trained, and by whom they are shared;
 *     fixed unless it is a {@link TrainableActivation}
 * @param layerActivation an activation over all units; null if there is none. The layer then has as
 *     many {@link #sums} as that needs to pass on its {@code units}.
 */
public record LayerShape(
    int inputs,
    int units,
    boolean bias,
    OptionalDouble initialBias,
    int rank,
    boolean frozen,
    boolean residual,
    boolean normalized,
    Activation activation,
    TrainableActivation.Sharing training,
    LayerActivation layerActivation) {

  public LayerShape {
    Objects.requireNonNull(training, "training");
    if (inputs < 1 || units < 1) {
      throw new IllegalArgumentException("no layer from " + inputs + " to " + units + " units");
    }
    if (residual && inputs != units) {
      throw new IllegalArgumentException(
          "a residual layer has as many units as inputs, not " + units + " and " + inputs);
    }
    if (activation != null && layerActivation != null) {
      throw new IllegalArgumentException("a layer has one activation");
    }
    boolean trainable = activation instanceof TrainableActivation;
    if (!trainable && training != TrainableActivation.Sharing.FIXED) {
      throw new IllegalArgumentException("the activation has nothing to be trained");
    }
    if (trainable && activation instanceof StochasticActivation) {
      throw new IllegalArgumentException(
          activation.id() + " is trainable and stochastic, which no activation can be at once");
    }
  }

  /** A layer whose activation, if any, is of single numbers. */
  public LayerShape(
      int inputs,
      int units,
      boolean bias,
      OptionalDouble initialBias,
      int rank,
      boolean frozen,
      boolean residual,
      boolean normalized,
      Activation activation,
      TrainableActivation.Sharing training) {
    this(
        inputs,
        units,
        bias,
        initialBias,
        rank,
        frozen,
        residual,
        normalized,
        activation,
        training,
        null);
  }

  /** A plain dense layer. */
  public static LayerShape dense(int inputs, int units, boolean bias, Activation activation) {
    return new LayerShape(
        inputs,
        units,
        bias,
        OptionalDouble.empty(),
        0,
        false,
        false,
        false,
        activation,
        TrainableActivation.Sharing.FIXED);
  }

  /** How many weighted sums the layer computes, before its activation. */
  public int sums() {
    return layerActivation == null ? units : layerActivation.inputs(units);
  }

  /** How many weights there are, frozen ones included; a double, since an int may be too small. */
  public double weights() {
    return groups(0, 0).stream().mapToDouble(g -> (double) g.rows() * g.columns()).sum();
  }

  /** Whether the activation has parameters that are weights of the network. */
  public boolean trainsActivation() {
    return training != TrainableActivation.Sharing.FIXED;
  }

  /** Whether the activation draws random numbers in training. */
  public boolean drawsInTraining() {
    return activation instanceof StochasticActivation;
  }

  /**
   * The groups of weights of this layer, in their order.
   *
   * @param layer its number, from 0
   * @param first the index of its first weight
   */
  List<WeightGroup> groups(int layer, int first) {
    List<WeightGroup> groups = new ArrayList<>();
    int next = first;
    int sums = sums();
    if (rank == 0) {
      next = add(groups, WeightGroup.Kind.MATRIX, layer, next, sums, inputs, Double.NaN);
    } else {
      next = add(groups, WeightGroup.Kind.LEFT_FACTOR, layer, next, sums, rank, Double.NaN);
      next = add(groups, WeightGroup.Kind.RIGHT_FACTOR, layer, next, rank, inputs, Double.NaN);
    }
    if (bias) {
      next =
          add(groups, WeightGroup.Kind.BIAS, layer, next, sums, 1, initialBias.orElse(Double.NaN));
    }
    if (normalized) {
      next = add(groups, WeightGroup.Kind.GAIN, layer, next, sums, 1, 1);
      next = add(groups, WeightGroup.Kind.SHIFT, layer, next, sums, 1, 0);
    }
    if (trainsActivation()) {
      int each = training == TrainableActivation.Sharing.UNIT ? units : 1;
      for (double start : ((TrainableActivation) activation).initialParameters()) {
        next = add(groups, WeightGroup.Kind.ACTIVATION, layer, next, each, 1, start);
      }
    }
    return groups;
  }

  private int add(
      List<WeightGroup> groups,
      WeightGroup.Kind kind,
      int layer,
      int first,
      int rows,
      int columns,
      double start) {
    groups.add(new WeightGroup(kind, layer, first, rows, columns, start, frozen));
    return first + rows * columns;
  }
}
