package io.sluice.engine.probe;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import java.util.ArrayList;
import java.util.List;

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
    List<AffineLayer> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      LayerShape shape = network.layers().get(i);
      double[][] matrix = null;
      double[] bias = new double[shape.sums()];
      for (WeightGroup group : network.groups()) {
        if (group.layer() == i && group.kind() == WeightGroup.Kind.BIAS) {
          System.arraycopy(weights, group.first(), bias, 0, bias.length);
        } else if (group.layer() == i && group.kind().isMatrix()) {
          double[][] factor = rows(group, weights);
          matrix = matrix == null ? factor : product(matrix, factor);
        }
      }
      layers.add(new AffineLayer(matrix, bias, shape.isResidual()));
    }
    return layers;
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

  /**
   * The network without its activations, once as one affine map made of its matrices and once layer
   * by layer: the largest difference over rows and outputs, as a share of the largest output.
   */
  static double foldingGap(Probed network) {
    NetworkShape shape = network.ground().network();
    int inputs = shape.inputs();
    double[][] folded = new double[inputs][inputs];
    for (int i = 0; i < inputs; i++) {
      folded[i][i] = 1;
    }
    double[] shift = new double[inputs];
    for (AffineLayer layer : of(shape, network.weights())) {
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
    return gap(network, new AffineLayer(folded, shift, false));
  }

  private static double gap(Probed network, AffineLayer folded) {
    NetworkShape shape = network.ground().network();
    double[][] layered =
        NetworkOutputs.of(
            new NetworkShape(shape.layers().stream().map(LayerShape::withoutActivation).toList()),
            network.ground().data(),
            withoutActivations(shape, network.weights()));
    double difference = 0;
    double largest = 0;
    double[] x = new double[shape.inputs()];
    for (int row = 0; row < layered.length; row++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = network.ground().data().input(row, i);
      }
      double[] sums = folded.times(x);
      for (int o = 0; o < sums.length; o++) {
        double value = sums[o] + folded.bias[o];
        difference = Math.max(difference, Math.abs(value - layered[row][o]));
        largest = Math.max(largest, Math.abs(layered[row][o]));
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
