package io.sluice.engine.probe;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer that is an affine map beside its activation: x becomes W x + b, and then what else there
 * is.
 *
 * @param matrix W, {@code [unit][input]}, multiplied out if it is a product
 * @param bias b; zeros if there is none
 * @param residual whether x is added behind the activation
 */
record AffineLayer(double[][] matrix, double[] bias, boolean residual) {

  /** The layers of a network, first layer first. */
  static List<AffineLayer> of(NetworkShape network, double[] weights) {
    return IntStream.range(0, network.layers().size())
        .mapToObj(layer -> of(network, layer, weights))
        .toList();
  }

  /** One layer of a network. */
  static AffineLayer of(NetworkShape network, int layer, double[] weights) {
    LayerShape shape = network.layers().get(layer);
    double[][] matrix = null;
    double[] bias = new double[shape.sums()];
    for (WeightGroup group : network.groups()) {
      if (group.layer() == layer && group.kind() == WeightGroup.Kind.BIAS) {
        System.arraycopy(weights, group.first(), bias, 0, bias.length);
      } else if (group.layer() == layer && group.kind().isMatrix()) {
        double[][] factor = rows(group, weights);
        matrix = matrix == null ? factor : product(matrix, factor);
      }
    }
    return new AffineLayer(matrix, bias, shape.isResidual());
  }

  private static double[][] rows(WeightGroup group, double[] weights) {
    double[][] rows = new double[group.rows()][group.columns()];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(
          weights, group.first() + row * group.columns(), rows[row], 0, group.columns());
    }
    return rows;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int row = 0; row < left.length; row++) {
      for (int column = 0; column < right[0].length; column++) {
        for (int k = 0; k < right.length; k++) {
          product[row][column] += left[row][k] * right[k][column];
        }
      }
    }
    return product;
  }

  /** W x. */
  double[] times(double[] x) {
    double[] sums = new double[matrix.length];
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] = Span.product(matrix[unit], x);
    }
    return sums;
  }

  /** |W| |x| + |b|, and |x| where that is added, too: what rounding is to be measured by. */
  double[] terms(double[] x) {
    double[] terms = new double[matrix.length];
    for (int unit = 0; unit < terms.length; unit++) {
      terms[unit] = Math.abs(bias[unit]) + (residual ? Math.abs(x[unit]) : 0);
      for (int i = 0; i < x.length; i++) {
        terms[unit] += Math.abs(matrix[unit][i] * x[i]);
      }
    }
    return terms;
  }

  /** The network without its activations as one affine map made of its matrices. */
  static AffineLayer folded(NetworkShape network, double[] weights) {
    int inputs = network.inputs();
    double[][] folded = new double[inputs][inputs];
    for (int i = 0; i < inputs; i++) {
      folded[i][i] = 1;
    }
    double[] shift = new double[inputs];
    for (AffineLayer layer : of(network, weights)) {
      double[][] next = product(layer.matrix, folded);
      double[] moved = layer.times(shift);
      for (int unit = 0; unit < moved.length; unit++) {
        moved[unit] += layer.bias[unit] + (layer.residual ? shift[unit] : 0);
        for (int i = 0; layer.residual && i < inputs; i++) {
          next[unit][i] += folded[unit][i];
        }
      }
      folded = next;
      shift = moved;
    }
    return new AffineLayer(folded, shift, false);
  }

  /**
   * The largest difference over rows and outputs between an affine map and the network without its
   * activations, passed layer by layer, as a share of the largest output that it would have if no
   * term cancelled another.
   */
  static double gap(Probed network, AffineLayer folded) {
    NetworkShape shape = network.ground().network();
    double[][] layered =
        NetworkOutputs.of(
            new NetworkShape(shape.layers().stream().map(LayerShape::withoutActivation).toList()),
            network.ground().data(),
            withoutActivations(shape, network.weights()));
    List<AffineLayer> layers = of(shape, network.weights());
    double difference = 0;
    double largest = 0;
    for (int row = 0; row < layered.length; row++) {
      double[] x = network.ground().inputs(row);
      double[] sums = folded.times(x);
      for (AffineLayer layer : layers) {
        x = layer.terms(x);
      }
      for (int o = 0; o < sums.length; o++) {
        double value = sums[o] + folded.bias[o];
        difference = Math.max(difference, Math.abs(value - layered[row][o]));
        largest = Math.max(largest, x[o]);
      }
    }
    return difference == 0 ? 0 : difference / largest;
  }

  private static double[] withoutActivations(NetworkShape shape, double[] weights) {
    List<WeightGroup> kept =
        shape.groups().stream().filter(g -> g.kind() != WeightGroup.Kind.ACTIVATION).toList();
    double[] rest = new double[kept.stream().mapToInt(WeightGroup::count).sum()];
    int next = 0;
    for (WeightGroup group : kept) {
      System.arraycopy(weights, group.first(), rest, next, group.count());
      next += group.count();
    }
    return rest;
  }
}
