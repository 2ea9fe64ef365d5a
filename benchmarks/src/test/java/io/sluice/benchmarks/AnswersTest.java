package io.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final List<Integer> trained = new ArrayList<>();

  private final Contestant batched =
      new Contestant() {
        @Override
        public boolean does(Case training) {
          return training.method() == Method.ADAM;
        }

        @Override
        public int batch(Case training) {
          return 100;
        }

        @Override
        public double[] losses(Case training) {
          return new double[] {training.steps(), 0.5};
        }

        @Override
        public double train(Case training, int trials, int threads) {
          trained.add(trials);
          return 7;
        }
      };

  @Test
  void trainsWholeBatches() {
    assertThat(answer("time 1-1-1 30 1")).matches("time \\d+ \\d+ 7\\.0");
    answer("time 1-1-1 100 1");
    answer("time 1-1-1 101 1");
    assertThat(trained).containsExactly(100, 100, 200);
  }

  @Test
  void tellsTheLossesAfterTheStepsAskedFor() {
    assertThat(answer("check 1-1-1 20")).isEqualTo("losses 20.0 0.5");
  }

  @Test
  void saysNoneToACaseThatIsNotDone() {
    assertThat(answer("check 1-1-1-adamm 20")).isEqualTo("none");
    assertThat(answer("time 1-1-1-adamm 30 1")).isEqualTo("none");
    assertThat(trained).isEmpty();
  }

  private String answer(String request) {
    return Answers.answer(batched, request.split(" "));
  }
}
