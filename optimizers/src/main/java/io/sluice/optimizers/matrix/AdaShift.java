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
 * Adam whose square does not know the gradients of its mean: with {@code m = Σ β₁ⁱ gₜ₋ᵢ / Σ β₁ⁱ}
 * over the last n gradients, i from 0 to n − 1, {@code v ← β₂ v + (1 − β₂) φ(gₜ₋ₙ²)} and {@code w ←
 * w − η m / (√(v / (1 − β₂ᵗ⁻ⁿ)) + ε)}. φ takes the largest of a group. The first n steps only
 * collect.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record AdaShift(Settings settings) implements MatrixOptimizer {

  /** The presets. */
  public AdaShift() {
    this(
        Settings.of(
            rate("learning-rate", 0.01, "η"),
            share("beta1", 0.9, "β₁, of the mean"),
            share("beta2", 0.999, "β₂, decay of the square"),
            Hyperparameter.integer(
                "keep", 10, Interval.closed(1, 100), "n, how many gradients the mean has"),
            Hyperparameter.flag("shared", true, "whether a group has the square of its largest"),
            rate("epsilon", 1e-10, "ε, beside the root")));
  }

  @Override
  public String id() {
    return "adashift";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam whose square is that of an older gradient than any in the mean",
            "m = Σ β₁ⁱ gₜ₋ᵢ / Σ β₁ⁱ, i < n; v ← β₂ v + (1 − β₂) max gₜ₋ₙ²;"
                + " w ← w − η m / (√(v / (1 − β₂ᵗ⁻ⁿ)) + ε)",
            "Zhou et al. 2019, arXiv 1810.00143")
        .note("The first n steps move nothing, and n + 1 gradients are kept.")
        .note(
            "pytorch_optimizer corrects its first square by 1 − 1/β₂, which is negative, so that"
                + " its runs are not numbers from there on.");
  }

  @Override
  public AdaShift with(Map<String, Double> values) {
    return new AdaShift(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {
    private final double[] squares;

    /** The last gradients; that of step t lies at t modulo n + 1. */
    private final double[][] last;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      squares = memory.block();
      int most = 0;
      for (double keep : memory.hyperparameter("keep")) {
        most = Math.max(most, (int) keep);
      }
      last = new double[most + 1][];
      for (int i = 0; i <= most; i++) {
        last[i] = memory.block();
      }
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      int keep = (int) values.at("keep", lane);
      double beta1 = values.at("beta1", lane);
      double beta2 = values.at("beta2", lane);
      double epsilon = values.at("epsilon", lane);
      double[] now = last[step % (keep + 1)];
      double[] oldest = last[(step + 1) % (keep + 1)];
      int count = matrices.rows(group) * matrices.columns(group);
      double top = 0;
      for (int p = 0; p < count; p++) {
        int i = layout.row(matrices.first(group) + p) + lane;
        now[i] = gradients[i];
        top = Math.max(top, oldest[i] * oldest[i]);
      }
      double total = 0;
      for (int i = 0; i < keep; i++) {
        total = total * beta1 + 1;
      }
      boolean shared = values.flag("shared", lane);
      double corrected = 1 - StrictMath.pow(beta2, step - keep);
      for (int p = 0; p < count; p++) {
        int i = layout.row(matrices.first(group) + p) + lane;
        if (step <= keep) {
          gradients[i] = 0;
          continue;
        }
        double mean = 0;
        for (int back = keep - 1; back >= 0; back--) {
          mean = mean * beta1 + last[(step - back) % (keep + 1)][i];
        }
        double square = shared ? top : oldest[i] * oldest[i];
        squares[i] = beta2 * squares[i] + (1 - beta2) * square;
        double below = Math.sqrt(squares[i] / corrected) + epsilon;
        gradients[i] = below == 0 ? 0 : -values.at("learning-rate", lane) * (mean / total) / below;
      }
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      for (double[] each : last) {
        each[i] = -each[i];
      }
    }
  }
}
