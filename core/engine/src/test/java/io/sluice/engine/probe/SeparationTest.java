package io.sluice.engine.probe;

import static io.sluice.engine.probe.Networks.classes;
import static io.sluice.engine.probe.Networks.dense;
import static io.sluice.engine.probe.Networks.has;
import static io.sluice.engine.probe.Networks.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether classes can be told apart by an affine map. */
class SeparationTest {

  private static double ofInputs(Dataset data) {
    NetworkShape network = dense(null, data.inputs(), 1);
    return value(Metric.INPUT_SEPARABILITY, network, data, new double[network.weights()]);
  }

  /** Points on the side of a hyperplane that a class says, at least so far away. */
  private static Dataset apart(int rows, int inputs, double margin, long seed) {
    RandomStream random = new RandomStream(seed);
    double[][] x = new double[rows][inputs];
    double[] classes = new double[rows];
    for (int row = 0; row < rows; row++) {
      double side;
      do {
        side = 0.1;
        for (int i = 0; i < inputs; i++) {
          x[row][i] = random.nextDouble(-1, 1);
          side += (i % 2 == 0 ? 1 : -2) * x[row][i];
        }
      } while (Math.abs(side) < margin);
      classes[row] = side > 0 ? 1 : -1;
    }
    return classes(x, classes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 30})
  void classesOnTwoSidesOfAHyperplaneAreSeparable(int inputs) {
    for (double margin : new double[] {0.5, 1e-3, 1e-6}) {
      assertThat(ofInputs(apart(200, inputs, margin, inputs))).isEqualTo(1);
    }
  }

  /** The same points, but one, deep in its class, has the other: nothing separates them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void oneRowAmongTheOtherClassIsNotSeparable(int inputs) {
    Dataset data = apart(200, inputs, 0.01, inputs);
    double[][] x = new double[201][inputs];
    double[] classes = new double[201];
    int count = 0;
    for (int row = 0; row < 200; row++) {
      classes[row] = data.output(row, 0);
      count += classes[row] > 0 ? 1 : 0;
      for (int i = 0; i < inputs; i++) {
        x[row][i] = data.input(row, i);
        x[200][i] += classes[row] > 0 ? x[row][i] : 0;
      }
    }
    for (int i = 0; i < inputs; i++) {
      x[200][i] /= count;
    }
    classes[200] = -1;
    assertThat(ofInputs(classes(x, classes))).isBetween(0.97, 200 / 201.0);
  }

  @Test
  void threeOfFourRowsOfXorAreTheMost() {
    assertThat(ofInputs(Networks.xor())).isEqualTo(0.75);
  }

  /** Hidden (0, 0), (1, 0) and (3, 2) for sums of inputs −2, 0 and 2. */
  @Test
  void aHiddenLayerThatFoldsThePlaneSeparatesXor() {
    NetworkShape network = dense(Scalar.relu(), 2, 2, 1);
    double[] folds = {1, 1, 1, 1, 1, 0, 1, -2, 0};
    assertThat(value(Metric.SEPARABILITY, network, Networks.xor(), folds)).isEqualTo(1);
    NetworkShape linear = dense(Scalar.identity(), 2, 2, 1);
    assertThat(value(Metric.SEPARABILITY, linear, Networks.xor(), folds)).isEqualTo(0.75);
    assertThat(value(Metric.INPUT_SEPARABILITY, network, Networks.xor(), folds)).isEqualTo(0.75);
  }

  /** The same with a hidden layer that has no parameters. */
  @Test
  void aFrozenHiddenLayerSeparatesAsWell() {
    LayerShape frozen =
        new LayerShape(
            2,
            2,
            true,
            OptionalDouble.empty(),
            true,
            List.of(),
            Scalar.relu(),
            TrainableActivation.Sharing.FIXED,
            null);
    NetworkShape network = new NetworkShape(List.of(frozen, Networks.layer(2, 1, null)));
    double[] folds = {1, 1, 1, 1, 1, 0, 1, -2, 0};
    assertThat(value(Metric.SEPARABILITY, network, Networks.xor(), folds)).isEqualTo(1);
    assertThat(value(Metric.AFFINE_GAP, network, Networks.xor(), folds)).isGreaterThan(0.1);
  }

  /** On a line the best border is known: classes − − + − + + leave one row on the wrong side. */
  @Test
  void onALineTheBestBorderIsFound() {
    double[][] x = {{1}, {2}, {3}, {4}, {5}, {6}};
    assertThat(ofInputs(classes(x, -1, -1, 1, -1, 1, 1))).isEqualTo(5 / 6.0);
    assertThat(ofInputs(classes(x, 1, 1, -1, 1, -1, -1))).isEqualTo(5 / 6.0);
    assertThat(ofInputs(classes(x, -1, -1, -1, 1, 1, 1))).isEqualTo(1);
    assertThat(ofInputs(classes(new double[][] {{1}, {1}, {1}, {2}}, 1, 1, -1, -1)))
        .isEqualTo(0.75);
  }

  @Test
  void rowsThatAreAllAlikeHaveTheLargerClassRight() {
    double[][] same = {{2, 3}, {2, 3}, {2, 3}};
    assertThat(ofInputs(classes(same, 1, 1, -1))).isEqualTo(2 / 3.0);
    NetworkShape network = dense(Scalar.relu(), 2, 2, 1);
    double[] dead = {1, 1, 1, 1, -9, -9, 1, 1, 0};
    assertThat(value(Metric.SEPARABILITY, network, Networks.xor(), dead)).isEqualTo(0.5);
  }

  @Test
  void theScaleAndPlaceOfInputsChangesNothing() {
    Dataset data = apart(100, 3, 1e-3, 5);
    Dataset far = data.change((i, x) -> 1e6 + 1e-2 * x * (i + 1), Dataset.Change.NONE);
    assertThat(ofInputs(far)).isEqualTo(1);
    Dataset xor = Networks.xor().change((i, x) -> 1e6 + 1e-2 * x, Dataset.Change.NONE);
    assertThat(ofInputs(xor)).isEqualTo(0.75);
  }

  @Test
  void twoOutputsUnderSoftmaxAreTwoClassesAndThreeAreNot() {
    double[][] x = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
    Dataset two = Dataset.of(x, new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
    Task.Fit task = new Task.Fit(two, dense(null, 2, 2), Loss.SOFTMAX_CROSS_ENTROPY);
    assertThat(task.has(Metric.INPUT_SEPARABILITY)).isTrue();
    assertThat(task.ground().inputSeparability()).isEqualTo(0.75);
    Dataset three = Dataset.of(x, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
    assertThat(
            new Task.Fit(three, dense(null, 2, 3), Loss.SOFTMAX_CROSS_ENTROPY)
                .has(Metric.INPUT_SEPARABILITY))
        .isFalse();
  }

  @Test
  void hiddenLayersAndClassesAreNeeded() {
    NetworkShape deep = dense(Scalar.tanh(), 2, 3, 1);
    assertThat(has(Metric.SEPARABILITY, deep, Networks.xor())).isTrue();
    assertThat(has(Metric.SEPARABILITY, dense(null, 2, 1), Networks.xor())).isFalse();
    assertThat(has(Metric.SEPARABILITY, deep, Networks.data(4, 2, 1, 1))).isFalse();
  }

  @Test
  void hiddenNumbersThatAreNoneGiveNone() {
    NetworkShape network = dense(Scalar.identity(), 2, 2, 1);
    double[] infinite = {1e308, 1e308, 1, 1, 1e308, 1, 1, 1, 1};
    assertThat(value(Metric.SEPARABILITY, network, Networks.xor(), infinite)).isNaN();
  }
}
