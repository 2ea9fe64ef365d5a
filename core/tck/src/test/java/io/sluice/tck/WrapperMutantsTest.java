package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.GradientWrapper;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.OracleWrapper;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Right wrappers pass; of those with a slip the message names it. */
class WrapperMutantsTest {

  @Nested
  class MeanTest implements ComponentContract {
    @Override
    public OptimizerWrapper component() {
      return new Mean();
    }
  }

  @Nested
  class BesideTest implements ComponentContract {
    @Override
    public OptimizerWrapper component() {
      return new Beside();
    }
  }

  @Test
  void stateOutsideOfTheMemory() {
    Mean mutant =
        new Mean() {
          @Override
          double[] block(LaneMemory memory) {
            return memory.layout().newBlock();
          }
        };
    assertThat(Faults.first(mutant, "wrapper-whole"))
        .startsWith("around momentum, moved-lanes: in step 4 the update of parameter 0 in a lane");
  }

  @Test
  void hyperparameterOfTheComponentInPlaceOfTheLanes() {
    Mean mutant =
        new Mean() {
          @Override
          double[] shares(LaneMemory memory) {
            double[] shares = memory.perLane();
            Arrays.fill(shares, share);
            return shares;
          }
        };
    assertThat(Faults.first(mutant, "wrapper-whole"))
        .startsWith("around momentum, lane-settings: in step 2 the update of a lane with share=");
  }

  @Test
  void numbersThatAreNotThoseOfTheTrial() {
    Mean mutant =
        new Mean() {
          private final RandomStream shared = new RandomStream(1);

          @Override
          double noise(long key, int step) {
            return 0.1 * shared.nextDouble();
          }
        };
    assertThat(Faults.first(mutant, "wrapper-whole")).startsWith("around momentum, short-way: ");
  }

  @Test
  void hyperparameterOfTheOptimizerInside() {
    Mean mutant =
        new Mean() {
          @Override
          double[] shares(LaneMemory memory) {
            return memory.hyperparameter("inside-rate");
          }
        };
    assertThat(Faults.first(mutant, "wrapper-inside"))
        .contains("mean declares no hyper-parameter \"inside-rate\"");
  }

  @Test
  void twoUpdatesInAStep() {
    Mean mutant =
        new Mean() {
          @Override
          void go(GradientState inner, int step, int lanes, double[] weights, double[] gradients) {
            inner.update(step, lanes, weights, gradients.clone());
            inner.update(step, lanes, weights, gradients);
          }
        };
    assertThat(Faults.first(mutant, "wrapper-inside"))
        .startsWith(
            "the optimizer inside saw \"step 1 of 3\" where \"flip of 1 in lane 0\" was its turn;")
        .endsWith("once a step with the number of the step, and leave its flips to Sluice");
  }

  @Test
  void noUpdateAtAll() {
    Mean mutant =
        new Mean() {
          @Override
          void go(GradientState inner, int step, int lanes, double[] weights, double[] gradients) {
            for (int i = 0; i < gradients.length; i++) {
              gradients[i] *= -0.05;
            }
          }
        };
    assertThat(Faults.first(mutant, "wrapper-inside"))
        .startsWith("the optimizer inside saw \"flip of 1 in lane 0\" where \"step 1 of 3\" was");
  }

  @Test
  void flipThatIsHandedOnTwice() {
    Mean mutant =
        new Mean() {
          @Override
          void flipped(GradientState inner, int parameter, int lane) {
            inner.flip(parameter, lane);
          }
        };
    assertThat(Faults.only(mutant, "wrapper-inside"))
        .startsWith(
            "the optimizer inside saw \"flip of 1 in lane 0\" where \"step 2 of 3\" was its turn;");
  }

  @Test
  void neutralValueThatIsNone() {
    Mean mutant =
        new Mean() {
          @Override
          public Map<String, Double> neutral() {
            return Map.of("share", 0.5);
          }
        };
    assertThat(Faults.only(mutant, "wrapper-neutral"))
        .startsWith("with {share=0.5} it is at ")
        .contains(" after step 2, but the optimizer inside is at ");
  }

  @Test
  void neutralValueOfNoHyperparameterOrOutOfItsRange() {
    for (Map<String, Double> neutral : List.of(Map.of("size", 1.0), Map.of("share", 7.0))) {
      Mean mutant =
          new Mean() {
            @Override
            public Map<String, Double> neutral() {
              return neutral;
            }
          };
      assertThat(Faults.only(mutant, "wrapper-neutral"))
          .isIn(
              "neutral() names size: it declares no such hyper-parameter",
              "neutral() names share: share must lie in [0, 1], but is 7.0");
    }
  }

  @Test
  void stepsOfAnOracleThatAreNotCounted() {
    Beside mutant =
        new Beside() {
          @Override
          int number(int step) {
            return 1;
          }
        };
    assertThat(Faults.only(mutant, "wrapper-inside"))
        .startsWith("the optimizer inside saw \"step 1 of 1\" where \"step 2 of 1\" was its turn;");
  }

