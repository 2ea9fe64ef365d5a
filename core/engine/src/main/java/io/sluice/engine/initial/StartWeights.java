package io.sluice.engine.initial;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * The start weights of a network. Groups of weights that start at a constant of their own keep it
 * and take no random numbers, so two activations have the same ones even if one of them is trained.
 *
 * <p>A matrix that is a product U V of the rank r is to have the variance σ² of a full one. Drawn
 * independently, both factors get the variance σ / √r, since the variance of a sum of r products is
 * r times theirs. Orthogonal factors are each multiplied by √(g √(m / r)), m being the smaller of
 * inputs and sums, so that the sum of all squares is g² m as it is of a full one.
 */
public final class StartWeights {

  private static final double ROOT_3 = 1.7320508075688772;

  private final NetworkShape network;
  private final List<WeightGroup> groups;
  private final LayerScales scales;

  StartWeights(NetworkShape network, LayerScales scales) {
    this.network = network;
    this.groups = network.groups();
    this.scales = scales;
  }

  /**
   * Why the network has no such start, going on after the name of its activation; empty if it has.
   */
  public String missing() {
    return scales.missing();
  }

  /** What a reader should know, each going on after the name of the activation. */
  public List<String> remarks() {
    return scales.remarks();
  }

  /** Writes the weights of one repeat, frozen ones included. */
  public void draw(RandomStream random, double[] weights) {
    for (WeightGroup group : groups) {
      int from = group.first();
      int to = from + group.count();
      if (isConstant(group)) {
        if (Double.isNaN(group.start())) {
          Arrays.fill(weights, from, to, 0);
        } else {
          group.start(weights);
        }
        continue;
      }
      double scale = scale(group);
      if (group.kind().isMatrix() && scales.distribution() == Distribution.ORTHOGONAL) {
        OrthogonalMatrix.draw(random, scale, group.rows(), group.columns(), weights, from);
      } else if (group.kind().isMatrix() && scales.distribution() == Distribution.UNIFORM) {
        random.fill(weights, from, to, -ROOT_3 * scale, ROOT_3 * scale);
      } else {
        for (int i = from; i < to; i++) {
          weights[i] = scale * random.nextGaussian();
        }
      }
    }
  }

  /**
   * The largest magnitude that each weight can start with; for one that starts at a constant at
   * least that of its layer's matrix. Null if there is none.
   */
  public double[] limits() {
    if (scales.distribution() != Distribution.UNIFORM) {
      return null;
    }
    double[] limits = new double[network.weights()];
    for (WeightGroup group : groups) {
      double limit = ROOT_3 * scale(group);
      if (!Double.isNaN(group.start())) {
        limit = Math.max(limit, Math.abs(group.start()));
      }
      Arrays.fill(limits, group.first(), group.first() + group.count(), limit);
    }
    return limits;
  }

  private boolean isConstant(WeightGroup group) {
    return !Double.isNaN(group.start())
        || (!group.kind().isMatrix() && scales.biasDeviation() == 0);
  }

  /** The scale of a matrix or factor; of other weights that of biases, or else of the matrix. */
  private double scale(WeightGroup group) {
    double scale = scales.matrices()[group.layer()];
    boolean matrix = group.kind().isMatrix();
    if (!matrix && scales.biasDeviation() > 0) {
      return scales.biasDeviation();
    }
    if (!matrix || !group.kind().isFactor() || scales.flat()) {
      return scale;
    }
    LayerShape layer = network.layers().get(group.layer());
    double rank = group.rank();
    return scales.distribution() == Distribution.ORTHOGONAL
        ? Math.sqrt(scale * Math.sqrt(Math.min(layer.inputs(), layer.sums()) / rank))
        : Math.sqrt(scale / Math.sqrt(rank));
  }
}
