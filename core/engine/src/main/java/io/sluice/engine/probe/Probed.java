package io.sluice.engine.probe;

import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.study.Dataset;
import java.util.function.Supplier;

/** A network with the weights it has now and those it started with. Of use to one thread. */
public final class Probed {

  private final Ground ground;
  private final double[] weights;
  private final Supplier<double[]> started;
  private double[] start;
  private double[][] outputs;
  private Tangents tangents;

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
}
