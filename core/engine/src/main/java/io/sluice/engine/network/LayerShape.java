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
 * @param frozen whether its weights keep the values they start with
 * @param parts what else it has
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
    boolean frozen,
    List<LayerPart> parts,
    Activation activation,
    TrainableActivation.Sharing training,
    LayerActivation layerActivation) {

  public LayerShape {
    parts = parts.isEmpty() ? List.of() : parts.stream().sorted(LayerPart.ORDER).toList();
    Objects.requireNonNull(training, "training");
    if (inputs < 1 || units < 1) {
      throw new IllegalArgumentException("no layer from " + inputs + " to " + units + " units");
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
    int sums = layerActivation == null ? units : layerActivation.inputs(units);
    String refusal = refusal(parts, inputs, units, sums, activation, training);
    if (!refusal.isEmpty()) {
      throw new IllegalArgumentException("a layer " + refusal);
    }
  }

  /** A plain dense layer. */
  public static LayerShape dense(int inputs, int units, boolean bias, Activation activation) {
    return new LayerShape(
        inputs,
        units,
        bias,
        OptionalDouble.empty(),
        false,
        List.of(),
        activation,
        TrainableActivation.Sharing.FIXED,
        null);
  }

  /** Why a layer cannot have one of these parts; empty if it can have all of them. */
  public static String refusal(
      List<LayerPart> parts,
      int inputs,
      int units,
      int sums,
      Activation activation,
      TrainableActivation.Sharing training) {
    for (LayerPart part : parts) {
      String refusal = part.refusal(inputs, units, sums);
      refusal = refusal.isEmpty() ? part.refusal(activation, training) : refusal;
      if (!refusal.isEmpty()) {
        return refusal;
      }
    }
    return "";
  }

  /** How many weighted sums the layer computes, before its activation. */
  public int sums() {
    return layerActivation == null ? units : layerActivation.inputs(units);
  }

  /** How many weights there are, frozen ones included; a double, since an int may be too small. */
  public double weights() {
    double weights = 0;
    for (WeightGroup.Form form : forms()) {
      weights += (double) form.rows() * form.columns();
    }
    return weights;
  }

  /** How many numbers a sum has; what makes matrices start small in a wide layer. */
  public int fanIn() {
    List<LayerPart> matrix = parts(LayerPart.Place.MATRIX);
    return matrix.isEmpty() ? inputs : matrix.get(0).fanIn(this);
  }

  /** The variance of the sums, if that of the matrix's is this. */
  public double variance(double ofMatrix) {
    double variance = ofMatrix;
    for (LayerPart part : parts) {
      variance = part.variance(variance);
    }
    return variance;
  }

  /** Whether the activation has parameters that are weights of the network. */
  public boolean trainsActivation() {
    return training != TrainableActivation.Sharing.FIXED;
  }

  /** Whether it is an affine map but for its activation. */
  public boolean isAffineBesideActivation() {
    return layerActivation == null && parts.stream().allMatch(LayerPart::isAffine);
  }

  /** Whether its input is added to its output. */
  public boolean isResidual() {
    return parts.stream().anyMatch(Residual.class::isInstance);
  }

  /** The same layer with nothing behind its sums. */
  public LayerShape withoutActivation() {
    return new LayerShape(
        inputs,
        sums(),
        bias,
        initialBias,
        frozen,
        parts,
        null,
        TrainableActivation.Sharing.FIXED,
        null);
  }

  /** Whether something in it draws random numbers in training. */
  public boolean drawsInTraining() {
    return activation instanceof StochasticActivation
        || parts.stream().anyMatch(LayerPart::drawsInTraining);
  }

  /** Whether a part reads the inputs a second time. */
  boolean readsInputs() {
    return parts.stream().anyMatch(LayerPart::readsInputs);
  }

  /** The parts of a place, in their order. */
  List<LayerPart> parts(LayerPart.Place place) {
    return parts.isEmpty()
        ? List.of()
        : parts.stream().filter(part -> part.kind().place() == place).toList();
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
    for (WeightGroup.Form form : forms()) {
      groups.add(form.at(layer, next, frozen));
      next += form.rows() * form.columns();
    }
    return groups;
  }

  private List<WeightGroup.Form> forms() {
    List<WeightGroup.Form> forms = new ArrayList<>();
    List<LayerPart> matrix = parts(LayerPart.Place.MATRIX);
    if (matrix.isEmpty()) {
      forms.add(WeightGroup.Form.drawn(WeightGroup.Kind.MATRIX, sums(), inputs));
    }
    matrix.forEach(part -> forms.addAll(part.weights(this)));
    if (bias) {
      double start = initialBias.orElse(Double.NaN);
      forms.addAll(
          matrix.isEmpty()
              ? List.of(WeightGroup.Form.from(WeightGroup.Kind.BIAS, sums(), start))
              : matrix.get(0).biases(this, start));
    }
    parts(LayerPart.Place.SUMS).forEach(part -> forms.addAll(part.weights(this)));
    if (trainsActivation()) {
      int each = training == TrainableActivation.Sharing.UNIT ? units : 1;
      for (double start : ((TrainableActivation) activation).initialParameters()) {
        forms.add(WeightGroup.Form.from(WeightGroup.Kind.ACTIVATION, each, start));
      }
    }
    parts(LayerPart.Place.OUTPUT).forEach(part -> forms.addAll(part.weights(this)));
    return forms;
  }
}
