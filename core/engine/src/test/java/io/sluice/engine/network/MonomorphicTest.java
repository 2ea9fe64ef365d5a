package io.sluice.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.support.Bent;
import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import org.junit.jupiter.api.Test;

class MonomorphicTest {

  private static final class Square implements Activation {
    @Override
    public String id() {
      return "square";
    }

    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public double slope(double x) {
      return 2 * x;
    }
  }

  private static final class Shift implements Activation {
    @Override
    public String id() {
      return "shift";
    }

    @Override
    public double value(double x) {
      return x + 1;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  private static final class Fast implements Activation {
    @Override
    public String id() {
      return "fast";
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }

    @Override
    public void values(double[] x, double[] y, int from, int to) {
      System.arraycopy(x, from, y, from, to - from);
    }
  }

  @Test
  void eachClassWithoutBlockFormsGetsLoopsOfItsOwn() {
    Activation square = Monomorphic.of(new Square());
    assertThat(square.getClass())
        .isNotEqualTo(Monomorphic.of(new Shift()).getClass())
        .isEqualTo(Monomorphic.of(new Square()).getClass());
  }

  @Test
  void loopsGiveWhatTheFunctionGives() {
    double[] x = {-2, 0, 3};
    double[] y = new double[3];
    double[] slope = new double[3];
    Activation square = Monomorphic.of(new Square());
    square.valuesAndSlopes(x, y, slope, 0, 3);
    assertThat(y).containsExactly(4, 0, 9);
    assertThat(slope).containsExactly(-4, 0, 6);
    double[] values = new double[3];
    square.values(x, values, 1, 3);
    assertThat(values).containsExactly(0, 0, 9);
  }

  @Test
  void activationWithABlockFormIsLeftAlone() {
    Activation fast = new Fast();
    assertThat(Monomorphic.of(fast)).isSameAs(fast);
  }

  @Test
  void trainedLoopsGiveWhatTheFunctionGives() {
    Bent bent = new Bent();
    TrainableActivation loops = Monomorphic.ofTrained(bent);
    assertThat(loops.getClass()).isNotEqualTo(Bent.class);
    double[] x = {-2, 0.5, 3};
    double[][] parameters = {{0.1, 0.2, 0.3}, {1, 2, 3}};
    double[] y = new double[3];
    double[] slope = new double[3];
    double[][] slopesBy = new double[2][3];
    loops.valuesAndSlopes(x, parameters, y, slope, slopesBy, 0, 3);
    for (int i = 0; i < 3; i++) {
      double[] p = {parameters[0][i], parameters[1][i]};
      assertThat(y[i]).isEqualTo(bent.value(x[i], p));
      assertThat(slope[i]).isEqualTo(bent.slope(x[i], p));
      assertThat(slopesBy[0][i]).isEqualTo(bent.slopeBy(0, x[i], p));
      assertThat(slopesBy[1][i]).isEqualTo(bent.slopeBy(1, x[i], p));
    }
    double[] values = new double[3];
    loops.values(x, parameters, values, 1, 3);
    assertThat(values).containsExactly(0, y[1], y[2]);
  }
}
