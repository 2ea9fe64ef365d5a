package io.sluice.optimizers.matrix;

import static io.sluice.optimizers.matrix.MatrixOptimizer.rate;
import static io.sluice.optimizers.matrix.MatrixOptimizer.share;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Steps of one length for each unit, relative to the size of its weights, which stay centred and of
 * norm 1: {@code v ← β v + (1 − β) |g|²} of each row of a matrix, {@code w ← w − η s g / √(v / (1 −
 * βᵗ))}, then {@code w ← w − mean w, w ← w / |w|}. What has one column is a row of its own for each
 * weight, and is neither centred nor scaled.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Nero(Settings settings) implements MatrixOptimizer {

  /** The presets. */
  public Nero() {
    this(
        Settings.of(
            rate("learning-rate", 0.01, "η"),
            share("beta", 0.999, "β, decay of the square"),
            Hyperparameter.flag("constraints", true, "whether rows stay centred and of norm 1"),
            rate("epsilon", 1e-8, "keeps divisors from 0")));
  }

  @Override
  public String id() {
    return "nero";
  }

  @Override
  public Description description() {
    return Description.of(
            "Steps of one length for each unit, whose weights stay centred and of norm 1",
            "v ← β v + (1 − β) |g|²; w ← w − η s g / √(v / (1 − βᵗ)); w ← (w − mean w) / |w|,"
                + " of each row of a matrix; s is the mean |w| at first",
            "Liu, Bernstein et al. 2021, arXiv 2102.07227")
        .note("The first step centres and scales the weights it finds, too.")
        .note("What has one column is a row for each weight, without constraints.");
  }

  @Override
  public Nero with(Map<String, Double> values) {
    return new Nero(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {
    /** Of each row, at its first weight. */
    private final double[] squares;

    /** The mean size of rows at first, of each group. */
    private final double[][] scales;

    private final double[] row;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      squares = memory.block();
      scales = new double[matrices.groups()][];
      int widest = 0;
      for (int group = 0; group < scales.length; group++) {
        scales[group] = memory.perLane();
        widest = Math.max(widest, matrices.columns(group));
      }
      row = new double[widest];
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      int rows = matrices.rows(group);
      boolean kept = values.flag("constraints", lane) && matrices.isMatrix(group);
      double epsilon = values.at("epsilon", lane);
      double beta = values.at("beta", lane);
      if (step == 1) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
          read(group, r, lane, weights);
          if (kept) {
            constrain(matrices.columns(group), epsilon);
          }
          sum += norm(matrices.columns(group));
        }
        scales[group][lane] = sum == 0 ? 0.01 : sum / rows;
      }
      double corrected = 1 - StrictMath.pow(beta, step);
      double rate = values.at("learning-rate", lane) * scales[group][lane];
      for (int r = 0; r < rows; r++) {
        int first = matrices.index(group, r, 0, lane);
        read(group, r, lane, gradients);
        double length = norm(matrices.columns(group));
        squares[first] = beta * squares[first] + (1 - beta) * length * length;
        double below = Math.sqrt(squares[first] / corrected) + epsilon;
        read(group, r, lane, weights);
        if (kept && step == 1) {
          constrain(matrices.columns(group), epsilon);
        }
        for (int k = 0; k < matrices.columns(group); k++) {
          double g = gradients[matrices.index(group, r, k, lane)];
          row[k] -= below == 0 ? 0 : rate * (g / below);
        }
        if (kept) {
          constrain(matrices.columns(group), epsilon);
        }
        for (int k = 0; k < matrices.columns(group); k++) {
          int i = matrices.index(group, r, k, lane);
          gradients[i] = row[k] - weights[i];
        }
      }
    }

    private void read(int group, int r, int lane, double[] from) {
      for (int k = 0; k < matrices.columns(group); k++) {
        row[k] = from[matrices.index(group, r, k, lane)];
      }
    }

    private double norm(int columns) {
      if (columns == 1) {
        return Math.abs(row[0]);
      }
      double sum = 0;
      for (int k = 0; k < columns; k++) {
        sum += row[k] * row[k];
      }
      return Math.sqrt(sum);
    }

    /** Centres the row and makes its norm 1; a row of equal weights becomes 0. */
    private void constrain(int columns, double epsilon) {
      double sum = 0;
      for (int k = 0; k < columns; k++) {
        sum += row[k];
      }
      for (int k = 0; k < columns; k++) {
        row[k] -= sum / columns;
      }
      double length = norm(columns) + epsilon;
      for (int k = 0; k < columns && length > 0; k++) {
        row[k] /= length;
      }
    }
  }
}
