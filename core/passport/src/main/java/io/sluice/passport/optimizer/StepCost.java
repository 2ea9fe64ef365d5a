package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.Optimizer;
import java.util.Arrays;

/**
 * What a step of an optimizer costs beside one of gradient descent, on a bowl of 40 dimensions that
 * costs next to nothing, timed on this machine. The two alternate, so that both suffer the same
 * disturbances, and the medians are compared.
 *
 * @param nanoseconds the median time of a step, a generation, or an accepted point
 * @param sgdNanoseconds the same of gradient descent
 */
public record StepCost(double nanoseconds, double sgdNanoseconds) {

  private static final int DIMENSIONS = 40;
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 201;
  private static final int STEPS = 8;
  private static final int LENGTH = 64;

  /** Measures for some tenths of a second. */
  public static StepCost measure(Optimizer optimizer) {
    Timing own = new Timing(optimizer);
    Timing descent = new Timing(new Descent());
    for (int i = 0; i < WARM_UP; i++) {
      own.once();
      descent.once();
    }
    double[] ownTimes = new double[ROUNDS];
    double[] descentTimes = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ownTimes[i] = own.once();
      descentTimes[i] = descent.once();
    }
    Arrays.sort(ownTimes);
    Arrays.sort(descentTimes);
    return new StepCost(ownTimes[ROUNDS / 2], descentTimes[ROUNDS / 2]);
  }

  /** How many times the time of gradient descent. */
  public double ratio() {
    return nanoseconds / sgdNanoseconds;
  }

  /** Its row. */
  public Entry entry() {
    return Entry.measured(
        "cost",
        "time of a step relative to sgd",
        ratio(),
        Entry.figure(ratio())
            + " ("
            + Entry.figure(nanoseconds)
            + " ns against "
            + Entry.figure(sgdNanoseconds)
            + " ns)");
  }

  /** A walk that begins anew every so many steps. */
  private static final class Timing {
    private final Optimizer optimizer;
    private final Landscape bowl = Landscape.Quadratic.of(DIMENSIONS, 1, 100).aside();
    private final double[] start = new double[DIMENSIONS];
    private Walk walk;
    private int steps;

    Timing(Optimizer optimizer) {
      this.optimizer = optimizer;
      begin();
    }

    private void begin() {
      Box box = Box.cube(DIMENSIONS, -5, 5, WeightPolicy.CLIP);
      walk = Walk.of(optimizer, bowl, box, start, 1);
      steps = 0;
    }

    double once() {
      if (steps >= LENGTH) {
        begin();
      }
      long from = System.nanoTime();
      for (int i = 0; i < STEPS; i++) {
        if (!walk.step()) {
          begin();
        }
      }
      steps += STEPS;
      return (System.nanoTime() - from) / (double) STEPS;
    }
  }

  /** w - 0.01 g, the unit of measure. */
  private static final class Descent implements GradientOptimizer {
    @Override
    public String id() {
      return "sgd";
    }

    @Override
    public GradientState start(LaneMemory memory) {
      return (step, lanes, weights, gradients) -> {
        for (int i = 0; i < gradients.length; i++) {
          gradients[i] *= -0.01;
        }
      };
    }
  }
}
