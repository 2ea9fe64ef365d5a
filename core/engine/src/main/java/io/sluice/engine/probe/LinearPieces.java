package io.sluice.engine.probe;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Of how many straight pieces the function of a network with one input is made, where all its
 * activations are straight between kinks. Layer by layer it is known where the sums of units pass a
 * kink: between two such inputs every signal is a straight line. Neighbours that make one line are
 * one piece.
 */
final class LinearPieces {

  private static final int MOST = 1 << 18;

  /** Pieces that are shorter, as a share of the whole, are rounding. */
  private static final double SHORTEST = 1e-12;

  /** Changes that are smaller, as a share of the largest terms, are rounding. */
  private static final double ROUNDING = 1e-10;

  private final List<AffineLayer> layers;
  private final List<StraightPieces> activations = new ArrayList<>();
  private final double shortest;
  private final List<Piece> pieces = new ArrayList<>();
  private double steepest;
  private double highest;

  /**
   * A part of the function.
   *
   * @param slopes of each output
   * @param offsets what each output is at 0, if the line went on to there
   */
  private record Piece(double from, double[] slopes, double[] offsets) {}

  private LinearPieces(Probed network, double length) {
    layers = AffineLayer.of(network.ground().network(), network.weights());
    for (LayerShape layer : network.ground().network().layers()) {
      activations.add(StraightPieces.of(layer.activation()).orElseThrow());
    }
    shortest = SHORTEST * length;
  }

  /** Whether the function is made of straight pieces. */
  static boolean areThere(Ground ground) {
    return ground.network().inputs() == 1
        && ground.isAffineBesideActivations()
        && ground.network().layers().stream().allMatch(LinearPieces::isStraight);
  }

  private static boolean isStraight(LayerShape layer) {
    Activation activation = layer.activation();
    return !layer.trainsActivation() && StraightPieces.of(activation).isPresent();
  }

  /**
   * How many there are from the least to the greatest input of the rows to train with; NaN if a
   * number is none, or if there are more than {@value #MOST}.
   */
  static double count(Probed network) {
    Dataset data = network.ground().data();
    double from = data.input(0, 0);
    double to = from;
    for (int row = 1; row < data.rows(); row++) {
      from = Math.min(from, data.input(row, 0));
      to = Math.max(to, data.input(row, 0));
    }
    LinearPieces found = new LinearPieces(network, to - from);
    if (from == to) {
      return 1;
    }
    found.walk(0, from, to, new double[] {1}, new double[] {0});
    return found.count();
  }

  /** Finds the pieces of a part over which the signals before a layer are straight lines. */
  private void walk(int layer, double from, double to, double[] slopes, double[] offsets) {
    if (to - from <= shortest || pieces.size() > MOST) {
      return;
    }
    if (layer == layers.size()) {
      pieces.add(new Piece(from, slopes, offsets));
      return;
    }
    AffineLayer affine = layers.get(layer);
    StraightPieces activation = activations.get(layer);
    double[] sumSlopes = affine.times(slopes);
    double[] sumOffsets = affine.times(offsets);
    for (int unit = 0; unit < sumOffsets.length; unit++) {
      sumOffsets[unit] += affine.bias()[unit];
    }
    if (layer + 1 == layers.size()) {
      seeTerms(affine, from, to, slopes, offsets);
    }
    double[] cuts = cuts(activation, from, to, sumSlopes, sumOffsets);
    for (int i = 0; i + 1 < cuts.length; i++) {
      double middle = cuts[i] / 2 + cuts[i + 1] / 2;
      double[] nextSlopes = new double[sumSlopes.length];
      double[] nextOffsets = new double[sumSlopes.length];
      for (int unit = 0; unit < sumSlopes.length; unit++) {
        int piece = activation.at(sumSlopes[unit] * middle + sumOffsets[unit]);
        double slope = activation.slopes()[piece];
        nextSlopes[unit] = slope * sumSlopes[unit] + (affine.residual() ? slopes[unit] : 0);
        nextOffsets[unit] =
            slope * sumOffsets[unit]
                + activation.offsets()[piece]
                + (affine.residual() ? offsets[unit] : 0);
      }
      walk(layer + 1, cuts[i], cuts[i + 1], nextSlopes, nextOffsets);
    }
  }

  /** The inputs at which a unit's sum passes a kink, between the ends. */
  private static double[] cuts(
      StraightPieces activation, double from, double to, double[] slopes, double[] offsets) {
    List<Double> cuts = new ArrayList<>(List.of(from, to));
    for (int unit = 0; unit < slopes.length; unit++) {
      for (double kink : activation.kinks()) {
        double x = (kink - offsets[unit]) / slopes[unit];
        if (x > from && x < to) {
          cuts.add(x);
        }
      }
    }
    return cuts.stream().mapToDouble(x -> x).sorted().toArray();
  }

  /** Remembers how large the terms of the outputs are, by which rounding is measured. */
  private void seeTerms(
      AffineLayer last, double from, double to, double[] slopes, double[] offsets) {
    for (int output = 0; output < last.matrix().length; output++) {
      double steep = 0;
      double high = Math.abs(last.bias()[output]);
      for (int unit = 0; unit < slopes.length; unit++) {
        double weight = Math.abs(last.matrix()[output][unit]);
        steep += weight * Math.abs(slopes[unit]);
        high +=
            weight
                * Math.max(
                    Math.abs(slopes[unit] * from + offsets[unit]),
                    Math.abs(slopes[unit] * to + offsets[unit]));
      }
      steepest = Math.max(steepest, steep);
      highest = Math.max(highest, high);
    }
  }

  private double count() {
    if (pieces.size() > MOST
        || !Double.isFinite(highest)
        || pieces.stream().anyMatch(p -> !Arrays.stream(p.slopes).allMatch(Double::isFinite))) {
      return Double.NaN;
    }
    int count = 1;
    for (int i = 1; i < pieces.size(); i++) {
      count += isBent(pieces.get(i - 1), pieces.get(i)) ? 1 : 0;
    }
    return count;
  }

  private boolean isBent(Piece left, Piece right) {
    for (int o = 0; o < left.slopes.length; o++) {
      double turn = Math.abs(right.slopes[o] - left.slopes[o]);
      double jump =
          Math.abs(
              right.slopes[o] * right.from
                  + right.offsets[o]
                  - left.slopes[o] * right.from
                  - left.offsets[o]);
      if (turn > ROUNDING * steepest || jump > ROUNDING * highest) {
        return true;
      }
    }
    return false;
  }
}
