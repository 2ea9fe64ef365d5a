package io.sluice.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.Component;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossTest {

  private static final double LN2 = Math.log(2);

  private static List<Loss> losses() {
    return List.of(
        Loss.MSE,
        Loss.MAE,
        Loss.huber(0.3),
        Loss.huber(1),
        Loss.LOG_COSH,
        Loss.BINARY_CROSS_ENTROPY,
        Loss.SOFTMAX_CROSS_ENTROPY);
  }

  /** The loss of one example in one lane, not divided. */
  private static double loss(Loss loss, double[] output, double... wanted) {
    double[] values = new double[output.length];
    loss.values(output, wanted, 1, output.length, 1, values);
    return Arrays.stream(values).sum();
  }

  private static double[] slopes(Loss loss, double[] output, double... wanted) {
    double[] slopes = new double[output.length];
    Arrays.fill(slopes, 99);
    loss.slopes(output, wanted, 1, output.length, 1, 1, slopes);
    return slopes;
  }

  private static double[] at(double... output) {
    return output;
  }

  @Test
  void slopesMatchCentralDifferences() {
    RandomStream random = new RandomStream(5);
    for (Loss loss : losses()) {
      for (int round = 0; round < 200; round++) {
        double[] output = new double[3];
        double[] wanted = new double[3];
        Arrays.setAll(output, i -> random.nextDouble(-4, 4));
        Arrays.setAll(wanted, i -> random.nextDouble(0, 1));
        double sum = Arrays.stream(wanted).sum();
        Arrays.setAll(wanted, i -> wanted[i] / sum);
        double[] slopes = slopes(loss, output, wanted);
        for (int i = 0; i < 3; i++) {
          double[] above = output.clone();
          double[] below = output.clone();
          above[i] += 1e-5;
          below[i] -= 1e-5;
          double difference = (loss(loss, above, wanted) - loss(loss, below, wanted)) / 2e-5;
          assertThat(slopes[i]).as(loss.label()).isCloseTo(difference, within(1e-8));
        }
      }
    }
  }

  @Test
  void slopesAreDividedByTheTermsOfTheMean() {
    for (Loss loss : losses()) {
      double[] divided = new double[3];
      loss.slopes(at(0.2, -1, 3), at(0.5, 0.25, 0.25), 1, 3, 1, 8, divided);
      double[] whole = slopes(loss, at(0.2, -1, 3), 0.5, 0.25, 0.25);
      for (int i = 0; i < 3; i++) {
        assertThat(divided[i]).isCloseTo(whole[i] / 8, within(1e-17));
      }
    }
    assertThat(Loss.MSE.terms(5, 3)).isEqualTo(15);
    assertThat(Loss.BINARY_CROSS_ENTROPY.terms(5, 3)).isEqualTo(15);
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.terms(5, 3)).isEqualTo(5);
  }

  @Test
  void lanesDoNotMix() {
    RandomStream random = new RandomStream(8);
    double[] output = new double[12];
    double[] wanted = new double[12];
    Arrays.setAll(output, i -> random.nextDouble(-4, 4));
    Arrays.setAll(wanted, i -> random.nextDouble(0, 1));
    for (Loss loss : losses()) {
      double[] values = new double[12];
      double[] slopes = new double[12];
      loss.values(output, wanted, 1, 3, 4, values);
      loss.slopes(output, wanted, 1, 3, 4, 1, slopes);
      for (int lane = 0; lane < 4; lane++) {
        double[] a = at(output[lane], output[4 + lane], output[8 + lane]);
        double[] y = at(wanted[lane], wanted[4 + lane], wanted[8 + lane]);
        assertThat(values[lane] + values[4 + lane] + values[8 + lane])
            .isCloseTo(loss(loss, a, y), within(1e-14));
        assertThat(at(slopes[lane], slopes[4 + lane], slopes[8 + lane]))
            .isEqualTo(slopes(loss, a, y));
      }
    }
  }

  @Test
  void huberJoinsSmoothlyAtDelta() {
    for (double delta : new double[] {0.25, 1, 3}) {
      Loss huber = Loss.huber(delta);
      for (double sign : new double[] {-1, 1}) {
        double joint = sign * delta;
        double beyond = sign * Math.nextUp(delta);
        assertThat(loss(huber, at(joint), 0)).isEqualTo(delta * delta / 2);
        assertThat(loss(huber, at(beyond), 0)).isCloseTo(delta * delta / 2, within(1e-14));
        assertThat(slopes(huber, at(joint), 0)).containsExactly(joint);
        assertThat(slopes(huber, at(beyond), 0)).containsExactly(joint);
        assertThat(loss(huber, at(2 * joint), 0)).isEqualTo(1.5 * delta * delta);
        assertThat(slopes(huber, at(100 * joint), 0)).containsExactly(joint);
        assertThat(slopes(huber, at(joint / 4), 0)).containsExactly(joint / 4);
      }
    }
  }

  @Test
  void logCoshIsExactNearZeroAndFarAway() {
    assertThat(loss(Loss.LOG_COSH, at(0), 0)).isZero();
    assertThat(loss(Loss.LOG_COSH, at(1e-9), 0)).isCloseTo(5e-19, within(1e-33));
    assertThat(loss(Loss.LOG_COSH, at(-1e-3), 0)).isCloseTo(4.999999166666889e-7, within(1e-21));
    assertThat(loss(Loss.LOG_COSH, at(1), 0)).isCloseTo(0.43378083048302696, within(2e-16));
    assertThat(loss(Loss.LOG_COSH, at(Math.nextUp(1.0)), 0))
        .isCloseTo(0.4337808304830271, within(1e-15));
    assertThat(loss(Loss.LOG_COSH, at(1000), 0)).isEqualTo(1000 - LN2);
    assertThat(loss(Loss.LOG_COSH, at(-1000), 0)).isEqualTo(1000 - LN2);
    assertThat(slopes(Loss.LOG_COSH, at(1000, -1000), 0, 0)).containsExactly(1, -1);
  }

  @Test
  void binaryCrossEntropyStandsLogitsOfAThousand() {
    Loss loss = Loss.BINARY_CROSS_ENTROPY;
    assertThat(loss(loss, at(0), 1)).isCloseTo(LN2, within(1e-16));
    assertThat(loss(loss, at(1000), 1)).isZero();
    assertThat(loss(loss, at(1000), 0)).isEqualTo(1000);
    assertThat(loss(loss, at(-1000), 1)).isEqualTo(1000);
    assertThat(loss(loss, at(-1000), 0)).isZero();
    assertThat(loss(loss, at(40), 1)).isCloseTo(Math.exp(-40), within(1e-32));
    assertThat(slopes(loss, at(1000, 1000, -1000, -1000), 1, 0, 1, 0)).containsExactly(0, 1, -1, 0);
    assertThat(slopes(loss, at(-700), 0)[0]).isCloseTo(Math.exp(-700), within(1e-318));
  }

  @Test
  void softmaxCrossEntropyStandsLogitsOfAThousand() {
    Loss loss = Loss.SOFTMAX_CROSS_ENTROPY;
    assertThat(loss(loss, at(7, 7, 7, 7), 0, 1, 0, 0)).isCloseTo(2 * LN2, within(1e-15));
    assertThat(loss(loss, at(1000, -1000), 1, 0)).isZero();
    assertThat(loss(loss, at(1000, -1000), 0, 1)).isEqualTo(2000);
    assertThat(loss(loss, at(1000, 1000), 0.5, 0.5)).isCloseTo(LN2, within(1e-15));
    assertThat(loss(loss, at(-1000, -1000), 1, 0)).isCloseTo(LN2, within(1e-15));
    assertThat(slopes(loss, at(1000, -1000), 0, 1)).containsExactly(1, -1);
    assertThat(slopes(loss, at(-1000, -1000), 1, 0)).containsExactly(-0.5, 0.5);
  }

  @Test
  void crossEntropyOfTwoClassesIsThatOfYesAndNo() {
    for (double z : new double[] {-30, -2, 0.1, 5}) {
      assertThat(loss(Loss.SOFTMAX_CROSS_ENTROPY, at(z, 0), 0.7, 0.3))
          .isCloseTo(loss(Loss.BINARY_CROSS_ENTROPY, at(z), 0.7), within(1e-14));
    }
  }

  @Test
  void outputsThatAreNoNumbersGiveNoFiniteLoss() {
    for (Loss loss : losses()) {
      double[] wanted = {1, 0};
      assertThat(loss(loss, at(Double.NaN, 0), wanted)).as(loss.label()).isNaN();
      double infinite = loss(loss, at(Double.NEGATIVE_INFINITY, 0), wanted);
      assertThat(Math.abs(infinite) <= Double.MAX_VALUE).as(loss.label()).isFalse();
    }
  }

  @Test
  void crossEntropiesRefuseTargetsThatAreNoProbabilities() {
    Dataset oneHot = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0, 1}, {1, 0}});
    Dataset plain = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0}, {1}});
    Dataset signs = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{-1, 2}, {1, 0}});
    Dataset both = Dataset.of(new double[][] {{0}, {1}}, new double[][] {{0, 1}, {1, 1}});
    for (Loss loss : losses()) {
      assertThat(loss.complaint(oneHot)).isEmpty();
    }
    assertThat(Loss.MSE.complaint(signs)).isEmpty();
    assertThat(Loss.BINARY_CROSS_ENTROPY.complaint(both)).isEmpty();
    assertThat(Loss.BINARY_CROSS_ENTROPY.complaint(signs))
        .isEqualTo("binary-cross-entropy needs targets from 0 to 1, not -1");
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.complaint(signs))
        .isEqualTo("softmax-cross-entropy needs targets from 0 to 1, not -1");
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.complaint(plain))
        .isEqualTo("softmax-cross-entropy needs an output for each class, at least 2, not 1");
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.complaint(both))
        .isEqualTo(
            "softmax-cross-entropy needs targets that add up to 1, but those of row 2 add up to 2");
  }

  @Test
  void aLossIsAValue() {
    assertThat(Loss.all()).extracting(Component::id).doesNotHaveDuplicates().hasSize(6);
    assertThat(Loss.huber(0.5)).isEqualTo(Loss.huber(1).with(Map.of("delta", 0.5)));
    assertThat(Loss.huber(0.5)).isNotEqualTo(Loss.huber(1));
    assertThat(Loss.huber(0.5).label()).isEqualTo("huber(delta=0.5)");
    assertThat(Loss.MSE.label()).isEqualTo("mse");
    assertThatThrownBy(() -> Loss.huber(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delta must lie in (0, ∞), but is 0.0");
  }
}
