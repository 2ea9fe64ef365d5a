package io.sluice.passport.optimizer;

import io.sluice.spi.Candidates;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Optimizers to be examined, honest ones and others. */
final class Samples {

  private Samples() {}

  /** What a step makes of a weight and its slope. */
  interface Step {
    double of(double weight, double slope);
  }

  /** A gradient optimizer without a state. */
  record Plain(String id, double rate, Set<Invariance> invariances, Step step)
      implements GradientOptimizer {

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("learning-rate", rate, Interval.NOT_NEGATIVE, ""));
    }

    @Override
    public Plain with(Map<String, Double> values) {
      return new Plain(id, values.get("learning-rate"), invariances, step);
    }

    @Override
    public GradientState start(LaneMemory memory) {
      double[] rates = memory.hyperparameter("learning-rate");
      return (number, lanes, weights, gradients) -> {
        for (int i = 0; i < gradients.length; i++) {
          gradients[i] = -rates[0] * step.of(weights[i], gradients[i]);
        }
      };
    }
  }

  static Plain descent(Invariance... declared) {
    return new Plain("sgd", 0.01, Set.of(declared), (weight, slope) -> slope);
  }

  static Plain signs(Invariance... declared) {
    return new Plain("signs", 0.01, Set.of(declared), (weight, slope) -> Math.signum(slope));
  }

  static Plain decaying(Invariance... declared) {
    return new Plain("decaying", 0.01, Set.of(declared), (weight, slope) -> slope + 0.1 * weight);
  }

  /** What a step makes of the slopes of a matrix, row by row. */
  interface MatrixStep {
    void of(double[] gradients, int columns);
  }

  /** One that sees the matrix. */
  static GradientOptimizer ofMatrix(MatrixStep step) {
    return new GradientOptimizer() {
      @Override
      public String id() {
        return "of-matrix";
      }

      @Override
      public GradientState start(LaneMemory memory) {
        int columns = memory.columns()[0];
        return (number, lanes, weights, gradients) -> step.of(gradients, columns);
      }
    };
  }

  /** With a sum of slopes, a number of the trial, and a block that never changes. */
  static GradientOptimizer keeping() {
    return new GradientOptimizer() {
      @Override
      public String id() {
        return "keeping";
      }

      @Override
      public GradientState start(LaneMemory memory) {
        double[] sum = memory.block();
        double[] fixed = memory.block();
        double[] count = memory.perLane();
        return (step, lanes, weights, gradients) -> {
          count[0]++;
          for (int i = 0; i < gradients.length; i++) {
            sum[i] += gradients[i];
            gradients[i] = -0.01 * sum[i] + fixed[i];
          }
        };
      }
    };
  }

  /** A random walk that keeps what is better. */
  record Climber(
      int announced, int proposed, boolean byDifference, double origin, Set<Invariance> invariances)
      implements PopulationOptimizer {

    static Climber honest(Invariance... declared) {
      return new Climber(4, 4, false, 0, Set.of(declared));
    }

    @Override
    public String id() {
      return "climber";
    }

    @Override
    public int populationSize() {
      return announced;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      int n = space.parameters();
      double[] best = new double[n];
      for (int p = 0; p < n; p++) {
        best[p] = space.start(p, random);
      }
      double[][] asked = new double[announced][n];
      double[] state = {Double.POSITIVE_INFINITY, 0.1};
      return new PopulationState() {
        @Override
        public int ask(Candidates candidates) {
          for (int member = 0; member < announced; member++) {
            for (int p = 0; p < n; p++) {
              double width = space.upper(p) - space.lower(p);
              double value =
                  best[p] + state[1] * width * random.nextGaussian() - origin * 0.01 * best[p];
              asked[member][p] = space.keep(p, value);
              candidates.set(p, member, value);
            }
          }
          return proposed;
        }

        @Override
        public void tell(double[] losses, int from) {
          for (int member = 0; member < announced; member++) {
            double loss = losses[from + member];
            if (loss < state[0]) {
              state[1] =
                  byDifference && state[0] < 1e300
                      ? Math.min(1, 1e-3 * (state[0] - loss))
                      : state[1];
              state[0] = loss;
              System.arraycopy(asked[member], 0, best, 0, n);
            }
          }
        }
      };
    }
  }

  /** Asks for a gradient, perhaps without saying so, and steps along it. */
  record Asking(Set<OracleRequest> questions, Set<Invariance> invariances)
      implements OracleOptimizer {

    @Override
    public String id() {
      return "asking";
    }

    @Override
    public OracleState start(OracleTask task) {
      double[] slopes = new double[task.parameters()];
      boolean[] known = new boolean[1];
      return new OracleState() {
        @Override
        public OracleRequest ask(double[] point, double[] direction) {
          if (!known[0]) {
            return OracleRequest.GRADIENT;
          }
          known[0] = false;
          for (int p = 0; p < point.length; p++) {
            point[p] -= 0.1 * slopes[p];
          }
          return OracleRequest.ACCEPT;
        }

        @Override
        public void tell(double loss, double[] point, double[] vector) {
          known[0] = true;
          System.arraycopy(vector, 0, slopes, 0, slopes.length);
        }
      };
    }
  }
}
