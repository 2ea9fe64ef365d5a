package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Optimizers that keep every promise, in parts that a mutant can spoil. */
final class RightOptimizers {

  private RightOptimizers() {}

  /** v ← 0.9 v + g, w ← w − rate · v, in parts that a mutant can spoil; copies are mutants, too. */
  static class Momentum implements GradientOptimizer, Cloneable {
    double rate = 0.1;

    @Override
    public String id() {
      return "momentum";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("learning-rate", rate, Interval.NOT_NEGATIVE, "rate"));
    }

    @Override
    public Momentum with(Map<String, Double> values) {
      try {
        Momentum copy = (Momentum) clone();
        copy.rate = values.get("learning-rate");
        return copy;
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    double[] rates(LaneMemory memory) {
      return memory.hyperparameter("learning-rate");
    }

    double[] buffer(LaneMemory memory) {
      return memory.block();
    }

    double update(double rate, double moment, double weight) {
      return -rate * moment;
    }

    boolean updatesAtOnce() {
      return false;
    }

    int flippedLane(int lane) {
      return lane;
    }

    double flipped(double moment) {
      return -moment;
    }

    double updateAtOnce(double rate, double moment) {
      return update(rate, moment, 0);
    }

    @Override
    public GradientState start(LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] rates = rates(memory);
      double[] buffer = buffer(memory);
      return new GradientState() {
        @Override
        public boolean updateWeights(int step, int lanes, double[] weights, double[] gradients) {
          if (!updatesAtOnce()) {
            return false;
          }
          for (int p = 0; p < layout.parameters(); p++) {
            for (int lane = 0; lane < lanes; lane++) {
              int i = layout.row(p) + lane;
              buffer[i] = 0.9 * buffer[i] + gradients[i];
              weights[i] += updateAtOnce(rates[lane], buffer[i]);
            }
          }
          return true;
        }

        @Override
        public void update(int step, int lanes, double[] weights, double[] gradients) {
          for (int p = 0; p < layout.parameters(); p++) {
            for (int lane = 0; lane < lanes; lane++) {
              int i = layout.row(p) + lane;
              buffer[i] = 0.9 * buffer[i] + gradients[i];
              gradients[i] = Momentum.this.update(rates[lane], buffer[i], weights[i]);
            }
          }
        }

        @Override
        public void flip(int parameter, int lane) {
          int i = layout.row(parameter) + flippedLane(lane);
          buffer[i] = flipped(buffer[i]);
        }
      };
    }
  }

  /** Halves its length until the loss falls, in parts that a mutant can spoil. */
  static class Halving implements OracleOptimizer {
    @Override
    public String id() {
      return "halving";
    }

    double[] weights(double[] point) {
      return point.clone();
    }

    double noise(RandomStream random) {
      return 1 + 0.01 * random.nextDouble();
    }

    double[] gradient(double[] told) {
      return told.clone();
    }

    double length(double length, double loss) {
      return length;
    }

    OracleRequest search() {
      return OracleRequest.LOSS;
    }

    boolean isEnough(double told, double loss, double[] asked, double[] point) {
      return told <= loss;
    }

    double drive(double drive) {
      return -drive;
    }

    int mostTried() {
      return 40;
    }

    @Override
    public OracleState start(OracleTask task) {
      return new OracleState() {
        private double[] weights;
        private double[] gradient;
        private double[] asked;
        private double[] drive = {1, 1, 1};
        private double loss;
        private double length = 1;
        private boolean better;
        private int tried;

        @Override
        public OracleRequest ask(double[] point, double[] direction) {
          if (better || tried > mostTried()) {
            weights = null;
            better = false;
            tried = 0;
            return OracleRequest.ACCEPT;
          }
          if (weights == null) {
            return OracleRequest.GRADIENT;
          }
          for (int p = 0; p < point.length; p++) {
            point[p] = weights[p] - length * Math.abs(drive[p]) * gradient[p];
          }
          asked = point.clone();
          return search();
        }

        @Override
        public void tell(double told, double[] point, double[] vector) {
          if (weights == null) {
            weights = Halving.this.weights(point);
            gradient = Halving.this.gradient(vector);
            loss = told;
            length = Halving.this.length(1, told) * noise(task.random());
          } else {
            tried++;
            better = isEnough(told, loss, asked, point);
            length /= 2;
          }
        }

        @Override
        public void flip(int parameter) {
          drive[parameter] = Halving.this.drive(drive[parameter]);
        }
      };
    }
  }

  /** A random walk from the best, in parts that a mutant can spoil. */
  static class Walk implements PopulationOptimizer {
    @Override
    public String id() {
      return "walk";
    }

    @Override
    public int populationSize() {
      return 4;
    }

    int count() {
      return 4;
    }

    int announced(int largest) {
      return largest;
    }

    int written(int parameters) {
      return parameters;
    }

    double random(RandomStream random) {
      return random.nextGaussian();
    }

    double[] best(int parameters) {
      return new double[parameters];
    }

    void read(double[] losses, int from) {}

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      int parameters = space.parameters();
      double[] best = best(parameters);
      double[][] asked = new double[4][parameters];
      return new PopulationState() {
        @Override
        public int next(int largest) {
          return announced(largest);
        }

        @Override
        public int ask(Candidates candidates) {
          for (int member = 0; member < 4; member++) {
            for (int p = 0; p < written(parameters); p++) {
              asked[member][p] = space.keep(p, best[p] + random(random));
              candidates.set(p, member, asked[member][p]);
            }
          }
          return count();
        }

        @Override
        public void tell(double[] losses, int from) {
          read(losses, from);
          int least = 0;
          for (int member = 1; member < 4; member++) {
            least = losses[from + member] < losses[from + least] ? member : least;
          }
          System.arraycopy(asked[least], 0, best, 0, parameters);
        }
      };
    }
  }

  /** A walk of which trials walk side by side, in parts that a mutant can spoil. */
  static class SideBySide extends Walk {

    int asked(int candidates) {
      return candidates;
    }

    double random(TrialLanes lanes, int lane) {
      return lanes.random().of(lane).nextGaussian();
    }

    double[] rows(TrialLanes lanes, int rows) {
      return lanes.rows(rows);
    }

    @Override
    public Optional<PopulationState> start(TrialLanes lanes) {
      int parameters = lanes.parameters();
      double[] best = rows(lanes, parameters);
      double[] places = lanes.rows(parameters * 4);
      return Optional.of(
          new PopulationState() {
            @Override
            public int ask(Candidates candidates) {
              int count = lanes.lanes();
              for (int lane = 0; lane < count; lane++) {
                for (int member = 0; member < 4; member++) {
                  for (int p = 0; p < parameters; p++) {
                    double moved = best[p * count + lane] + random(lanes, lane);
                    double kept = lanes.space(lane).keep(p, moved);
                    places[(p * 4 + member) * count + lane] = kept;
                    candidates.set(p, member * count + lane, kept);
                  }
                }
              }
              return asked(4 * count);
            }

            @Override
            public void tell(double[] losses, int from) {
              int count = lanes.lanes();
              for (int lane = 0; lane < count; lane++) {
                int least = 0;
                for (int member = 1; member < 4; member++) {
                  double loss = losses[from + member * count + lane];
                  least = loss < losses[from + least * count + lane] ? member : least;
                }
                for (int p = 0; p < parameters; p++) {
                  best[p * count + lane] = places[(p * 4 + least) * count + lane];
                }
              }
            }
          });
    }
  }
}
