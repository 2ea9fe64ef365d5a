package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.ProgramCompiler;
import io.sluice.formula.RuleOptimizer;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.Optimizer;
import io.sluice.studies.PackFile;
import io.sluice.studies.PackText;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in optimizers that are rules. */
class RulesTest {

  private static final int PARAMETERS = 9;
  private static final int STRIDE = 40;

  static Stream<Named<RuleOptimizer>> rules() {
    return BuiltIns.rules().map(RuleOptimizer.class::cast).map(rule -> Named.of(rule.id(), rule));
  }

  @Test
  void rulesAreCompiledHere() {
    assertThat(ProgramCompiler.running()).isEqualTo("compiled");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsWrittenAsAPackThatReadsBack(RuleOptimizer rule) {
    Optimizer read =
        new PackFile().read(PackText.of(rule), "back.yaml").components(Optimizer.class).get(0);
    assertThat(read).isEqualTo(rule);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void codeGivesTheBitsOfTheInterpreter(RuleOptimizer rule) {
    for (boolean alike : new boolean[] {true, false}) {
      for (int lanes : new int[] {STRIDE, 7}) {
        double[] interpreted = trained(rule.interpreted(), alike, lanes, false);
        assertThat(trained(rule, alike, lanes, false)).isEqualTo(interpreted);
        assertThat(trained(rule, alike, lanes, true)).isEqualTo(interpreted);
      }
    }
  }

  /** The weights after as many steps as it takes for code to be made and used. */
  private static double[] trained(RuleOptimizer rule, boolean alike, int lanes, boolean shortWay) {
    BlockLayout layout = new BlockLayout(PARAMETERS, STRIDE, 0);
    GradientState state = rule.start(new Memory(layout, rule, alike));
    SplittableRandom random = new SplittableRandom(3);
    double[] weights = layout.newBlock();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextDouble() - 0.5;
    }
    double[] gradients = layout.newBlock();
    int steps = 6 + 2 * 4096 / PARAMETERS / lanes;
    for (int step = 1; step <= steps; step++) {
      for (int i = 0; i < weights.length; i++) {
        gradients[i] = step % 3 == 0 && i % 5 == 0 ? 0 : weights[i] + random.nextDouble() - 0.5;
      }
      if (!shortWay || !state.updateWeights(step, lanes, weights, gradients)) {
        state.update(step, lanes, weights, gradients);
        for (int p = 0; p < PARAMETERS; p++) {
          for (int i = layout.row(p); i < layout.row(p) + lanes; i++) {
            weights[i] += gradients[i];
          }
        }
      }
    }
    return weights;
  }

  /** The memory of lanes in three groups of weights. */
  private record Memory(BlockLayout layout, RuleOptimizer rule, boolean alike)
      implements LaneMemory {

    @Override
    public int[] groups() {
      return new int[] {0, 4, 6, PARAMETERS};
    }

    @Override
    public double[] block() {
      return layout.newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[layout.stride()];
    }

    @Override
    public double[] hyperparameter(String name) {
      double[] row = perLane();
      for (Hyperparameter each : rule.hyperparameters()) {
        for (int lane = 0; each.name().equals(name) && lane < row.length; lane++) {
          boolean differs = !alike && name.equals("learning-rate");
          row[lane] = differs ? each.value() / (1 + lane) : each.value();
        }
      }
      return row;
    }
  }
}
