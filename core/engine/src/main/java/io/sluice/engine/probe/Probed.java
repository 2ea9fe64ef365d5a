package io.sluice.engine.probe;

import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A network with the weights it has now and those it started with. Of use to one thread. */
public final class Probed {

  private final Ground ground;
  private final double[] weights;
  private final Supplier<double[]> started;
  private double[] start;
  private double[][] outputs;
  private Tangents tangents;
  private Tangents.Kernels kernels;

  /**
   * A network as it is now.
   *
   * @param weights all its weights, frozen ones included
   * @param started gives those it started with
   */
  public Probed(Ground ground, double[] weights, Supplier<double[]> started) {
    this.ground = ground;
    this.weights = weights;
    this.started = started;
  }

  Ground ground() {
    return ground;
  }

  double[] weights() {
    return weights;
  }

  double[] start() {
    if (start == null) {
      start = started.get();
    }
    return start;
  }

  /** What it gives for the rows to train with, {@code [row][output]}. */
  double[][] outputs() {
    if (outputs == null) {
      outputs = outputs(ground.data());
    }
    return outputs;
  }

  /** What goes into its last layer, {@code [row][unit]}. */
  double[][] beforeLast() {
    int last = ground.network().layers().size() - 1;
    if (last == 0) {
      return IntStream.range(0, ground.data().rows())
          .mapToObj(ground::inputs)
          .toArray(double[][]::new);
    }
    NetworkShape cut = new NetworkShape(ground.network().layers().subList(0, last));
    return NetworkOutputs.of(cut, ground.data(), Arrays.copyOf(weights, cut.weights()));
  }

  /** The largest sum of the sizes of the terms that its last layer adds up, if that is all. */
  double largestTerms() {
    NetworkShape network = ground.network();
    int layer = network.layers().size() - 1;
    if (!network.layers().get(layer).isAffineBesideActivation()) {
      return 0;
    }
    AffineLayer last = AffineLayer.of(network, layer, weights);
    double largest = 0;
    for (double[] row : beforeLast()) {
      for (double terms : last.terms(row)) {
        largest = Math.max(largest, terms);
      }
    }
    return largest;
  }

  /** What it gives for some rows. */
  double[][] outputs(Dataset rows) {
    return NetworkOutputs.of(ground.network(), rows, weights);
  }

  /** Its slopes by the weights, now and at the start. */
  Tangents tangents() {
    if (tangents == null) {
      tangents = Tangents.of(this);
    }
    return tangents;
  }

  /** Its tangent kernels. */
  Tangents.Kernels kernels() {
    if (kernels == null) {
      kernels = tangents().kernels();
    }
    return kernels;
  }
}
