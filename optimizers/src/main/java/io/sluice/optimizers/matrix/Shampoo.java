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
 * Adagrad with the full matrix of each side: {@code L ← L + G Gᵀ}, {@code R ← R + Gᵀ G}, both from
 * {@code ε I} on, and {@code W ← W − η L^(−1/4) G R^(−1/4)}. What has one column has one side, and
 * {@code L^(−1/2)}.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Shampoo(Settings settings) implements MatrixOptimizer {

  /** The presets. */
  public Shampoo() {
    this(
        Settings.of(
            rate("learning-rate", 0.1, "η"),
            share("momentum", 0, "share of the last update in the gradient"),
            rate("epsilon", 1e-6, "ε, what the sides start from"),
            Hyperparameter.real(
                "root", 2, Interval.closed(0.5, 16), "k in the power −1 / (k sides)"),
            MatrixOptimizer.period(1),
            MatrixOptimizer.largest()));
  }

  @Override
  public String id() {
    return "shampoo";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adagrad with a full matrix for each side of a matrix",
            "L ← L + G Gᵀ; R ← R + Gᵀ G; W ← W − η L^(−1/4) G R^(−1/4)",
            "Gupta, Koren & Singer 2018, arXiv 1802.09568")
        .note("What has one column has one side, with the power −1/2.")
        .note(
            "pytorch_optimizer has the root 1 in place of 2, computes R from L^(−1/2) G, and takes"
                + " its roots in 32 bits unless it is changed; those runs are not to be matched.");
  }

  @Override
  public Shampoo with(Map<String, Double> values) {
    return new Shampoo(settings.with(values));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory, settings);
  }

  private static final class State extends GroupState {
    private final double[] last;
    private final Sides sums;
    private final Sides roots;

    State(LaneMemory memory, Settings settings) {
      super(memory, settings);
      last = memory.block();
      sums = new Sides(memory, matrices);
      roots = new Sides(memory, matrices);
    }

    @Override
    void update(int step, int group, int lane, double[] weights, double[] gradients) {
      double[][] g = matrices.read(group, lane, gradients);
      double kept = step == 1 ? 0 : values.at("momentum", lane);
      if (kept > 0) {
        double[][] before = matrices.read(group, lane, last);
        for (int r = 0; r < g.length; r++) {
          for (int k = 0; k < g[r].length; k++) {
            g[r][k] = (1 - kept) * g[r][k] + kept * before[r][k];
          }
        }
      }
      boolean due = (step - 1) % (long) values.at("period", lane) == 0;
      double[][] turned = Dense.transposed(g);
      double[][] u = g;
      if (sums.has(group, 0, values.at("largest", lane))) {
        u = Dense.times(root(step, group, 0, lane, due, g), u);
      }
      if (sums.has(group, 1, values.at("largest", lane))) {
        u = Dense.times(u, root(step, group, 1, lane, due, turned));
      }
      matrices.write(group, lane, 1, u, last);
      matrices.write(group, lane, -values.at("learning-rate", lane), u, gradients);
    }

    /** Takes the gradient into one side, and gives the power of that side. */
    private double[][] root(int step, int group, int side, int lane, boolean due, double[][] g) {
      double epsilon = values.at("epsilon", lane);
      double[][] sum = sums.read(group, side, lane);
      double[][] squares = Dense.timesTransposed(g, g);
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum.length; j++) {
          sum[i][j] = (step == 1 && i == j ? epsilon : sum[i][j]) + squares[i][j];
        }
      }
      sums.write(group, side, lane, sum);
      if (!due) {
        return roots.read(group, side, lane);
      }
      double power = -1 / (values.at("root", lane) * (matrices.isMatrix(group) ? 2 : 1));
      // Of a sum that begins with ε no eigenvalue is smaller, but for rounding.
      double[][] root =
          Dense.function(
              sum,
              value -> {
                double least = Math.max(value, epsilon);
                return least == 0 ? 0 : StrictMath.pow(least, power);
              });
      roots.write(group, side, lane, root);
      return root;
    }
  }
}
