package io.sluice.engine.initial;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.text.NumberText;
import io.sluice.moments.GradientWalk;
import io.sluice.moments.NormalMoments;
import io.sluice.spi.Activation;
import java.util.List;
import java.util.Map;

/**
 * Scales that follow from the activation in front of each matrix, whose values the matrix takes in.
 * The first layer takes in the data, which are supposed to have a mean square of 1; there, and
 * behind a linear layer, the identity stands for the activation. What a residual layer adds is not
 * taken into account.
 */
final class ActivationScales {

  /** The identity, by its value and slope. */
  private static final Activation IDENTITY =
      new Activation() {
        @Override
        public String id() {
          return "identity";
        }

        @Override
        public double value(double x) {
          return x;
        }

        @Override
        public double slope(double x) {
          return 1;
        }
      };

  /** The integrals are over one sum, so a function of all of them has none. */
  static final LayerScales OF_ALL_UNITS =
      LayerScales.missing(
          "works on all units of a layer at once, but scales that follow from the activation are"
              + " those of functions of one number");

  private ActivationScales() {}

  /**
   * Forward: variance 1 / (inputs · E f(z)²), so that sums keep the variance 1. Backward: variance
   * 1 / (units · E f'(z)²), so that gradients keep theirs. With z standard normal. He, Zhang, Ren,
   * Sun, arXiv 1502.01852, section 2.2, for any f.
   *
   * @param known the moments of activations that were met before; those of others are added
   */
  static LayerScales variancePreserving(
      NetworkShape network, Direction direction, Map<Activation, NormalMoments> known) {
    if (network.hasLayerActivation()) {
      return OF_ALL_UNITS;
    }
    List<LayerShape> layers = network.layers();
    double[] matrices = new double[layers.size()];
    for (int i = 0; i < matrices.length; i++) {
      Activation before = before(layers, i);
      LayerShape layer = layers.get(i);
      NormalMoments moments = known.computeIfAbsent(before, NormalMoments::of);
      boolean forward = direction == Direction.FORWARD;
      double gain = forward ? moments.forwardGain() : moments.backwardGain();
      if (!isUsable(gain)) {
        return LayerScales.missing(
            "has no gain that preserves "
                + (forward ? "sums" : "gradients")
                + " (E "
                + (forward ? "f" : "f'")
                + "² of normal sums is "
                + NumberText.of(forward ? moments.secondMoment() : moments.slopeSecondMoment())
                + ")");
      }
      matrices[i] = gain / Math.sqrt(forward ? layer.fanIn() : layer.units());
    }
    return LayerScales.of(Distribution.NORMAL, matrices);
  }

  /**
   * Standard deviation g / √inputs with the gain of {@link GradientWalk} over as many units as the
   * matrix has inputs. The variance of their sums follows from layer to layer: q = g² E f(√q z)²,
   * in a normalised layer 1.
   */
  static LayerScales randomWalk(NetworkShape network) {
    if (network.hasLayerActivation()) {
      return OF_ALL_UNITS;
    }
    List<LayerShape> layers = network.layers();
    double[] matrices = new double[layers.size()];
    double variance = 1;
    for (int i = 0; i < matrices.length; i++) {
      Activation before = before(layers, i);
      LayerShape layer = layers.get(i);
      double gain = GradientWalk.gain(before, Math.sqrt(variance), layer.fanIn());
      NormalMoments moments = NormalMoments.of(before, Math.sqrt(variance));
      double next = gain * gain * moments.secondMoment();
      if (!isUsable(gain) || !isUsable(next)) {
        return LayerScales.missing(
            "has no gain with which gradients walk without drift (for sums of the variance "
                + NumberText.of(variance)
                + " it is "
                + NumberText.of(gain)
                + ")");
      }
      matrices[i] = gain / Math.sqrt(layer.fanIn());
      variance = layer.variance(next);
    }
    return LayerScales.of(Distribution.NORMAL, matrices);
  }

  /** The activation whose values the layer takes in. */
  static Activation before(List<LayerShape> layers, int layer) {
    Activation activation = layer == 0 ? null : layers.get(layer - 1).activation();
    return activation == null ? IDENTITY : activation;
  }

  private static boolean isUsable(double scale) {
    return scale > 0 && Double.isFinite(scale);
  }
}
