package io.sluice.engine.study;

import static io.sluice.engine.study.Budget.Unit.EVALUATIONS;
import static io.sluice.engine.study.Budget.Unit.FORWARD_EQUIVALENTS;
import static io.sluice.engine.study.Budget.Unit.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void gradientsCostThreeForwardEquivalentsUnlessDeclaredOtherwise() {
    assertThat(Budget.of(100)).isEqualTo(new Budget(100, FORWARD_EQUIVALENTS, 3));
  }

  @Test
  void updatesLeaveOneForwardEquivalentForTheLastLoss() {
    assertThat(Budget.of(1).updates()).isZero();
    assertThat(Budget.of(3.9).updates()).isZero();
    assertThat(Budget.of(4).updates()).isEqualTo(1);
    assertThat(Budget.of(6.9).updates()).isEqualTo(1);
    assertThat(Budget.of(7).updates()).isEqualTo(2);
    assertThat(new Budget(100, FORWARD_EQUIVALENTS, 1).updates()).isEqualTo(99);
    for (double amount = 1; amount < 200; amount += 0.25) {
      long updates = Budget.of(amount).updates();
      assertThat(3 * updates + 1).isLessThanOrEqualTo((long) amount);
      assertThat(3 * (updates + 1) + 1.0).isGreaterThan(amount);
    }
  }

  @Test
  void stepsCountUpdatesAndGenerationsAlike() {
    Budget budget = new Budget(20, STEPS, 3);
    assertThat(budget.updates()).isEqualTo(20);
    assertThat(budget.generations(50)).isEqualTo(20);
    assertThat(budget.allowsGeneration(19, 1e9, 50)).isTrue();
    assertThat(budget.allowsGeneration(20, 0, 50)).isFalse();
  }

  @Test
  void stepsThatAreNotWholeAreRoundedDownForBothKinds() {
    Budget budget = new Budget(2.5, STEPS, 3);
    assertThat(budget.updates()).isEqualTo(2);
    assertThat(budget.generations(4)).isEqualTo(2);
    assertThat(budget.allowsGeneration(1, 4, 4)).isTrue();
    assertThat(budget.allowsGeneration(2, 8, 4)).isFalse();
  }

  @Test
  void evaluationsCountAGradientAsOne() {
    Budget budget = new Budget(20, EVALUATIONS, 3);
    assertThat(budget.updates()).isEqualTo(19);
    assertThat(budget.generations(6)).isEqualTo(3);
  }

  @Test
  void generationsAreWhole() {
    Budget budget = Budget.of(100);
    assertThat(budget.generations(30)).isEqualTo(3);
    assertThat(budget.allowsGeneration(2, 60, 30)).isTrue();
    assertThat(budget.allowsGeneration(3, 90, 30)).isFalse();
    assertThat(budget.allowsGeneration(3, 70, 30)).isTrue();
  }

  @Test
  void everyUnitSaysHowManyCandidatesThatAre() {
    assertThat(new Budget(20, STEPS, 3).evaluations(50)).isEqualTo(1000);
    assertThat(new Budget(2.5, STEPS, 3).evaluations(4)).isEqualTo(8);
    assertThat(new Budget(20, EVALUATIONS, 3).evaluations(6)).isEqualTo(20);
    assertThat(Budget.of(100).evaluations(30)).isEqualTo(100);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Budget.of(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a budget is at least 1 and at most 1e12, not 0.5");
    assertThatThrownBy(() -> Budget.of(Double.NaN)).hasMessageEndingWith("not NaN");
    assertThatThrownBy(() -> Budget.of(2e12)).hasMessageEndingWith("not 2000000000000");
    assertThatThrownBy(() -> new Budget(10, STEPS, 0.5))
        .hasMessage("the cost of a gradient is a number from 1 on, not 0.5");
    assertThatThrownBy(() -> new Budget(10, STEPS, Double.POSITIVE_INFINITY))
        .hasMessageEndingWith("not Infinity");
  }
}
