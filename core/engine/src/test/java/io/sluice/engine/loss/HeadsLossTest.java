package io.sluice.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadsLossTest {

  private static final HeadsLoss BOTH =
      new HeadsLoss(
          List.of(
              new HeadsLoss.Head(2, Loss.SOFTMAX_CROSS_ENTROPY, 1),
              new HeadsLoss.Head(3, Loss.MSE, 0.5)));

  private static double mean(Loss loss, double[] output, double[] wanted, int examples, int units) {
    double[] values = new double[output.length];
    loss.values(output, wanted, examples, units, 1, values);
    return Arrays.stream(values).sum() / loss.terms(examples, units);
  }

  private static double[] columns(double[] numbers, int units, int from, int to) {
    int rows = numbers.length / units;
    double[] some = new double[rows * (to - from)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(numbers, row * units + from, some, row * (to - from), to - from);
    }
    return some;
  }

  @Test
  void itIsTheWeightedSumOfTheMeansThatEachHeadIsAlone() {
    RandomStream random = new RandomStream(8);
    for (int examples : new int[] {1, 2, 7}) {
      double[] output = new double[examples * 5];
      Arrays.setAll(output, i -> random.nextDouble(-2, 2));
      double[] wanted = new double[examples * 5];
      Arrays.setAll(wanted, i -> i % 5 == 0 ? 1 : i % 5 == 1 ? 0 : random.nextDouble(-1, 1));
      double classes =
          mean(
              Loss.SOFTMAX_CROSS_ENTROPY,
              columns(output, 5, 0, 2),
              columns(wanted, 5, 0, 2),
              examples,
              2);
      double numbers =
          mean(Loss.MSE, columns(output, 5, 2, 5), columns(wanted, 5, 2, 5), examples, 3);
      assertThat(mean(BOTH, output, wanted, examples, 5))
          .isCloseTo(classes + 0.5 * numbers, within(1e-14));
      double[] slopes = new double[output.length];
      BOTH.slopes(output, wanted, examples, 5, 1, BOTH.terms(examples, 5), slopes);
      for (int i = 0; i < output.length; i++) {
        double[] moved = output.clone();
        moved[i] += 1e-6;
        double above = mean(BOTH, moved, wanted, examples, 5);
        moved[i] -= 2e-6;
        double below = mean(BOTH, moved, wanted, examples, 5);
        assertThat(slopes[i]).isCloseTo((above - below) / 2e-6, within(1e-8));
      }
    }
  }

  @Test
  void accuracyIsThatOfTheClassesAlone() {
    Dataset data = Dataset.of(new double[][] {{0}}, new double[][] {{0, 1, 7, 7, 7}});
    Accuracy accuracy = Accuracy.of(BOTH, data).orElseThrow();
    assertThat(accuracy.most()).isEqualTo(1);
    double[] wanted = {0, 1, 7, 7, 7};
    assertThat(accuracy.right(new double[] {-1, 2, 9, 9, 9}, wanted, 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(new double[] {2, -1, 9, 9, 9}, wanted, 0, 1)).isZero();
    HeadsLoss turned = new HeadsLoss(List.of(BOTH.heads().get(1), BOTH.heads().get(0)));
    Dataset other = Dataset.of(new double[][] {{0}}, new double[][] {{7, 7, 7, 0, 1}});
    Accuracy behind = Accuracy.of(turned, other).orElseThrow();
    double[] last = {7, 7, 7, 0, 1};
    assertThat(behind.right(new double[] {9, 9, 9, -1, 2}, last, 0, 1)).isEqualTo(1);
    assertThat(behind.right(new double[] {9, 9, 9, 2, -1}, last, 0, 1)).isZero();
    assertThat(turned.numbers(5)).contains(new Loss.Span(0, 3));
    assertThat(BOTH.numbers(5)).contains(new Loss.Span(2, 5));
    HeadsLoss numbers = new HeadsLoss(List.of(new HeadsLoss.Head(5, Loss.MSE, 1)));
    assertThat(Accuracy.of(numbers, data)).isEmpty();
  }

  @Test
  void dataThatDoNotSuitAHeadAreRefused() {
    Dataset four = Dataset.of(new double[][] {{0}}, new double[][] {{0, 1, 7, 7}});
    assertThat(BOTH.complaint(four)).isEqualTo("the heads have 5 outputs together, not 4");
    Dataset noClass = Dataset.of(new double[][] {{0}}, new double[][] {{1, 1, 7, 7, 7}});
    assertThat(BOTH.complaint(noClass)).contains("targets that add up to 1");
    Dataset right = Dataset.of(new double[][] {{0}}, new double[][] {{0, 1, 7, 7, 7}});
    assertThat(BOTH.complaint(right)).isEmpty();
    assertThat(BOTH.label()).isEqualTo("heads(2 softmax-cross-entropy + 0.5*3 mse)");
  }

  @Test
  void headsWithoutOutputsWeightOrLossOfTheirOwnAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HeadsLoss.Head(0, Loss.MSE, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HeadsLoss.Head(1, Loss.MSE, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new HeadsLoss.Head(1, BOTH, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HeadsLoss(List.of()));
  }
}