  @Test
  void oracleThatDoesNotComeBackToTheWeights() {
    Beside mutant =
        new Beside() {
          @Override
          double from(double weight, double point) {
            return point;
          }
        };
    assertThat(Faults.only(mutant, "wrapper-neutral")).startsWith("with {distance=0.0} it is at ");
  }

  @Test
  void oracleThatAsksWhatItDoesNotDeclare() {
    Beside mutant =
        new Beside() {
          @Override
          OracleRequest question() {
            return OracleRequest.RESIDUALS;
          }
        };
    assertThat(Faults.first(mutant, "wrapper-whole"))
        .isEqualTo(
            "around momentum, oracle-questions: asked for RESIDUALS, but questions() declares only"
                + " [GRADIENT]");
  }

  @Test
  void oracleThatStops() {
    Beside mutant =
        new Beside() {
          @Override
          OracleRequest question() {
            return OracleRequest.STOP;
          }
        };
    assertThat(Faults.first(mutant, "wrapper-inside"))
        .isEqualTo("it stopped after 0 steps, with a slope of the bowl left");
  }

  /** Updates are a mean of this one and the last; a share of 1 leaves them as they are. */
  static class Mean implements GradientWrapper, Cloneable {
    double share = 0.9;

    @Override
    public String id() {
      return "mean";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("share", share, Interval.closed(0, 1), "of this one"));
    }

    @Override
    public Map<String, Double> neutral() {
      return Map.of("share", 1.0);
    }

    @Override
    public Mean with(Map<String, Double> values) {
      try {
        Mean copy = (Mean) clone();
        copy.share = values.get("share");
        return copy;
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    double[] block(LaneMemory memory) {
      return memory.block();
    }

    double[] shares(LaneMemory memory) {
      return memory.hyperparameter("share");
    }

    double noise(long key, int step) {
      return 1e-3 * new RandomStream(RandomStream.key(key, step)).nextDouble();
    }

    void go(GradientState inner, int step, int lanes, double[] weights, double[] gradients) {
      inner.update(step, lanes, weights, gradients);
    }

    void flipped(GradientState inner, int parameter, int lane) {}

    @Override
    public GradientState start(GradientState inner, LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] shares = shares(memory);
      double[] last = block(memory);
      long[] keys = memory.randomKeys();
      return new GradientState() {
        @Override
        public void update(int step, int lanes, double[] weights, double[] gradients) {
          go(inner, step, lanes, weights, gradients);
          for (int lane = 0; lane < lanes; lane++) {
            double rest = (1 - shares[lane]) * (1 + noise(keys[lane], step));
            for (int p = 0; p < layout.parameters() && rest > 0; p++) {
              int i = layout.row(p) + lane;
              double now = gradients[i];
              gradients[i] = step == 1 ? now : shares[lane] * now + rest * last[i];
              last[i] = now;
            }
          }
        }

        @Override
        public void flip(int parameter, int lane) {
          last[layout.row(parameter) + lane] *= -1;
          flipped(inner, parameter, lane);
        }
      };
    }
  }

  /** The gradient is taken a little beside the weights. */
  static class Beside implements OracleWrapper, Cloneable {
    double distance = 0.01;

    @Override
    public String id() {
      return "beside";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("distance", distance, Interval.closed(0, 0.1), "in each direction"));
    }

    @Override
    public Map<String, Double> neutral() {
      return Map.of("distance", 0.0);
    }

    @Override
    public Beside with(Map<String, Double> values) {
      try {
        Beside copy = (Beside) clone();
        copy.distance = values.get("distance");
        return copy;
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    int number(int step) {
      return step;
    }

    double from(double weight, double point) {
      return weight;
    }

    OracleRequest question() {
      return OracleRequest.GRADIENT;
    }

    @Override
    public OracleState start(GradientState inner, OracleTask task) {
      double[] weights = new double[task.parameters()];
      double[] gradient = new double[task.parameters()];
      return new OracleState() {
        private boolean told;
        private int step;

        @Override
        public OracleRequest ask(double[] point, double[] direction) {
          if (told) {
            inner.update(number(++step), 1, weights, gradient);
            for (int p = 0; p < point.length; p++) {
              point[p] = from(weights[p], point[p] + 1e-9) + gradient[p];
            }
            told = false;
            return OracleRequest.ACCEPT;
          }
          System.arraycopy(point, 0, weights, 0, point.length);
          for (int p = 0; p < point.length; p++) {
            point[p] += distance;
          }
          return question();
        }

        @Override
        public void tell(double loss, double[] point, double[] vector) {
          told = true;
          System.arraycopy(vector, 0, gradient, 0, vector.length);
        }
      };
    }
  }
}
