package io.sluice.engine.run;

import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Metric;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/**
 * What the updates of a block of gradient trials do, as far as it cannot be told from the weights
 * later. It makes passes of its own over the block, and none for what no metric asks for.
 */
final class UpdateTrace {

  private static final double[][] NO_LAYERS = {};

  private final BlockLayout layout;
  private final double[] contacts;
  private final int[] layers;
  private final int[] from;
  private final int[] to;
  private final double[][] ratios;
  private final double[] cosines;
  private final double[] lastDirections;
  private final double[] updateNorms;
  private final double[] weightNorms;

  /**
   * The trace of a block.
   *
   * @param memory moves what belongs to a lane together with the lane
   * @param record one of the trials; all measure the same of what is traced
   */
  UpdateTrace(BlockMemory memory, TrialRecord record) {
    layout = memory.layout();
    contacts = record.measures(Metric.BOUND_CONTACTS) ? memory.perLane() : null;
    boolean directed = record.measures(Metric.GRADIENT_COSINE);
    cosines = directed ? memory.perLane() : null;
    lastDirections = directed ? memory.block() : null;
    if (directed) {
      Arrays.fill(lastDirections, Double.NaN);
    }
    TrialSetup setup = record.setup();
    layers =
        record.measures(Metric.UPDATE_RATIO)
            ? setup.task().layersWith(Metric.UPDATE_RATIO).stream().mapToInt(i -> i).toArray()
            : new int[0];
    from = new int[layers.length];
    to = new int[layers.length];
    ratios = layers.length == 0 ? NO_LAYERS : new double[layers.length][];
    updateNorms = layers.length == 0 && !directed ? null : new double[layout.stride()];
    weightNorms = layers.length == 0 ? null : new double[layout.stride()];
    for (int i = 0; i < layers.length; i++) {
      NetworkShape network = ((Task.Fit) setup.task()).network();
      from[i] = network.parametersUpTo(layers[i] - 1);
      to[i] = network.parametersUpTo(layers[i]);
      ratios[i] = memory.perLane();
      Arrays.fill(ratios[i], Double.NaN);
    }
  }

  /** Whether {@link #beforeUpdate} does anything. */
  boolean needsUpdates() {
    return ratios.length > 0;
  }

  /** Looks at the gradients of an update; they are told from the last ones by their direction. */
  void beforeRules(int lanes, double[] gradients) {
    if (cosines == null) {
      return;
    }
    EuclideanNorm.of(gradients, layout, 0, layout.parameters(), lanes, updateNorms);
    Arrays.fill(cosines, 0, lanes, 0);
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        double direction = gradients[row + lane] / updateNorms[lane];
        cosines[lane] += direction * lastDirections[row + lane];
        lastDirections[row + lane] = direction;
      }
    }
  }

  /** Looks at updates that are about to be added to the weights. */
  void beforeUpdate(int lanes, double[] weights, double[] updates) {
    for (int i = 0; i < ratios.length; i++) {
      EuclideanNorm.of(weights, layout, from[i], to[i], lanes, weightNorms);
      EuclideanNorm.of(updates, layout, from[i], to[i], lanes, updateNorms);
      for (int lane = 0; lane < lanes; lane++) {
        ratios[i][lane] = updateNorms[lane] / weightNorms[lane];
      }
    }
  }

  /** Looks at weights that are about to be put back within their bounds. */
  void beforeBounds(int lanes, double[] weights, double[] lower, double[] upper) {
    if (contacts == null) {
      return;
    }
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        double weight = weights[row + lane];
        contacts[lane] += weight < lower[row + lane] || weight > upper[row + lane] ? 1 : 0;
      }
    }
  }

  /** Tells the record of the trial in a lane all that is known here. */
  void tell(int lane, TrialRecord record) {
    if (contacts != null) {
      record.haveContacts((long) contacts[lane]);
    }
    if (cosines != null) {
      record.haveGradientCosine(Math.max(-1, Math.min(1, cosines[lane])));
    }
    for (int i = 0; i < ratios.length; i++) {
      record.haveUpdateRatio(layers[i], ratios[i][lane]);
    }
  }
}
