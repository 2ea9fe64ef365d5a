package io.sluice.engine.probe;

import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;

/**
 * How the outputs of a network hang on its parameters, at the start and now: its Jacobians J₀ and
 * J, a row for each output at an example. Where there are more than {@value #MOST} of these, as
 * many of them, evenly chosen.
 *
 * @param which the outputs, numbered row by row
 * @param start J₀
 * @param now J
 * @param moved what was added to the parameters since the start
 * @param first what the outputs were at the start
 * @param last what they are now
 */
record Tangents(
    int[] which, double[][] start, double[][] now, double[] moved, double[] first, double[] last) {

  private static final int MOST = 256;

  static Tangents of(Probed network) {
    NetworkShape shape = network.ground().network();
    Dataset data = network.ground().data();
    long all = (long) data.rows() * data.outputs();
    int[] which = new int[(int) Math.min(MOST, all)];
    for (int i = 0; i < which.length; i++) {
      which[i] = (int) (i * all / which.length);
    }
    int[] index = shape.indexOfParameter();
    double[] moved = new double[index.length];
    for (int p = 0; p < index.length; p++) {
      moved[p] = network.weights()[index[p]] - network.start()[index[p]];
    }
    return new Tangents(
        which,
        NetworkOutputs.slopes(shape, data, network.start(), which),
        NetworkOutputs.slopes(shape, data, network.weights(), which),
        moved,
        chosen(NetworkOutputs.of(shape, data, network.start()), which),
        chosen(network.outputs(), which));
  }

  private static double[] chosen(double[][] outputs, int[] which) {
    int width = outputs[0].length;
    double[] chosen = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      chosen[i] = outputs[which[i] / width][which[i] % width];
    }
    return chosen;
  }

  /**
   * How far the outputs are from those of the network linearised around its start: ‖f − f₀ − J₀ (w
   * − w₀)‖ / ‖f − f₀‖. NaN if no output has changed.
   */
  double linearisationGap() {
    double missed = 0;
    double change = 0;
    for (int i = 0; i < which.length; i++) {
      double changed = last[i] - first[i];
      double rest = changed - Span.product(start[i], moved);
      missed += rest * rest;
      change += changed * changed;
    }
    return Math.sqrt(missed / change);
  }

  /** ⟨K, K₀⟩ / (‖K‖ ‖K₀‖) of the kernels K = J Jᵀ; from 0 to 1. */
  double alignment() {
    double[] sums = kernels();
    return Math.min(1, sums[1] / (Math.sqrt(sums[0]) * Math.sqrt(sums[2])));
  }

  /** ‖K − K₀‖ / ‖K₀‖ of the kernels K = J Jᵀ. */
  double change() {
    double[] sums = kernels();
    return Math.sqrt(sums[3] / sums[0]);
  }

  /** The sums over all pairs of K₀², K K₀, K² and (K − K₀)². */
  private double[] kernels() {
    double[] sums = new double[4];
    for (int i = 0; i < which.length; i++) {
      for (int j = 0; j <= i; j++) {
        double before = Span.product(start[i], start[j]);
        double after = Span.product(now[i], now[j]);
        int times = i == j ? 1 : 2;
        sums[0] += times * before * before;
        sums[1] += times * before * after;
        sums[2] += times * after * after;
        sums[3] += times * (after - before) * (after - before);
      }
    }
    return sums;
  }
}
