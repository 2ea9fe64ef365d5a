package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;
import java.util.Arrays;

/** A trial of {@link GuidedEs}. */
final class GuidedState extends AtWeights {

  /** What is left of a gradient outside of the span of others is rounding below this share. */
  private static final double NOTHING = 1e-10;

  private final OracleTask task;
  private final int n;
  private final int pairs;
  private final double rate;
  private final double deviation;
  private final double everywhere;
  private final double factor;

  /** The last gradients, the newest at {@code (count − 1) mod length}. */
  private final double[][] gradients;

  /** An orthonormal basis of their span, as many rows as {@link #rank} says. */
  private final double[][] basis;

  private final double[] offset;
  private final double[] estimate;
  private long count;
  private int rank;
  private int answers;
  private double above;

  GuidedState(OracleTask task, Settings set) {
    super(task);
    this.task = task;
    n = task.parameters();
    pairs = set.integer("pairs");
    rate = set.real("learning-rate");
    deviation = set.real("deviation");
    everywhere = set.real("everywhere");
    factor = set.real("scale") / (2 * deviation * deviation * pairs);
    int memory = Math.min(n, set.integer("memory"));
    gradients = new double[memory][n];
    basis = new double[memory][n];
    offset = new double[n];
    estimate = new double[n];
  }

  @Override
  void begin() {
    Vectors.copy(gradient, gradients[(int) (count++ % gradients.length)]);
    span();
    Arrays.fill(estimate, 0);
    answers = 0;
  }

  /** Finds the basis, from the newest gradient to the oldest. */
  private void span() {
    rank = 0;
    int known = (int) Math.min(count, gradients.length);
    for (int age = 1; age <= known; age++) {
      double[] row = basis[rank];
      Vectors.copy(gradients[(int) ((count - age) % gradients.length)], row);
      double norm = normalise(row);
      for (int sweep = 0; sweep < 2 && norm > 0; sweep++) { // Twice is enough, as Kahan has it.
        for (int other = 0; other < rank; other++) {
          Vectors.move(row, -Vectors.dot(row, basis[other]), basis[other], row);
        }
        norm = Vectors.norm(row) > NOTHING ? normalise(row) : 0;
      }
      rank += norm > 0 ? 1 : 0;
    }
  }

  /** Gives a row the length 1, and returns what it had; 0 if it has none that is a number. */
  private static double normalise(double[] row) {
    double largest = 0;
    for (double each : row) {
      largest = Math.max(largest, Math.abs(each));
    }
    if (!(largest > 0)) {
      return 0;
    }
    for (int p = 0; p < row.length; p++) {
      row[p] /= largest; // So that no square overflows or vanishes.
    }
    double norm = Vectors.norm(row);
    for (int p = 0; p < row.length; p++) {
      row[p] /= norm;
    }
    return largest * norm;
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    if (answers == 2 * pairs) {
      for (int p = 0; p < n; p++) {
        point[p] = weights[p] - rate * (factor * estimate[p]);
      }
      return OracleRequest.ACCEPT;
    }
    boolean first = answers % 2 == 0;
    if (first) {
      draw();
    }
    for (int p = 0; p < n; p++) {
      point[p] = first ? weights[p] + offset[p] : weights[p] - offset[p];
    }
    return OracleRequest.LOSS;
  }

  private void draw() {
    double free = deviation * Math.sqrt((rank == 0 ? 1 : everywhere) / n);
    for (int p = 0; p < n; p++) {
      offset[p] = free * task.random().nextGaussian();
    }
    double guided = rank == 0 ? 0 : deviation * Math.sqrt((1 - everywhere) / rank);
    for (int row = 0; row < rank; row++) {
      Vectors.move(offset, guided * task.random().nextGaussian(), basis[row], offset);
    }
  }

  @Override
  void hear(double told, double[] point, double[] vector) {
    if (answers++ % 2 == 0) {
      above = told;
      return;
    }
    double difference = above - told;
    if (Math.abs(difference) <= Double.MAX_VALUE) {
      Vectors.move(estimate, difference, offset, estimate);
    }
  }
}
