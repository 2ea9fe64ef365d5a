package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Populations that become smaller spend their budget to the last candidate. */
class ShrinkingPopulationTest {

  /** Ten candidates, then as many as are announced; notes the budget it was told. */
  private record Shrinking(int later, int announced, List<Double> budgets)
      implements PopulationOptimizer {
    @Override
    public String id() {
      return "shrinking";
    }

    @Override
    public int populationSize() {
      return 10;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      budgets.add(space.evaluations());
      return new PopulationState() {
        private boolean first = true;

        @Override
        public int next(int largest) {
          return first ? largest : announced;
        }

        @Override
        public int ask(Candidates candidates) {
          int asked = first ? 10 : later;
          first = false;
          for (int member = 0; member < Math.min(10, asked); member++) {
            for (int p = 0; p < space.parameters(); p++) {
              candidates.set(p, member, random.nextDouble(space.lower(p), space.upper(p)));
            }
          }
          return asked;
        }

        @Override
        public void tell(double[] losses, int from) {}
      };
    }
  }

  private static StudyBuilder study(Budget budget) {
    return new StudyBuilder()
        .repeats(2)
        .problems(builtIn("sphere"))
        .optimizers(ComponentSpec.of("shrinking"))
        .policies(WeightPolicy.CLIP)
        .budget(budget);
  }

  private static TrialResult first(Shrinking optimizer, Budget budget) {
    return Runs.of(study(budget), optimizer).results().get(0);
  }

  @ParameterizedTest
  @CsvSource({"3, 100, 100", "3, 101, 100", "7, 100, 94", "1, 100, 100", "10, 99, 90"})
  void budgetsAreSpentAsFarAsTheNextGenerationFits(int later, double budget, double spent) {
    Shrinking shrinking = new Shrinking(later, later, new ArrayList<>());
    assertThat(first(shrinking, new Budget(budget, Budget.Unit.EVALUATIONS, 3)).cost())
        .isEqualTo(spent);
  }

  @Test
  void theSpaceKnowsTheBudgetInEvaluations() {
    List<Double> budgets = new ArrayList<>();
    Shrinking shrinking = new Shrinking(10, 10, budgets);
    first(shrinking, new Budget(55, Budget.Unit.EVALUATIONS, 3));
    assertThat(budgets).isNotEmpty().containsOnly(55.0);
    budgets.clear();
    first(shrinking, new Budget(55, Budget.Unit.FORWARD_EQUIVALENTS, 3));
    assertThat(budgets).isNotEmpty().containsOnly(55.0);
    budgets.clear();
    first(shrinking, new Budget(7, Budget.Unit.STEPS, 3));
    assertThat(budgets).isNotEmpty().containsOnly(70.0);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 3, shrinking proposed 4 candidates, 3",
    "3, 0, shrinking announced 0 candidates, 10",
    "3, 11, shrinking announced 11 candidates, 10"
  })
  void whatWasNotAnnouncedFailsTheTrial(int later, int announced, String what, int largest) {
    Shrinking shrinking = new Shrinking(later, announced, new ArrayList<>());
    assertThat(first(shrinking, new Budget(50, Budget.Unit.EVALUATIONS, 3)).message())
        .contains(what + ", but a generation has 1 to " + largest);
  }
}
