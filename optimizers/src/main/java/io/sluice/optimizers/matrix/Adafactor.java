package io.sluice.optimizers.matrix;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Adam in little memory: the mean squares of a matrix are the product of those of its rows and of
 * its columns, steps are relative to the size of the weights, and long updates are cut.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Adafactor(Settings settings) implements GradientOptimizerExtension {

  /** The presets, those of torch. */
  public Adafactor() {
    this(
        Settings.of(
            positive("learning-rate", 0.01, "η"),
            Hyperparameter.flag("relative", true, "whether steps are at most 1 / √t"),
            Hyperparameter.flag("scaled", true, "whether steps are relative to the weights"),
            Hyperparameter.real(
                "decay-power", 0.8, Interval.closed(0, 10), "γ in the decay 1 − t^−γ of squares"),
            positive("clip", 1, "d, the longest root mean square of an update"),
            positive("epsilon", 0x1p-52, "ε₁, the least squares"),
            positive("least-scale", 1e-3, "ε₂, the least size of weights"),
            Hyperparameter.flag("epsilon-added", false, "whether ε₁ is added to squares"),
            Hyperparameter.real(
                "beta1", 0, Interval.closedOpen(0, 1), "decay of the mean update")));
  }

  private static Hyperparameter positive(String name, double value, String meaning) {
    return Hyperparameter.real(name, value, Interval.NOT_NEGATIVE, meaning);
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
            "keras and optax compute the decay in 32 bits, which shows from the tenth digit on;"
                + " pytorch_optimizer divides by min(1, rms u / d), which lengthens short updates,"
                + " and has beta1 = 0.9.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Adafactor with(Map<String, Double> values) {
    return new Adafactor(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State implements GradientState {
    private final BlockLayout layout;
    private final Matrices matrices;
    private final Values values;

    /** Of a matrix the first row has the means of columns, the first column of the next block. */
    private final double[] squares;

    private final double[] ofRows;
    private final double[] mean;

    State(LaneMemory memory, Settings settings) {
      layout = memory.layout();
      matrices = new Matrices(memory);
      values = new Values(memory, settings);
      squares = memory.block();
      ofRows = memory.block();
      mean = memory.block();
    }

    @Override
    public void update(int step, int lanes, double[] weights, double[] gradients) {
      for (int group = 0; group < matrices.groups(); group++) {
        for (int lane = 0; lane < lanes; lane++) {
          update(step, group, lane, weights, gradients);
        }
      }
    }

    private void update(int step, int group, int lane, double[] weights, double[] gradients) {
      int rows = matrices.rows(group);
      int columns = matrices.columns(group);
      double fresh = StrictMath.pow(step, -values.at("decay-power", lane));
      double epsilon = values.at("epsilon", lane);
      boolean adds = values.flag("epsilon-added", lane);
      double add = adds ? epsilon : 0;
      double sizes = 0;
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          double weight = weights[matrices.index(group, r, k, lane)];
          sizes += weight * weight;
        }
      }
      double ofAll = 1;
      if (matrices.isMatrix(group)) {
        ofAll = average(group, lane, fresh, add, gradients);
        ofAll = adds ? ofAll : Math.max(ofAll, epsilon);
      }
      double length = 0;
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          int i = matrices.index(group, r, k, lane);
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
          length += gradients[i] * gradients[i];
        }
      }
      int count = rows * columns;
      double rate = values.at("learning-rate", lane);
      if (values.flag("relative", lane)) {
        rate = Math.min(rate, 1 / Math.sqrt(step));
      }
      if (values.flag("scaled", lane)) {
        rate *= Math.max(values.at("least-scale", lane), Math.sqrt(sizes / count));
      }
      double clip = values.at("clip", lane);
      double over = clip == 0 ? 1 : Math.max(1, Math.sqrt(length / count) / clip);
      double kept = values.at("beta1", lane);
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          int i = matrices.index(group, r, k, lane);
          double moved = -rate / over * gradients[i];
          mean[i] = kept * mean[i] + (1 - kept) * moved;
          gradients[i] = kept == 0 ? moved : mean[i];
        }
      }
    }

    /** Takes in the squares of a matrix; gives the mean of those of its rows. */
    private double average(int group, int lane, double fresh, double add, double[] gradients) {
      int rows = matrices.rows(group);
      int columns = matrices.columns(group);
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        double row = 0;
        for (int k = 0; k < columns; k++) {
          double g = gradients[matrices.index(group, r, k, lane)];
          row += g * g + add;
        }
        int i = matrices.index(group, r, 0, lane);
        ofRows[i] += fresh * (row / columns - ofRows[i]);
        sum += ofRows[i];
      }
      for (int k = 0; k < columns; k++) {
        double column = 0;
        for (int r = 0; r < rows; r++) {
          double g = gradients[matrices.index(group, r, k, lane)];
          column += g * g + add;
        }
        int i = matrices.index(group, 0, k, lane);
        squares[i] += fresh * (column / rows - squares[i]);
      }
      return sum / rows;
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      mean[i] = -mean[i];
    }
  }
}
