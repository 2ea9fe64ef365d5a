package io.sluice.optimizers.matrix;

import static io.sluice.optimizers.matrix.MatrixOptimizer.rate;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Adam in little memory: the mean squares of a matrix are the product of those of its rows and of
 * its columns, steps are relative to the size of the weights, and long updates are cut.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Adafactor(Settings settings) implements MatrixOptimizer {

  /** The presets, those of torch. */
  public Adafactor() {
    this(
        Settings.of(
            rate("learning-rate", 0.01, "η"),
            Hyperparameter.flag("relative", true, "whether steps are at most 1 / √t"),
            Hyperparameter.flag("scaled", true, "whether steps are relative to the weights"),
            Hyperparameter.real(
                "decay-power", 0.8, Interval.closed(0, 10), "γ in the decay 1 − t^−γ of squares"),
            rate("clip", 1, "d, the longest root mean square of an update"),
            rate("epsilon", 0x1p-52, "ε₁, the least squares"),
            rate("least-scale", 1e-3, "ε₂, the least size of weights"),
            Hyperparameter.flag("epsilon-added", false, "whether ε₁ is added to squares"),
            Hyperparameter.real("beta1", 0, Interval.closedOpen(0, 1), "decay of the mean update"),
            rate("decay", 0, "share of the weights, times the step, that is taken off"),
            Hyperparameter.real(
                "most-kept", 1, Interval.closed(0, 1), "the most that is kept of squares"),
            Hyperparameter.flag("lengthened", false, "whether short updates are made long"),
            Hyperparameter.flag("rounded-decay", false, "whether 1 − t^−γ has 24 bits"),
            Hyperparameter.flag("rounded-means", false, "whether means are taken in 24 bits")));
  }

  @Override
  public String id() {
    return "adafactor";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam that keeps squares of matrices as a row and a column",
            "v = r cᵀ / mean r, r and c means of g² over columns and rows; u = g / √v;"
                + " w ← w − max(ε₂, rms w) min(η, 1/√t) u / max(1, rms u / d)",
            "Shazeer & Stern 2018, arXiv 1804.04235")
        .note("What has one column keeps all its squares.")
        .note(
            "torch takes the root of squares no less than ε₁²; keras, optax and pytorch_optimizer"
                + " add ε₁ = 1e-30 to the squares (epsilon-added).")
        .note(
            "optax computes the decay of squares in 24 bits (rounded-decay), keras all means"
                + " (rounded-means); with torch beneath, keras rounds its rates as well, and its"
                + " runs are not to be matched.")
        .note(
            "pytorch_optimizer divides by min(1, rms u / d), which lengthens short updates and"
                + " leaves long ones (lengthened), keeps no more than its second beta (most-kept),"
                + " takes decay off, and has beta1 = 0.9; as it is shipped it keeps the mean in 16"
                + " bits, and those runs are not to be matched.");
  }

  @Override
  public Adafactor with(Map<String, Double> values) {
    return new Adafactor(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {

    /** Of a matrix the first row has the means of columns, the first column of the next block. */
    private final double[] squares;

    private final double[] ofRows;
    private final double[] mean;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      squares = memory.block();
      ofRows = memory.block();
      mean = memory.block();
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      int rows = matrices.rows(group);
      int columns = matrices.columns(group);
      double fresh = fresh(step, lane);
      double epsilon = values.at("epsilon", lane);
      boolean adds = values.flag("epsilon-added", lane);
      boolean rounded = values.flag("rounded-means", lane);
      double add = adds ? epsilon : 0;
      double ofAll = 1;
      if (matrices.isMatrix(group)) {
        ofAll = average(group, lane, fresh, add, gradients);
        ofAll = adds ? ofAll : Math.max(ofAll, epsilon);
      }
      Sum sizes = new Sum(rounded);
      Sum lengths = new Sum(rounded);
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          int i = matrices.index(group, r, k, lane);
          sizes.add(weights[i] * weights[i]);
          double g = gradients[i];
          double square;
          if (matrices.isMatrix(group)) {
            square =
                ofRows[matrices.index(group, r, 0, lane)]
                    * squares[matrices.index(group, 0, k, lane)]
                    / ofAll;
          } else {
            squares[i] += fresh * (g * g + add - squares[i]);
            square = squares[i];
          }
          double least = adds ? square : Math.max(square, epsilon * epsilon);
          gradients[i] = least > 0 ? g / Math.sqrt(least) : 0;
          lengths.add(gradients[i] * gradients[i]);
        }
      }
      int count = rows * columns;
      double rate = values.at("learning-rate", lane);
      if (values.flag("relative", lane)) {
        rate = Math.min(rate, 1 / Math.sqrt(step));
      }
      if (values.flag("scaled", lane)) {
        rate *= Math.max(values.at("least-scale", lane), Math.sqrt(sizes.mean(count)));
      }
      double over = over(Math.sqrt(lengths.mean(count)), lane);
      double kept = values.at("beta1", lane);
      double decay = values.at("decay", lane) * rate;
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          int i = matrices.index(group, r, k, lane);
          double moved = -rate / over * gradients[i];
          mean[i] = kept * mean[i] + (1 - kept) * moved;
          moved = kept == 0 ? moved : mean[i];
          gradients[i] = decay == 0 ? moved : moved - decay * weights[i];
        }
      }
    }

    /** What the squares take of a new one. */
    private double fresh(int step, int lane) {
      double power = -values.at("decay-power", lane);
      double fresh = StrictMath.pow(step, power);
      if (values.flag("rounded-decay", lane)) {
        fresh = 1 - (1 - (float) StrictMath.pow(step, (float) power));
      }
      return Math.max(fresh, 1 - values.at("most-kept", lane));
    }

    /** What an update of this root mean square is divided by. */
    private double over(double length, int lane) {
      double clip = values.at("clip", lane);
      if (clip == 0) {
        return 1;
      }
      if (values.flag("lengthened", lane)) {
        return length == 0 ? 1 : Math.min(1, length / clip);
      }
      return Math.max(1, length / clip);
    }

    /** Takes in the squares of a matrix; gives the mean of those of its rows. */
    private double average(int group, int lane, double fresh, double add, double[] gradients) {
      int rows = matrices.rows(group);
      int columns = matrices.columns(group);
      boolean rounded = values.flag("rounded-means", lane);
      Sum sum = new Sum(rounded);
      for (int r = 0; r < rows; r++) {
        Sum row = new Sum(rounded);
        for (int k = 0; k < columns; k++) {
          double g = gradients[matrices.index(group, r, k, lane)];
          row.add(g * g + add);
        }
        int i = matrices.index(group, r, 0, lane);
        ofRows[i] += fresh * (row.mean(columns) - ofRows[i]);
        sum.add(ofRows[i]);
      }
      for (int k = 0; k < columns; k++) {
        Sum column = new Sum(rounded);
        for (int r = 0; r < rows; r++) {
          double g = gradients[matrices.index(group, r, k, lane)];
          column.add(g * g + add);
        }
        int i = matrices.index(group, 0, k, lane);
        squares[i] += fresh * (column.mean(rows) - squares[i]);
      }
      return sum.mean(rows);
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      mean[i] = -mean[i];
    }
  }

  /** A sum, in 53 bits or in 24. */
  private static final class Sum {
    private final boolean rounded;
    private double sum;

    Sum(boolean rounded) {
      this.rounded = rounded;
    }

    void add(double value) {
      sum = rounded ? (float) sum + (float) value : sum + value;
    }

    double mean(int count) {
      return rounded ? (float) sum / count : sum / count;
    }
  }
}
