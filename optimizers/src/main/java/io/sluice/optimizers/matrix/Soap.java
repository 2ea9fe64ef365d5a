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
 * Adam in the eigenbasis of Shampoo: with averages L of {@code G Gᵀ} and R of {@code Gᵀ G} and
 * their eigenvectors P and Q, Adam keeps the squares of {@code Pᵀ G Q}, and {@code W ← W − η P (Pᵀ
 * M Q / (√V + ε)) Qᵀ}. Eigenvectors are found in the first step, which moves nothing, and then
 * bettered every few steps by a power iteration. What has one column follows Adam as it is.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Soap(Settings settings) implements MatrixOptimizer {

  /** The presets. */
  public Soap() {
    this(
        Settings.of(
            rate("learning-rate", 3e-3, "η"),
            share("beta1", 0.95, "β₁, decay of the mean"),
            share("beta2", 0.95, "β₂, decay of the square"),
            share("side-beta", 0.95, "decay of the sides"),
            rate("epsilon", 1e-8, "ε, beside the root"),
            MatrixOptimizer.period(10),
            MatrixOptimizer.largest(),
            Hyperparameter.flag("vectors", false, "whether what has one column has a side, too"),
            Hyperparameter.flag("corrected", true, "whether both means are corrected"),
            Hyperparameter.flag("normalised", false, "whether updates have a mean square of 1"),
            rate("decay", 0, "share of the updated weights, times η, that is taken off")));
  }

  @Override
  public String id() {
    return "soap";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam in the eigenbasis of Shampoo",
            "M ← β₁ M + (1 − β₁) G; V ← β₂ V + (1 − β₂) (Pᵀ G Q)²;"
                + " W ← W − η P (Pᵀ M Q / (√V + ε)) Qᵀ; P, Q the eigenvectors of the means of G Gᵀ"
                + " and Gᵀ G",
            "Vyas et al. 2025, arXiv 2409.11321")
        .note("The first step only looks, and takes no decay off.")
        .note("Its authors have a decay of 0.01.");
  }

  @Override
  public Soap with(Map<String, Double> values) {
    return new Soap(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {
    private final double[] mean;
    private final double[] square;
    private final Sides sums;
    private final Sides bases;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      mean = memory.block();
      square = memory.block();
      sums = new Sides(memory, matrices);
      bases = new Sides(memory, matrices);
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      double[][] g = matrices.read(group, lane, gradients);
      if (step > 1) {
        double taken = values.at("learning-rate", lane) * values.at("decay", lane);
        double[][] w = matrices.read(group, lane, weights);
        double[][] u = moved(group, lane, g);
        for (int r = 0; r < g.length; r++) {
          for (int k = 0; k < g[r].length; k++) {
            u[r][k] *= -factor(step, lane);
            u[r][k] -= taken == 0 ? 0 : taken * (w[r][k] + u[r][k]);
          }
        }
        matrices.write(group, lane, 1, u, gradients);
      } else {
        matrices.write(group, lane, 0, g, gradients);
      }
      boolean due = step > 1 && step % (long) values.at("period", lane) == 0;
      for (int side = 0; side < 2; side++) {
        if (has(group, side, lane)) {
          double[][] sum = average(group, side, lane, side == 0 ? g : Dense.transposed(g));
          if (step == 1) {
            bases.write(group, side, lane, Dense.eigenvectors(sum));
          } else if (due) {
            better(group, side, lane, sum);
          }
        }
      }
    }

    private boolean has(int group, int side, int lane) {
      return sums.has(group, side, values.at("largest", lane))
          && (matrices.isMatrix(group) || values.flag("vectors", lane));
    }

    private double factor(int step, int lane) {
      double rate = values.at("learning-rate", lane);
      if (!values.flag("corrected", lane)) {
        return rate;
      }
      double ofSquare = Math.sqrt(1 - StrictMath.pow(values.at("beta2", lane), step));
      return rate * (ofSquare / (1 - StrictMath.pow(values.at("beta1", lane), step)));
    }

    /** The quotient of Adam in the eigenbasis, back in that of the weights. */
    private double[][] moved(int group, int lane, double[][] g) {
      double beta1 = values.at("beta1", lane);
      double beta2 = values.at("beta2", lane);
      double epsilon = values.at("epsilon", lane);
      double[][] m = matrices.read(group, lane, mean);
      double[][] v = matrices.read(group, lane, square);
      double[][] turned = turn(group, lane, g, false);
      for (int r = 0; r < g.length; r++) {
        for (int k = 0; k < g[r].length; k++) {
          m[r][k] = beta1 * m[r][k] + (1 - beta1) * g[r][k];
          v[r][k] = beta2 * v[r][k] + (1 - beta2) * (turned[r][k] * turned[r][k]);
        }
      }
      matrices.write(group, lane, 1, m, mean);
      matrices.write(group, lane, 1, v, square);
      double[][] u = turn(group, lane, m, false);
      for (int r = 0; r < u.length; r++) {
        for (int k = 0; k < u[r].length; k++) {
          double below = Math.sqrt(v[r][k]) + epsilon;
          u[r][k] = below == 0 ? 0 : u[r][k] / below;
        }
      }
      u = turn(group, lane, u, true);
      if (values.flag("normalised", lane)) {
        double sum = 0;
        for (double[] row : u) {
          sum += Dense.dot(row, row);
        }
        double below = Math.sqrt(sum / (u.length * u[0].length)) + epsilon;
        for (double[] row : u) {
          for (int k = 0; k < row.length; k++) {
            row[k] = below == 0 ? 0 : row[k] / below;
          }
        }
      }
      return u;
    }

    /** Into the eigenbasis, or back; a copy in any case. */
    private double[][] turn(int group, int lane, double[][] x, boolean back) {
      double[][] turned = Dense.copy(x);
      if (has(group, 0, lane)) {
        double[][] p = bases.read(group, 0, lane);
        turned = Dense.times(back ? p : Dense.transposed(p), turned);
      }
      if (has(group, 1, lane)) {
        double[][] q = bases.read(group, 1, lane);
        turned = back ? Dense.timesTransposed(turned, q) : Dense.times(turned, q);
      }
      return turned;
    }

    private double[][] average(int group, int side, int lane, double[][] g) {
      double fresh = 1 - values.at("side-beta", lane);
      double[][] sum = sums.read(group, side, lane);
      double[][] squares = Dense.timesTransposed(g, g);
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum.length; j++) {
          sum[i][j] += fresh * (squares[i][j] - sum[i][j]);
        }
      }
      sums.write(group, side, lane, sum);
      return sum;
    }

    /** One power iteration; squares move with their eigenvectors when these are sorted anew. */
    private void better(int group, int side, int lane, double[][] sum) {
      double[][] basis = bases.read(group, side, lane);
      double[][] image = Dense.times(sum, basis);
      double[] values = new double[sum.length];
      for (int i = 0; i < values.length; i++) {
        for (int k = 0; k < values.length; k++) {
          values[k] += basis[i][k] * image[i][k];
        }
      }
      int[] order = Dense.descending(values);
      bases.write(group, side, lane, Dense.orthogonal(Dense.columns(image, order)));
      double[][] v = matrices.read(group, lane, square);
      double[][] sorted =
          side == 1
              ? Dense.columns(v, order)
              : Dense.transposed(Dense.columns(Dense.transposed(v), order));
      matrices.write(group, lane, 1, sorted, square);
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      mean[i] = -mean[i];
    }
  }
}
