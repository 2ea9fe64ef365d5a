package io.sluice.engine.probe;

import static io.sluice.engine.probe.Networks.classes;
import static io.sluice.engine.probe.Networks.dense;
import static io.sluice.engine.probe.Networks.has;
import static io.sluice.engine.probe.Networks.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.support.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How straight the border between two classes is. */
class BorderLineTest {

  private static double flatness(NetworkShape network, Dataset data, double... weights) {
    return value(Metric.BOUNDARY_FLATNESS, network, data, weights);
  }

  /** Whatever stands behind one sum, it is undecided on a straight line. */
  @Test
  void oneUnitHasAStraightBorder() {
    for (var output : List.of(Scalar.identity(), Scalar.tanh())) {
      NetworkShape one = NetworkShape.dense(List.of(2, 1), true, List.of(output));
      assertThat(flatness(one, Networks.xor(), 1, 2, 0.3)).isBetween(0.0, 1e-12);
      assertThat(flatness(one, Networks.xor(), 1, 0, 0.3)).isBetween(0.0, 1e-12);
      assertThat(flatness(one, Networks.xor(), 1e-3, -5, 0.3)).isBetween(0.0, 1e-12);
    }
  }

  /** |x| + |y| = 1/2: the same in both directions, so it is as far across as along. */
  @Test
  void aClosedBorderIsAsWideAsLong() {
    NetworkShape network = dense(Scalar.relu(), 2, 4, 1);
    double[] diamond = {1, 0, -1, 0, 0, 1, 0, -1, 0, 0, 0, 0, 1, 1, 1, 1, -0.5};
    assertThat(flatness(network, Networks.xor(), diamond)).isCloseTo(1, within(1e-9));
  }

  /** y = |x|/2: of points spread evenly in x, across varies by 1/√48 and along by 1/√3. */
  @Test
  void aBentBorderIsAsFarFromStraightAsByHand() {
    NetworkShape wider = dense(Scalar.relu(), 2, 4, 1);
    double[] roof = {1, 0, -1, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0.5, 0.5, -1, 1, 0};
    assertThat(flatness(wider, Networks.xor(), roof)).isCloseTo(0.25, within(0.01));
  }

  @Test
  void theUnitsOfInputsDoNotMatter() {
    NetworkShape network = dense(Scalar.relu(), 2, 4, 1);
    double[] roof = {1, 0, -1, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0.5, 0.5, -1, 1, 0};
    double[] scaled = roof.clone();
    for (int unit = 2; unit < 4; unit++) {
      scaled[2 * unit + 1] /= 1024;
    }
    Dataset data = Networks.xor();
    Dataset tall = data.change((i, x) -> i == 0 ? x : 1024 * x, Dataset.Change.NONE);
    assertThat(flatness(network, tall, scaled))
        .isCloseTo(flatness(network, data, roof), within(1e-12));
  }

  @Test
  void withoutABorderThereIsNoNumber() {
    NetworkShape one = dense(null, 2, 1);
    assertThat(flatness(one, Networks.xor(), 1, 1, 5)).isNaN();
    assertThat(flatness(one, Networks.xor(), 0, 0, 0)).isNaN();
    assertThat(flatness(one, Networks.xor(), Double.NaN, 0, 0)).isNaN();
    Dataset flat = classes(new double[][] {{0, 1}, {1, 1}}, -1, 1);
    assertThat(flatness(one, flat, 1, 1, -1.5)).isNaN();
  }

  @Test
  void bordersAreOfTwoInputsAndTwoClasses() {
    assertThat(has(Metric.BOUNDARY_FLATNESS, dense(null, 2, 1), Networks.xor())).isTrue();
    assertThat(has(Metric.BOUNDARY_FLATNESS, dense(null, 2, 1), Networks.data(9, 2, 1, 1)))
        .isFalse();
    Dataset three = classes(new double[][] {{0, 1, 0}, {1, 1, 1}}, -1, 1);
    assertThat(has(Metric.BOUNDARY_FLATNESS, dense(null, 3, 1), three)).isFalse();
  }

  @Test
  void underSoftmaxItIsWhereBothOutputsAreEqual() {
    double[][] x = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
    Dataset two = Dataset.of(x, new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}});
    Task.Fit task = new Task.Fit(two, dense(null, 2, 2), Loss.SOFTMAX_CROSS_ENTROPY);
    double[] weights = {1, 2, 0.5, -1, 0.25, 0};
    assertThat(
            Probes.of(Metric.BOUNDARY_FLATNESS)
                .orElseThrow()
                .value()
                .of(new Probed(task.ground(), weights, () -> weights), 0))
        .isBetween(0.0, 1e-12);
  }
}
