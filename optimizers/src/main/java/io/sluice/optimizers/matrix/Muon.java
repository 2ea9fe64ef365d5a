package io.sluice.optimizers.matrix;

import static io.sluice.optimizers.matrix.MatrixOptimizer.rate;
import static io.sluice.optimizers.matrix.MatrixOptimizer.share;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Momentum made orthogonal. Of each matrix G the update is near U Vᵀ for its singular value
 * decomposition U S Vᵀ: after X = M / |M| some steps X ← a X + (b X Xᵀ + c (X Xᵀ)²) X bring all
 * singular values near 1. What is no matrix follows Adam.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Muon(Settings settings) implements MatrixOptimizer {

  /** The presets. */
  public Muon() {
    this(
        Settings.of(
            rate("learning-rate", 0.02, "η, of matrices"),
            share("momentum", 0.95, "μ"),
            Hyperparameter.flag("nesterov", true, "whether (1 − μ) g + μ m is made orthogonal"),
            Hyperparameter.integer("iterations", 5, Interval.closed(1, 50), "steps to orthogonal"),
            real("a", 3.4445, "of such a step"),
            real("b", -4.775, "of such a step"),
            real("c", 2.0315, "of such a step"),
            rate("epsilon", 1e-7, "the least norm that is divided by"),
            Hyperparameter.flag("epsilon-added", false, "whether it is added to the norm"),
            Hyperparameter.flag("rounded-norm", false, "whether the norm has 24 bits"),
            Hyperparameter.flag("corrected", false, "whether means are divided by 1 − μᵗ"),
            Hyperparameter.flag("summed", false, "whether gradients are added and not averaged"),
            Hyperparameter.flag(
                "adaptive", false, "whether updates are as large as their dual norm"),
            Hyperparameter.flag(
                "as-adam", false, "0.2 √max(rows, columns) in place of √max(1, rows / columns)"),
            rate("adam-learning-rate", 3e-4, "of what is no matrix"),
            share("adam-beta1", 0.9, "decay of its mean"),
            share("adam-beta2", 0.95, "decay of its square"),
            rate("adam-epsilon", 1e-10, "beside its root")));
  }

  private static Hyperparameter real(String name, double value, String meaning) {
    return Hyperparameter.real(name, value, Interval.REALS, meaning);
  }

  @Override
  public String id() {
    return "muon";
  }

  @Override
  public Description description() {
    return Description.of(
            "Momentum made orthogonal, of each matrix; Adam of the rest",
            "m ← μ m + (1 − μ) g; u = (1 − μ) g + μ m;"
                + " w ← w − η √max(1, rows / columns) orthogonal(u)",
            "Jordan et al. 2024, Muon: an optimizer for hidden layers in neural networks")
        .note("The matrix that gives the outputs is one as any other here; its authors use Adam.")
        .note(
            "pytorch_optimizer has as-adam as its preset; optax is corrected and adds epsilon, and"
                + " has contrib.muon-adaptive for adaptive; torch and pytorch_optimizer compute it"
                + " in 16 bits unless they are changed, and those runs are not to be matched.")
        .note(
            "keras has as-adam, too, is summed and divides by a rounded-norm; with torch beneath it"
                + " rounds its rates as well, and those runs are not to be matched.");
  }

  @Override
  public Muon with(Map<String, Double> values) {
    return new Muon(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {
    private final double[] mean;
    private final double[] square;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      mean = memory.block();
      square = memory.block();
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      if (matrices.isMatrix(group)) {
        turn(step, group, lane, gradients);
      } else {
        adam(step, group, lane, gradients);
      }
    }

    private void turn(int step, int group, int lane, double[] gradients) {
      int rows = matrices.rows(group);
      int columns = matrices.columns(group);
      double kept = values.at("momentum", lane);
      boolean corrected = values.flag("corrected", lane);
      boolean nesterov = values.flag("nesterov", lane);
      double ofNew = corrected ? 1 - StrictMath.pow(kept, step) : 1;
      double ofMean = corrected ? 1 - StrictMath.pow(kept, nesterov ? step + 1 : step) : 1;
      boolean upright = rows > columns;
      double[][] x = new double[Math.min(rows, columns)][Math.max(rows, columns)];
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          int i = matrices.index(group, r, k, lane);
          double g = gradients[i];
          mean[i] += (1 - kept) * (g - mean[i]);
          double u =
              nesterov ? (1 - kept) * (g / ofNew) + kept * (mean[i] / ofMean) : mean[i] / ofMean;
          x[upright ? k : r][upright ? r : k] = values.flag("summed", lane) ? u / (1 - kept) : u;
        }
      }
      double[][] before = values.flag("adaptive", lane) ? Dense.copy(x) : null;
      orthogonalise(x, lane);
      double size = before == null ? 1 : product(before, x);
      double scale =
          values.flag("as-adam", lane)
              ? 0.2 * Math.sqrt(Math.max(rows, columns))
              : Math.sqrt(Math.max(1, (double) rows / columns));
      double factor = -values.at("learning-rate", lane) * scale * size;
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          gradients[matrices.index(group, r, k, lane)] =
              factor * x[upright ? k : r][upright ? r : k];
        }
      }
    }

    /** Newton's and Schulz's steps of a matrix that is no higher than wide. */
    private void orthogonalise(double[][] x, int lane) {
      double norm = values.flag("rounded-norm", lane) ? roundedNorm(x) : Math.sqrt(product(x, x));
      double epsilon = values.at("epsilon", lane);
      double divisor =
          values.flag("epsilon-added", lane) ? norm + epsilon : Math.max(norm, epsilon);
      for (double[] row : x) {
        for (int k = 0; k < row.length; k++) {
          row[k] = divisor == 0 ? 0 : row[k] / divisor;
        }
      }
      int n = x.length;
      double[][] square = new double[n][n];
      double[][] mixed = new double[n][n];
      double[] column = new double[n];
      double a = values.at("a", lane);
      double b = values.at("b", lane);
      double c = values.at("c", lane);
      for (int step = 0; step < values.at("iterations", lane); step++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            square[i][j] = Dense.dot(x[i], x[j]);
          }
        }
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            // It is symmetric, so that rows stand for columns.
            mixed[i][j] = b * square[i][j] + c * Dense.dot(square[i], square[j]);
          }
        }
        for (int k = 0; k < x[0].length; k++) {
          for (int i = 0; i < n; i++) {
            column[i] = x[i][k];
          }
          for (int i = 0; i < n; i++) {
            x[i][k] = a * column[i] + Dense.dot(mixed[i], column);
          }
        }
      }
    }

    private void adam(int step, int group, int lane, double[] gradients) {
      double beta1 = values.at("adam-beta1", lane);
      double beta2 = values.at("adam-beta2", lane);
      double ofMean = 1 - StrictMath.pow(beta1, step);
      double ofSquare = Math.sqrt(1 - StrictMath.pow(beta2, step));
      double rate = values.at("adam-learning-rate", lane);
      double epsilon = values.at("adam-epsilon", lane);
      for (int r = 0; r < matrices.rows(group); r++) {
        int i = matrices.index(group, r, 0, lane);
        double g = gradients[i];
        mean[i] += (1 - beta1) * (g - mean[i]);
        square[i] += (1 - beta2) * (g * g - square[i]);
        double below = (Math.sqrt(square[i]) + epsilon) / ofSquare;
        gradients[i] = below == 0 ? 0 : -rate * (mean[i] / ofMean) / below;
      }
    }

    /** The norm in 24 bits, with a rounding for each square that is added, the last one first. */
    private static double roundedNorm(double[][] x) {
      float sum = 0;
      for (int i = x.length - 1; i >= 0; i--) {
        for (int k = x[i].length - 1; k >= 0; k--) {
          sum = Math.fma((float) x[i][k], (float) x[i][k], sum);
        }
      }
      return (float) Math.sqrt(sum);
    }

    private static double product(double[][] x, double[][] y) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += Dense.dot(x[i], y[i]);
      }
      return sum;
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      mean[i] = -mean[i];
    }
  }
}
