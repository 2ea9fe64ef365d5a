package io.sluice.optimizers;

import io.sluice.math.Power;
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
        Hyperparameter.real("epsilon", epsilon, Interval.NOT_NEGATIVE, "ε"));
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
      epsilon = memory.hyperparameter("epsilon");
      mean = memory.block();
      square = memory.block();
      stepSize = memory.perLane();
      rootFactor = memory.perLane();
      alike =
          Lanes.areEqual(rate)
              && Lanes.areEqual(beta1)
              && Lanes.areEqual(beta2)
              && Lanes.areEqual(epsilon);
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
      correct(step, alike ? 1 : lanes);
      if (alike && lanes == layout.stride()) {
        updateAlike(layout.row(0), layout.parameters() * lanes, gradients);
        return;
      }
      for (int p = 0; p < layout.parameters(); p++) {
        if (alike) {
          updateAlike(layout.row(p), lanes, gradients);
        } else {
          System.arraycopy(stepSize, 0, stepSizes, layout.row(p), lanes);
          System.arraycopy(rootFactor, 0, rootFactors, layout.row(p), lanes);
          update(layout.row(p), lanes, gradients);
        }
      }
    }

    private void update(int from, int length, double[] gradients) {
      for (int i = from; i < from + length; i++) {
        double gradient = gradients[i];
        double newMean = mean[i] + (1 - betas1[i]) * (gradient - mean[i]);
        double newSquare = betas2[i] * square[i] + (1 - betas2[i]) * gradient * gradient;
        mean[i] = newMean;
        square[i] = newSquare;
        gradients[i] =
            stepSizes[i] * newMean / (Math.sqrt(newSquare) * rootFactors[i] + epsilons[i]);
      }
    }

    /** The same where all lanes have the same hyper-parameters. */
    private void updateAlike(int from, int length, double[] gradients) {
      double toMean = 1 - beta1[0];
      double keptSquare = beta2[0];
      double toSquare = 1 - beta2[0];
      double size = stepSize[0];
      double factor = rootFactor[0];
      double constant = epsilon[0];
      for (int i = from; i < from + length; i++) {
        double gradient = gradients[i];
        double newMean = mean[i] + toMean * (gradient - mean[i]);
        double newSquare = keptSquare * square[i] + toSquare * gradient * gradient;
        mean[i] = newMean;
        square[i] = newSquare;
        gradients[i] = size * newMean / (Math.sqrt(newSquare) * factor + constant);
      }
    }

    /** Neighbouring lanes mostly share their betas, so a power is seldom computed twice. */
    private void correct(int step, int lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        if (lane > 0
            && rate[lane] == rate[lane - 1]
            && beta1[lane] == beta1[lane - 1]
            && beta2[lane] == beta2[lane - 1]) {
          stepSize[lane] = stepSize[lane - 1];
          rootFactor[lane] = rootFactor[lane - 1];
        } else {
          stepSize[lane] = -rate[lane] / (1 - Power.pow(beta1[lane], step));
          rootFactor[lane] = 1 / Math.sqrt(1 - Power.pow(beta2[lane], step));
        }
      }
    }

    @Override
    public double[] firstMoment() {
      return mean;
    }
  }
}
