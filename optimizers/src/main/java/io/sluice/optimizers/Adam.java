package io.sluice.optimizers;

import io.sluice.math.AdaptiveMoments;
import io.sluice.math.RootQuotient;
import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Adam with bias correction and ε outside the root: {@code m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂)
 * g², w ← w − η m̂ / (√v̂ + ε)} where {@code m̂ = m / (1−β₁ᵗ)} and {@code v̂ = v / (1−β₂ᵗ)}.
 *
 * @param learningRate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 */
@Extension
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements GradientOptimizerExtension {

  /** The presets of the paper. */
  public Adam() {
    this(0.001, 0.9, 0.999, 1e-8);
  }

  @Override
  public String id() {
    return "adam";
  }

  @Override
  public Set<Invariance> invariances() {
    return Lanes.invariances(epsilon);
  }

  @Override
  public Description description() {
    return Description.of(
        "Adaptive moment estimation",
        "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  w ← w − η m̂ / (√v̂ + ε)",
        "Kingma & Ba 2015, arXiv 1412.6980; Keras has ε = 1e-7 and another place for it");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "η"),
        Hyperparameter.real("beta1", beta1, Interval.closedOpen(0, 1), "β₁, decay of the mean"),
        Hyperparameter.real("beta2", beta2, Interval.closedOpen(0, 1), "β₂, decay of the square"),
        Hyperparameter.real(
            "epsilon", epsilon, Interval.NOT_NEGATIVE, "ε; with 0, no gradient is no update"));
  }

  @Override
  public Adam with(Map<String, Double> values) {
    return new Adam(
        values.get("learning-rate"),
        values.get("beta1"),
        values.get("beta2"),
        values.get("epsilon"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory);
  }

  private static final class State implements GradientState {
    private final BlockLayout layout;
    private final double[] rate;
    private final double[] beta1;
    private final double[] beta2;
    private final double[] mean;
    private final double[] square;
    private final double[] stepSize;
    private final double[] rootFactor;
    private final double[] epsilon;
    private final double[] power1;
    private final double[] power2;
    private final boolean alike;
    private double[] stepSizes;
    private double[] rootFactors;
    private double[] betas1;
    private double[] betas2;
    private double[] epsilons;

    State(LaneMemory memory) {
      layout = memory.layout();
      rate = memory.hyperparameter("learning-rate");
      beta1 = memory.hyperparameter("beta1");
      beta2 = memory.hyperparameter("beta2");
      epsilon = Lanes.epsilon(memory);
      mean = memory.block();
      square = memory.block();
      alike =
          Lanes.areEqual(rate)
              && Lanes.areEqual(beta1)
              && Lanes.areEqual(beta2)
              && Lanes.areEqual(epsilon);
      // What stands for all lanes must not move with one of them.
      stepSize = alike ? new double[1] : memory.perLane();
      rootFactor = alike ? new double[1] : memory.perLane();
      power1 = alike ? new double[1] : memory.perLane();
      power2 = alike ? new double[1] : memory.perLane();
      Arrays.fill(power1, 1);
      Arrays.fill(power2, 1);
      if (!alike) {
        betas1 = Lanes.spread(beta1, memory);
        betas2 = Lanes.spread(beta2, memory);
        epsilons = Lanes.spread(epsilon, memory);
        stepSizes = layout.newBlock();
        rootFactors = layout.newBlock();
      }
    }

    @Override
    public void update(int step, int lanes, double[] weights, double[] gradients) {
      correct(alike ? 1 : lanes);
      if (alike && lanes == layout.stride()) {
        stepAlike(gradients, gradients, false, layout.row(0), layout.length());
        return;
      }
      for (int p = 0; p < layout.parameters(); p++) {
        if (alike) {
          stepAlike(gradients, gradients, false, layout.row(p), layout.row(p) + lanes);
        } else {
          System.arraycopy(stepSize, 0, stepSizes, layout.row(p), lanes);
          System.arraycopy(rootFactor, 0, rootFactors, layout.row(p), lanes);
          update(layout.row(p), lanes, gradients);
        }
      }
    }

    @Override
    public boolean updateWeights(int step, int lanes, double[] weights, double[] gradients) {
      if (!alike || lanes < layout.stride()) {
        return false;
      }
      correct(1);
      stepAlike(gradients, weights, true, layout.row(0), layout.length());
      return true;
    }

    private void update(int from, int length, double[] gradients) {
      for (int i = from; i < from + length; i++) {
        double gradient = gradients[i];
        double newMean = mean[i] + (1 - betas1[i]) * (gradient - mean[i]);
        double newSquare = betas2[i] * square[i] + (1 - betas2[i]) * gradient * gradient;
        mean[i] = newMean;
        square[i] = newSquare;
      }
      RootQuotient.rootQuotients(
          mean, stepSizes, square, rootFactors, epsilons, gradients, from, from + length);
    }

    /** The same where all lanes have the same hyper-parameters. */
    private void stepAlike(double[] gradients, double[] target, boolean add, int from, int to) {
      AdaptiveMoments.steps(
          mean,
          1 - beta1[0],
          square,
          beta2[0],
          1 - beta2[0],
          stepSize[0],
          rootFactor[0],
          epsilon[0],
          gradients,
          target,
          add,
          from,
          to);
    }

    /**
     * Brings β₁ᵗ and β₂ᵗ from t − 1 to t by a product, which after t steps is within t roundings of
     * the power. Where all lanes are alike, the first places stand for all.
     */
    private void correct(int lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        power1[lane] *= beta1[lane];
        power2[lane] *= beta2[lane];
        stepSize[lane] = -rate[lane] / (1 - power1[lane]);
        rootFactor[lane] = 1 / Math.sqrt(1 - power2[lane]);
      }
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      mean[i] = -mean[i];
    }
  }
}
