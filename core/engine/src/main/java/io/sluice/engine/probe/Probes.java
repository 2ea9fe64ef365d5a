package io.sluice.engine.probe;

import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.study.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Every probe: where it is defined, why it may be nowhere, and its value. */
public final class Probes {

  private static final Map<Metric, Probe> ALL = new EnumMap<>(Metric.class);

  static {
    add(
        Metric.FOLDING_GAP,
        Ground::isAffineBesideActivations,
        "every network has a normalisation or an activation over all units",
        network ->
            AffineLayer.gap(
                network, AffineLayer.folded(network.ground().network(), network.weights())));
    add(
        Metric.AFFINE_GAP,
        ground -> ground.data().rows() > ground.data().inputs() + 1,
        "it needs data with at least two rows more than inputs, for affine maps pass through fewer",
        AffineFit::gap);
    add(
        Metric.SECOND_DIFFERENCE,
        ground -> ground.data().rows() > 1,
        "it needs data with two rows or more",
        AffineFit::secondDifference);
    add(
        Metric.LINEAR_FLOOR,
        Ground::hasSquares,
        "it is for problems with data and the loss mse without weights of classes",
        network -> network.ground().linearFloor());
    add(
        Metric.SEPARABILITY,
        ground -> ground.hasTwoClasses() && ground.network().layers().size() > 1,
        "it is for networks with a hidden layer and targets of two classes",
        Separation::ofLastHidden);
    add(
        Metric.INPUT_SEPARABILITY,
        Ground::hasTwoClasses,
        "it is for targets of two classes",
        network -> network.ground().inputSeparability());
    add(
        Metric.PIECES,
        LinearPieces::areThere,
        "it is for networks of one input whose activations are straight between kinks, such as"
            + " relu, and not trained",
        LinearPieces::count);
    add(
        Metric.BOUNDARY_FLATNESS,
        ground -> ground.hasTwoClasses() && ground.network().inputs() == 2,
        "it is for networks of two inputs and targets of two classes",
        BorderLine::flatness);
    add(
        Metric.LINEARISATION_GAP,
        Probes::isTrained,
        "no network has parameters",
        network -> network.tangents().linearisationGap());
    add(
        Metric.TANGENT_ALIGNMENT,
        Probes::isTrained,
        "no network has parameters",
        network -> network.kernels().alignment());
    add(
        Metric.TANGENT_CHANGE,
        Probes::isTrained,
        "no network has parameters",
        network -> network.kernels().change());
    ALL.put(
        Metric.WEIGHT_MOVEMENT,
        new Probe(Probes::isTrained, "no network has parameters", Probes::movement));
  }

  private Probes() {}

  private static void add(
      Metric metric,
      Predicate<Ground> isDefined,
      String otherwise,
      ToDoubleFunction<Probed> value) {
    ALL.put(
        metric, new Probe(isDefined, otherwise, (network, layer) -> value.applyAsDouble(network)));
  }

  /** The probe that is a metric; empty if that is none. */
  public static Optional<Probe> of(Metric metric) {
    return Optional.ofNullable(ALL.get(metric));
  }

  private static boolean isTrained(Ground ground) {
    return ground.network().parameters() > 0;
  }

  /** ‖w − w₀‖ / ‖w₀‖ of the parameters of a layer. */
  private static double movement(Probed network, int layer) {
    double moved = 0;
    double started = 0;
    for (WeightGroup group : network.ground().network().groups()) {
      if (group.layer() == layer && !group.frozen()) {
        for (int i = group.first(); i < group.first() + group.count(); i++) {
          double change = network.weights()[i] - network.start()[i];
          moved += change * change;
          started += network.start()[i] * network.start()[i];
        }
      }
    }
    return Math.sqrt(moved) / Math.sqrt(started);
  }
}
