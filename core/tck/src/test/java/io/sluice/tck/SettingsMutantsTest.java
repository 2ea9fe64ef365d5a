package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Activation;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import io.sluice.tck.RightActivations.Leaky;
import io.sluice.tck.RightOptimizers.Momentum;
import io.sluice.tck.RightOptimizers.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips that are right with the presets, and wrong as soon as somebody sets a hyper-parameter. */
class SettingsMutantsTest {

  @Test
  void rateOfTheFieldInPlaceOfTheMemory() {
    Momentum mutant =
        new Momentum() {
          @Override
          double[] rates(LaneMemory memory) {
            double[] rates = memory.perLane();
            Arrays.fill(rates, rate);
            return rates;
          }
        };
    assertThat(Faults.only(mutant, "lane-settings"))
        .startsWith("in step 1 the update of a lane with learning-rate=0.225 is ")
        .contains(" alone, but ", " beside lanes with 0.1; ")
        .contains("must read it by memory.hyperparameter(\"learning-rate\"), not from a field");
  }

  /** Whichever of the two it is, that one is named. */
  @ParameterizedTest
  @CsvSource({"true, false, learning-rate", "false, true, decay", "true, true, learning-rate"})
  void theHyperparameterThatIsReadFromAFieldIsNamed(
      boolean rateOfField, boolean decayOfField, String guilty) {
    assertThat(Faults.only(new Nesterov(0.01, 0.875, rateOfField, decayOfField), "lane-settings"))
        .contains(" of a lane with " + guilty + "=")
        .contains("memory.hyperparameter(\"" + guilty + "\")");
  }

  @Test
  void allHyperparametersOfTheMemoryAreRight() {
    assertThat(Checks.run(new Nesterov(0.01, 0.875, false, false))).noneMatch(Finding::isFault);
  }

  @Test
  void blockFormWithThePresetBuiltIn() {
    class Mutant extends Leaky {
      Mutant(double slope) {
        super(slope);
      }

      @Override
      public Mutant with(Map<String, Double> values) {
        return new Mutant(values.get("negative-slope"));
      }

      @Override
      public void values(double[] x, double[] y, int from, int to) {
        new Leaky(0.25).values(x, y, from, to);
      }
    }
    assertThat(Faults.only(new Mutant(0.25), "other-settings"))
        .startsWith("with negative-slope=0.375, blocks: after values(x, y, ");
  }

  @Test
  void slopeWithThePresetBuiltIn() {
    class Mutant extends Leaky {
      Mutant(double slope) {
        super(slope);
      }

      @Override
      public Mutant with(Map<String, Double> values) {
        return new Mutant(values.get("negative-slope"));
      }

      @Override
      public double slope(double x) {
        return new Leaky(0.25).slope(x);
      }
    }
    assertThat(Faults.only(new Mutant(0.25), "other-settings"))
        .startsWith("with negative-slope=0.375, slope: slope(-12.0) is 0.25, but");
  }

  @Test
  void hyperparameterInAStaticField() {
    assertThat(Faults.first(new StaticLeaky(0.25), "apart"))
        .startsWith(
            "while a copy with negative-slope=0.375 was in use, value(-12.0) of the original")
        .endsWith(" changed from -3.0 to -4.5; keep nothing in static fields");
  }

  @Test
  void searchWithAHyperparameterInAStaticField() {
    assertThat(Faults.first(new StaticWalk(1), "search-states"))
        .startsWith("while another trial was at work, generation 1 has the candidate value ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "train", "layers", "formula", "name"})
  void keysOfStudyFilesAreNoNamesOfHyperparameters(String name) {
    assertThat(Faults.first(new Named(name), "presets"))
        .contains(
            "no hyper-parameter can be called \"" + name + "\", which is a key of study files");
    assertThatThrownBy(() -> Kept.by(new Named(name), ComponentChecks.PRESETS))
        .hasMessageContaining("named: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids", "training", "layer", "x"})
  void otherNamesAreFree(String name) {
    assertThat(Checks.run(new Named(name))).noneMatch(Finding::isFault);
  }

  /** f(x) = x, with a hyper-parameter that does nothing. */
  private record Named(String name) implements Activation {
    @Override
    public String id() {
      return "named";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real(name, 1, Interval.closed(1, 1), "nothing"));
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return Double.isNaN(x) ? x : 1;
    }
  }

  /** Its copies overwrite each other. */
  private static final class StaticLeaky extends Leaky {
    private static double shared;

    StaticLeaky(double slope) {
      super(slope);
      shared = slope;
    }

    @Override
    public StaticLeaky with(Map<String, Double> values) {
      return new StaticLeaky(values.get("negative-slope"));
    }

    @Override
    public double value(double x) {
      return x > 0 ? x : shared * x;
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : shared;
    }
  }

  /** Its copies overwrite each other. */
  private static final class StaticWalk extends Walk {
    private static double shared;
    private final double width;

    StaticWalk(double width) {
      this.width = width;
      shared = width;
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("width", width, Interval.NOT_NEGATIVE, "of a step"));
    }

    @Override
    public PopulationOptimizer with(Map<String, Double> values) {
      return new StaticWalk(values.get("width"));
    }

    @Override
    double random(RandomStream random) {
      return shared * super.random(random);
    }
  }

  /** Nesterov's momentum, which may read its numbers from where it should not. */
  private record Nesterov(double rate, double decay, boolean rateOfField, boolean decayOfField)
      implements GradientOptimizer {
    @Override
    public String id() {
      return "my-nesterov";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("learning-rate", rate, Interval.NOT_NEGATIVE, "step"),
          Hyperparameter.real("decay", decay, Interval.closedOpen(0, 1), "memory"));
    }

    @Override
    public Nesterov with(Map<String, Double> values) {
      return new Nesterov(
          values.get("learning-rate"), values.get("decay"), rateOfField, decayOfField);
    }

    private static double[] numbers(LaneMemory memory, String name, boolean ofField, double field) {
      double[] numbers = memory.hyperparameter(name);
      if (ofField) {
        Arrays.fill(numbers, field);
      }
      return numbers;
    }

    @Override
    public GradientState start(LaneMemory memory) {
      double[] rates = numbers(memory, "learning-rate", rateOfField, rate);
      double[] decays = numbers(memory, "decay", decayOfField, decay);
      double[] buffer = memory.block();
      return (step, lanes, weights, gradients) -> {
        for (int p = 0; p < memory.layout().parameters(); p++) {
          for (int lane = 0; lane < lanes; lane++) {
            int i = memory.layout().row(p) + lane;
            buffer[i] = decays[lane] * buffer[i] + gradients[i];
            gradients[i] = -rates[lane] * (gradients[i] + decays[lane] * buffer[i]);
          }
        }
      };
    }
  }
}
