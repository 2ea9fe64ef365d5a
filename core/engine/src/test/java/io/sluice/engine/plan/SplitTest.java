package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static Dataset counting(int rows) {
    double[][] x = new double[rows][];
    double[][] y = new double[rows][];
    for (int row = 0; row < rows; row++) {
      x[row] = new double[] {row, -row};
      y[row] = new double[] {10 * row};
    }
    return Dataset.of(x, y);
  }

  private static List<Integer> rows(Dataset data) {
    return IntStream.range(0, data.rows())
        .peek(row -> assertThat(data.input(row, 1)).isEqualTo(-data.input(row, 0)))
        .peek(row -> assertThat(data.output(row, 0)).isEqualTo(10 * data.input(row, 0)))
        .map(row -> (int) data.input(row, 0))
        .boxed()
        .toList();
  }

  @Test
  void everyRowIsOnOneSideInItsOrder() {
    for (int rows : new int[] {2, 3, 10, 101}) {
      for (long key = 0; key < 50; key++) {
        Split split = Split.of(counting(rows), Validation.random(0.25), 0, key);
        List<Integer> training = rows(split.training());
        List<Integer> validation = rows(split.validation());
        assertThat(training).isSorted();
        assertThat(validation).isSorted().doesNotContainAnyElementsOf(training);
        assertThat(training.size() + validation.size()).isEqualTo(rows);
      }
    }
  }

  @Test
  void theShareIsRoundedAndLeavesOneOnEachSide() {
    assertThat(Split.of(counting(100), Validation.random(0.25), 0, 1).validation().rows())
        .isEqualTo(25);
    assertThat(Split.of(counting(10), Validation.random(0.25), 0, 1).validation().rows())
        .isEqualTo(3);
    assertThat(Split.of(counting(10), Validation.random(0.001), 0, 1).validation().rows())
        .isEqualTo(1);
    assertThat(Split.of(counting(10), Validation.random(0.999), 0, 1).training().rows())
        .isEqualTo(1);
    Dataset whole = counting(10);
    assertThat(Split.of(whole, Validation.NONE, 0, 1)).isEqualTo(new Split(whole, null));
  }

  @Test
  void theLastRowsCanBeKept() {
    Split split = Split.of(counting(10), Validation.last(0.25), 0, 1);
    assertThat(rows(split.training())).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(rows(split.validation())).containsExactly(7, 8, 9);
    assertThat(rows(Split.of(counting(2), Validation.last(0.99), 0, 1).training()))
        .containsExactly(0);
  }

  @Test
  void theKeyDecidesAndEveryRowHasItsChance() {
    int[] times = new int[8];
    for (long key = 0; key < 4000; key++) {
      List<Integer> validation =
          rows(Split.of(counting(8), Validation.random(0.25), 0, key).validation());
      assertThat(rows(Split.of(counting(8), Validation.random(0.25), 0, key).validation()))
          .isEqualTo(validation);
      validation.forEach(row -> times[row]++);
    }
    assertThat(Arrays.stream(times).boxed().toList()).allMatch(n -> n > 880 && n < 1120);
  }

  private static List<Task.Fit> fits(StudyBuilder study) {
    return Laboratories.with().plan(study.build()).cells().stream()
        .map(setup -> (Task.Fit) setup.task())
        .toList();
  }

  @Test
  void allCellsOfAProblemHaveTheSameSplit() {
    StudyBuilder study =
        new StudyBuilder()
            .validation(0.3)
            .problems(new ProblemSpec.Data("one", counting(20)))
            .networks(
                NetworkSpec.dense(List.of(1), true, true), NetworkSpec.dense(List.of(), true, true))
            .activations("tanh", "relu")
            .optimizers(component("sgd", "learning-rate", 0.1, 0.2), ComponentSpec.of("sampler"));
    List<Task.Fit> fits = fits(study);
    assertThat(fits).hasSize(12);
    assertThat(fits)
        .extracting(fit -> rows(fit.validation()))
        .containsOnly(rows(fits.get(0).validation()));
    assertThat(rows(fits.get(0).validation())).hasSize(6);

    List<Integer> before = rows(fits.get(0).validation());
    assertThat(rows(fits(study).get(0).validation())).isEqualTo(before);
    assertThat(rows(fits(study.seed(8)).get(0).validation())).isNotEqualTo(before);
    study.seed(7).problems(new ProblemSpec.Data("other", counting(20)));
    assertThat(rows(fits(study).get(0).validation())).isNotEqualTo(before);
  }

  @Test
  void trialsWithAnotherShareAreOthers() {
    StudyBuilder study = new StudyBuilder().problems(new ProblemSpec.Data("one", counting(20)));
    StudyPlan without = Laboratories.with().plan(study.build());
    StudyPlan with = Laboratories.with().plan(study.validation(0.25).build());
    assertThat(with.id()).isNotEqualTo(without.id());
    assertThat(with.trial(0).key()).isNotEqualTo(without.trial(0).key());
  }
}
