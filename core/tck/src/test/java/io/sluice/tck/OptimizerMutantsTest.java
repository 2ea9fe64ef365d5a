package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Right optimizers pass; of those with a slip the message names it. */
class OptimizerMutantsTest {

  @Nested
  class MomentumTest implements GradientOptimizerContract {
    @Override
    public GradientOptimizer optimizer() {
      return new Momentum();
    }
  }

  @Nested
  class WalkTest implements PopulationOptimizerContract {
    @Override
    public PopulationOptimizer optimizer() {
      return new Walk();
    }
  }

  @Test
  void updatesWithTheWrongSign() {
    Momentum mutant =
        new Momentum() {
          @Override
          double update(double rate, double moment, double weight) {
            return rate * moment;
          }
        };
    assertThat(onlyFault(mutant, "downhill"))
        .startsWith("the first update for the gradient 1 is 0.1, which is uphill")
        .endsWith("is a sign wrong?");
  }

  @Test
  void zeroOverZero() {
    Momentum mutant =
        new Momentum() {
          @Override
          double update(double rate, double moment, double weight) {
            return -rate * moment / Math.abs(moment);
          }
        };
    assertThat(onlyFault(mutant, "zero-gradients"))
        .isEqualTo("in step 1 the update for a gradient of zero is NaN");
  }

  @Test
  void hyperparametersOfTheComponentInPlaceOfTheLanes() {
    Momentum mutant =
        new Momentum() {
          @Override
          double[] rates(LaneMemory memory) {
            double[] rates = memory.perLane();
            Arrays.fill(rates, memory.hyperparameter("learning-rate")[0]);
            return rates;
          }
        };
    assertThat(onlyFault(mutant, "lanes"))
        .startsWith("in step 1 the update of parameter 0 in a lane is ")
        .contains(" alone, but ", " beside others");
  }

  @Test
  void hyperparameterThatIsNotDeclared() {
    Momentum mutant =
        new Momentum() {
          @Override
          double[] rates(LaneMemory memory) {
            return memory.hyperparameter("rate");
          }
        };
    assertThat(fault(mutant, "lanes"))
        .contains("it declares no hyper-parameter \"rate\", only [learning-rate]");
  }

  @Test
  void stateOutsideOfTheMemory() {
    Momentum mutant =
        new Momentum() {
          @Override
          double[] buffer(LaneMemory memory) {
            return memory.layout().newBlock();
          }
        };
    assertThat(fault(mutant, "moved-lanes"))
        .startsWith("in step 4 the update of parameter 0 in a lane is ")
        .contains(" where it began, but ", " moved to another lane");
    assertThat(fault(mutant, "updates-in-place"))
        .isEqualTo("firstMoment() must be a block got from memory.block(), or null");
  }

  @Test
  void stateInTheOptimizer() {
    Momentum mutant =
        new Momentum() {
          private double[] shared;

          @Override
          double[] buffer(LaneMemory memory) {
            double[] own = memory.block();
            shared = shared == null || shared.length != own.length ? own : shared;
            return shared;
          }
        };
    assertThat(fault(mutant, "states"))
        .startsWith("while another state was at work the update in step 7 is ")
        .endsWith("keep nothing in the optimizer itself, nor in static fields");
  }

  @Test
  void weightsThatAreWritten() {
    GradientOptimizer mutant =
        new Momentum() {
          @Override
          public GradientState start(LaneMemory memory) {
            return (step, lanes, weights, gradients) -> {
              for (int i = 0; i < weights.length; i++) {
                weights[i] -= 0.1 * gradients[i];
                gradients[i] = 0;
              }
            };
          }
        };
    assertThat(fault(mutant, "updates-in-place"))
        .startsWith("update(...) changed a weight from ")
        .endsWith("weights are to be read only, the engine adds the updates");
  }

  @Test
  void candidateThatIsForgotten() {
    Walk mutant =
        new Walk() {
          @Override
          int written(int parameters) {
            return parameters - 1;
          }
        };
    assertThat(fault(mutant, "candidates"))
        .isEqualTo("ask(...) did not write parameter 2 of candidate 0");
  }

  @Test
  void moreCandidatesThanDeclared() {
    Walk mutant =
        new Walk() {
          @Override
          int count() {
            return 5;
          }
        };
    assertThat(fault(mutant, "candidates"))
        .isEqualTo("ask(...) must write from 1 to 4 candidates, but says 5");
  }

  @Test
  void randomNumbersOfItsOwn() {
    Walk mutant =
        new Walk() {
          private final RandomStream own = new RandomStream(5);

          @Override
          double random(RandomStream given) {
            return own.nextGaussian();
          }
        };
    assertThat(fault(mutant, "repeatable-search"))
        .startsWith("with the same random numbers, generation 1 has the candidate value ");
  }

  @Test
  void lossesThatAreWritten() {
    Walk mutant =
        new Walk() {
          @Override
          void read(double[] losses, int from) {
            losses[from] = 0;
          }
        };
    assertThat(onlyFault(mutant, "infinite-losses"))
        .isEqualTo("tell(...) changed the losses, which are to be read only");
  }

  @Test
  void bestOfAllTrialsInTheOptimizer() {
    Walk mutant =
        new Walk() {
          private final double[] shared = new double[3];

          @Override
          double[] best(int parameters) {
            return shared;
          }
        };
    assertThat(Checks.run(mutant)).extracting(Finding::check).contains("search-states");
    assertThat(fault(mutant, "repeatable-search")).startsWith("with the same random numbers");
  }

  private static String onlyFault(Component mutant, String check) {
    assertThat(Checks.run(mutant))
        .filteredOn(Finding::isFault)
        .extracting(Finding::check)
        .containsExactly(check);
    return fault(mutant, check);
  }

  private static String fault(Component mutant, String check) {
    return Checks.of(mutant).stream()
        .filter(each -> each.id().equals(check))
        .flatMap(each -> each.run(mutant).stream())
        .filter(Finding::isFault)
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " finds nothing"))
        .message();
  }

  /** v ← 0.9 v + g, w ← w − rate · v, in parts that a mutant can spoil. */
  private static class Momentum implements GradientOptimizer {
    private double rate = 0.1;

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
      Momentum copy = new Momentum();
      copy.rate = values.get("learning-rate");
      return copy;
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

    @Override
    public GradientState start(LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] rates = rates(memory);
      double[] buffer = buffer(memory);
      return new GradientState() {
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
        public double[] firstMoment() {
          return buffer;
        }
      };
    }
  }

  /** A random walk from the best, in parts that a mutant can spoil. */
  private static class Walk implements PopulationOptimizer {
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
}
