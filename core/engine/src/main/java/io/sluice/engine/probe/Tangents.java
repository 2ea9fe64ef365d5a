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

  private static final int MOST = 128;

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

  /** The tangent kernels K = J Jᵀ at the start and now. */
  Kernels kernels() {
    double before = 0;
    double shared = 0;
    double after = 0;
    double changed = 0;
    for (int i = 0; i < which.length; i++) {
      for (int j = 0; j <= i; j++) {
        double old = 0;
        double fresh = 0;
        for (int p = 0; p < moved.length; p++) {
          old += start[i][p] * start[j][p];
          fresh += now[i][p] * now[j][p];
        }
        int times = i == j ? 1 : 2;
        before += times * old * old;
        shared += times * old * fresh;
        after += times * fresh * fresh;
        changed += times * (fresh - old) * (fresh - old);
      }
    }
    return new Kernels(before, shared, after, changed);
  }

  /**
   * Two kernels K₀ and K by sums over all their elements.
   *
   * @param before Σ K₀²
   * @param shared Σ K₀ K
   * @param after Σ K²
   * @param changed Σ (K − K₀)²
   */
  record Kernels(double before, double shared, double after, double changed) {

    /** ⟨K, K₀⟩ / (‖K‖ ‖K₀‖); from 0 to 1, for both have no negative eigenvalue. */
    double alignment() {
      return Math.max(0, Math.min(1, shared / (Math.sqrt(before) * Math.sqrt(after))));
    }

    /** ‖K − K₀‖ / ‖K₀‖. */
    double change() {
      return Math.sqrt(changed / before);
    }
  }
}
