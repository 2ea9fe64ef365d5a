package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivationTest {

  /** The example of the port's documentation. */
  private static final class Cube implements Activation {
    @Override
    public String id() {
      return "cube";
    }

    @Override
    public double value(double x) {
      return x * x * x;
    }

    @Override
    public double slope(double x) {
      return 3 * x * x;
    }
  }

  private final Activation cube = new Cube();
  private final double[] x = {7, -2, 0.5, 3, 7};

  @Test
  void blockOfValuesTouchesOnlyItsRange() {
    double[] y = {9, 9, 9, 9, 9};
    cube.values(x, y, 1, 4);
    assertThat(y).containsExactly(9, -8, 0.125, 27, 9);
    assertThat(x).containsExactly(7, -2, 0.5, 3, 7);
  }

  @Test
  void blockOfValuesAndSlopesTouchesOnlyItsRange() {
    double[] y = {9, 9, 9, 9, 9};
    double[] slope = {8, 8, 8, 8, 8};
    cube.valuesAndSlopes(x, y, slope, 1, 4);
    assertThat(y).containsExactly(9, -8, 0.125, 27, 9);
    assertThat(slope).containsExactly(8, 12, 0.75, 27, 8);
  }

  @Test
  void anActivationThatSaysNothingHasNoKinksNoHyperparametersAndAllRealsAsRange() {
    assertThat(cube.range()).isEqualTo(Interval.REALS);
    assertThat(cube.kinks()).isEmpty();
    assertThat(cube.hyperparameters()).isEmpty();
    assertThat(cube.with(Map.of())).isSameAs(cube);
    assertThat(cube.description()).isEqualTo(Description.none());
  }
}
