package io.sluice.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Budget.Unit;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Pace TEN_BY_FOUR = new Pace(10, 4);

  @Test
  void lastBatchOfAnEpochTakesWhatIsLeft() {
    assertThat(TEN_BY_FOUR.updatesPerEpoch()).isEqualTo(3);
    int[] sizes = {4, 4, 2, 4, 4, 2, 4};
    for (int update = 0; update < sizes.length; update++) {
      assertThat(TEN_BY_FOUR.size(update)).as("update %d", update).isEqualTo(sizes[update]);
    }
    assertThat(new Pace(8, 4).updatesPerEpoch()).isEqualTo(2);
    assertThat(new Pace(8, 4).size(1)).isEqualTo(4);
  }

  @Test
  void aBatchCostsItsShareOfAGradientAndEachEpochALook() {
    double[] costs = {1, 3.2, 4.4, 5, 7.2, 8.4, 9};
    for (int updates = 0; updates < costs.length; updates++) {
      assertThat(TEN_BY_FOUR.cost(updates, 3)).isCloseTo(costs[updates], within(1e-15 * 9));
      assertThat(TEN_BY_FOUR.spent(updates, 3)).isCloseTo(costs[updates] - 1, within(1e-15 * 9));
    }
  }

  @Test
  void fullGradientsShowTheLossThemselves() {
    for (Pace pace : new Pace[] {Pace.FULL, new Pace(10, 10)}) {
      assertThat(pace.isFull()).isTrue();
      assertThat(pace.cost(0, 3)).isEqualTo(1);
      assertThat(pace.cost(7, 3)).isEqualTo(22);
      assertThat(pace.spent(7, 3)).isEqualTo(21);
    }
  }

  @Test
  void randomNumbersInFullGradientsMakeALookOfItsOwn() {
    Pace drawn = new Pace(10, 10, true);
    assertThat(drawn.isFull()).isTrue();
    assertThat(drawn.looksApart()).isTrue();
    assertThat(drawn.cost(0, 3)).isEqualTo(1);
    assertThat(drawn.cost(7, 3)).isEqualTo(7 * 4 + 1);
    assertThat(Budget.of(28.9).updates(drawn)).isEqualTo(6);
    assertThat(Budget.of(29).updates(drawn)).isEqualTo(7);
    assertThat(new Pace(10, 4, true).cost(6, 3)).isEqualTo(TEN_BY_FOUR.cost(6, 3));
  }

  @Test
  void aBudgetPaysForAsManyUpdatesAsFitWithTheLookAfterThem() {
    for (Pace pace : new Pace[] {TEN_BY_FOUR, new Pace(7, 1), new Pace(9, 8), new Pace(12, 4)}) {
      for (double cost : new double[] {1, 2.5, 3}) {
        for (double amount = 1; amount < 60; amount += 0.125) {
          long updates = new Budget(amount, Unit.FORWARD_EQUIVALENTS, cost).updates(pace);
          assertThat(pace.cost(updates, cost)).isLessThanOrEqualTo(amount);
          assertThat(pace.cost(updates + 1, cost)).isGreaterThan(amount);
        }
      }
    }
  }

  @Test
  void evaluationsCountAGradientAsItsShareOfTheRows() {
    assertThat(new Budget(7, Unit.EVALUATIONS, 3).updates(TEN_BY_FOUR)).isEqualTo(9);
    assertThat(new Budget(6, Unit.EVALUATIONS, 3).updates(TEN_BY_FOUR)).isEqualTo(6);
    assertThat(new Budget(7, Unit.STEPS, 3).updates(TEN_BY_FOUR)).isEqualTo(7);
  }

  @Test
  void largeBudgetsAreDividedOutAtOnce() {
    long updates = Budget.of(1e9).updates(new Pace(1_000_000, 1));
    assertThat(updates).isEqualTo(249_999_999L * 1_000_000 + 666_666);
  }

  @Test
  void batchesHaveOneRowToAllRows() {
    assertThatThrownBy(() -> new Pace(4, 5)).hasMessage("a batch has 1 row to all 4 rows, not 5");
    assertThatThrownBy(() -> new Pace(4, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
