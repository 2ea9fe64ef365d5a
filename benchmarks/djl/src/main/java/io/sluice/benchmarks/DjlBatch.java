package io.sluice.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;

/**
 * Trials that are trained together. An array belongs to the manager of the array it was computed
 * from, so a step lends what it computes with to a manager of its own, and closes that.
 */
final class DjlBatch implements AutoCloseable {

  private static final int[] OUTPUTS_OF_TRIAL = {1};

  private final NDManager manager;
  private final List<Integer> widths;
  private final int trials;
  private final long[] cuts;
  private final NDArray inputs;
  private final NDArray outputs;
  private final NDArray mean;
  private final NDArray square;
  private NDArray weights;
  private NDArray best;
  private double power1 = 1;
  private double power2 = 1;

  /**
   * A batch that starts here.
   *
   * @param manager what it owns, and closes
   * @param start {@code [trial][parameter]} in a row, as many trials as there are
   */
  DjlBatch(NDManager manager, Case training, double[] start) {
    this.manager = manager;
    widths = training.widths();
    trials = start.length / training.parameters();
    cuts = cuts(widths);
    Shape shape = new Shape(trials, training.parameters());
    weights = manager.create(start, shape);
    mean = manager.zeros(shape, DataType.FLOAT64);
    square = manager.zeros(shape, DataType.FLOAT64);
    best = manager.full(new Shape(trials), Float.POSITIVE_INFINITY, DataType.FLOAT64);
    inputs =
        manager.create(training.inputs()).broadcast(trials, training.examples(), widths.get(0));
    outputs = manager.create(training.outputs());
  }

  /** Where the weights of a layer end and where its biases do, but for the last. */
  private static long[] cuts(List<Integer> widths) {
    long[] cuts = new long[2 * widths.size() - 3];
    long at = 0;
    for (int i = 0; i < cuts.length; i++) {
      int units = widths.get(i / 2 + 1);
      at += i % 2 == 0 ? (long) units * widths.get(i / 2) : units;
      cuts[i] = at;
    }
    return cuts;
  }

  /** One update of all weights by Adam. */
  void step() {
    try (NDManager ofStep = manager.newSubManager()) {
      ofStep.tempAttachAll(inputs, mean, square);
      weights.attach(ofStep);
      best.attach(ofStep);
      weights.setRequiresGradient(true);
      NDArray now;
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        now = forward();
        collector.backward(now);
      }
      best = best.minimum(now);
      best.attach(manager);
      weights = weights.sub(update(weights.getGradient()));
      weights.attach(manager);
    }
  }

  private NDArray update(NDArray gradient) {
    mean.addi(gradient.sub(mean).muli(1 - Case.BETA1));
    square.muli(Case.BETA2).addi(gradient.mul(gradient).muli(1 - Case.BETA2));
    power1 *= Case.BETA1;
    power2 *= Case.BETA2;
    NDArray root = square.sqrt().muli(1 / Math.sqrt(1 - power2)).addi(Case.EPSILON);
    return mean.div(root).muli(Case.RATE / (1 - power1));
  }

  /** The loss of each trial. */
  double[] losses() {
    return forward().toDoubleArray();
  }

  private NDArray forward() {
    NDList parts = weights.split(cuts, 1);
    NDArray signal = inputs;
    for (int layer = 1; layer < widths.size(); layer++) {
      int units = widths.get(layer);
      NDArray matrix = parts.get(2 * layer - 2).reshape(trials, units, widths.get(layer - 1));
      NDArray biases = parts.get(2 * layer - 1).expandDims(1);
      signal = signal.batchMatMul(matrix.swapAxes(1, 2)).add(biases).tanh();
    }
    return signal.sub(outputs).square().reshape(trials, -1).mean(OUTPUTS_OF_TRIAL);
  }

  @Override
  public void close() {
    manager.close();
  }
}
