package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrialLanes;
import io.sluice.tck.RightOptimizers.Momentum;
import io.sluice.tck.RightOptimizers.SideBySide;
import io.sluice.tck.RightOptimizers.Walk;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right optimizers pass; of those with a slip the message names it. */
class OptimizerMutantsTest {

  @Nested
  class MomentumTest implements ComponentContract {
    @Override
    public GradientOptimizer component() {
      return new Momentum();
    }
  }

  @Nested
  class WalkTest implements ComponentContract {
    @Override
    public PopulationOptimizer component() {
      return new Walk();
    }
  }

  @Nested
  class SideBySideTest implements ComponentContract {
    @Override
    public PopulationOptimizer component() {
      return new SideBySide();
    }
  }

  @Test
  void randomNumbersOfAnotherLane() {
    SideBySide mutant =
        new SideBySide() {
          @Override
          double random(TrialLanes lanes, int lane) {
            return super.random(lanes, 0);
          }
        };
    assertThat(Faults.only(mutant, "side-by-side"))
        .startsWith("side by side, generation 1 has the candidate value ")
        .contains(" in lane 1, alone ");
  }

  @Test
  void stateThatStaysWhenItsLaneMoves() {
    SideBySide mutant =
        new SideBySide() {
          @Override
          double[] rows(TrialLanes lanes, int rows) {
            return new double[rows * lanes.lanes()];
          }
        };
    assertThat(Faults.only(mutant, "side-by-side"))
        .startsWith("side by side, generation 6 has the candidate value ")
        .contains(" in lane 0, alone ");
  }

  @Test
  void trialsSideBySideThatSayTheirNumberOfOne() {
    SideBySide mutant =
        new SideBySide() {
          @Override
          int asked(int candidates) {
            return 4;
          }
        };
    assertThat(Faults.only(mutant, "side-by-side"))
        .isEqualTo(
            "side by side, ask(...) must write 4 candidates of each of 4 trials, but says 4");
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
    assertThat(Faults.only(mutant, "downhill"))
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
    assertThat(Faults.only(mutant, "zero-gradients"))
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
    assertThat(Faults.first(mutant, "lanes"))
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
    assertThat(Faults.first(mutant, "lanes"))
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
    assertThat(Faults.first(mutant, "moved-lanes"))
        .startsWith("in step 4 the update of parameter 0 in a lane is ")
        .contains(" where it began, but ", " moved to another lane");
  }

  @Test
  void flipOfAnotherLane() {
    Momentum mutant =
        new Momentum() {
          @Override
          int flippedLane(int lane) {
            return lane + 1;
          }
        };
    assertThat(Faults.first(mutant, "flips"))
        .startsWith("flip(0, 0) changed the update of parameter 0 in lane 1 from ");
  }

  @Test
  void flipThatForgets() {
    Momentum mutant =
        new Momentum() {
          @Override
          double flipped(double moment) {
            return 0;
          }
        };
    assertThat(Faults.first(mutant, "flips"))
        .startsWith("flip(0, 0), called twice, changed the update of parameter 0 in lane 0 from ");
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
    assertThat(Faults.first(mutant, "states"))
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
    assertThat(Faults.first(mutant, "updates-in-place"))
        .startsWith("update(...) changed a weight from ")
        .endsWith("weights are to be read only, the engine adds the updates");
  }

  @Test
  void shortWayThatForgetsTheRate() {
    Momentum mutant =
        new Momentum() {
          @Override
          boolean updatesAtOnce() {
            return true;
          }

          @Override
          double updateAtOnce(double rate, double moment) {
            return -0.5 * rate * moment;
          }
        };
    assertThat(Faults.only(mutant, "short-way"))
        .startsWith("in step 1 a weight is ")
        .endsWith(" after update(...) and the engine's addition");
  }

  @Test
  void shortWayThatIsRight() {
    Momentum optimizer =
        new Momentum() {
          @Override
          boolean updatesAtOnce() {
            return true;
          }
        };
    assertThat(Checks.run(optimizer)).noneMatch(Finding::isFault);
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
    assertThat(Faults.first(mutant, "candidates"))
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
    assertThat(Faults.first(mutant, "candidates"))
        .isEqualTo("ask(...) must write from 1 to 4 candidates, but says 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | next(4) must be from 1 to 4, but is 0",
        "5 | next(4) must be from 1 to 4, but is 5",
        "3 | next(4) announced 3 candidates, but ask(...) says 4",
      })
  void fewerCandidatesAnnouncedThanAsked(int announced, String fault) {
    Walk mutant =
        new Walk() {
          @Override
          int announced(int largest) {
            return announced;
          }
        };
    assertThat(Faults.first(mutant, "candidates")).isEqualTo(fault);
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
    assertThat(Faults.first(mutant, "repeatable-search"))
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
    assertThat(Faults.only(mutant, "infinite-losses"))
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
    assertThat(Faults.first(mutant, "repeatable-search"))
        .startsWith("with the same random numbers");
  }

  @Test
  void sizesByARuleThatAreNone() {
    Walk mutant =
        new Walk() {
          @Override
          public int populationSize(int parameters) {
            return 3 - parameters;
          }
        };
    assertThat(Faults.first(mutant, "candidates"))
        .isEqualTo("populationSize() must be at least 1, but is 4, and of 3 parameters 0");
  }
}
