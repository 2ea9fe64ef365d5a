package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.StochasticActivation;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right one passes; each fault fails with a message that names it. */
class StochasticActivationContractTest {

  @Nested
  class StretchedTest implements ComponentContract {
    @Override
    public StochasticActivation component() {
      return new Stretched();
    }
  }

  @Test
  void slopeOfAnotherDrawIsNamed() {
    Supplier<StochasticActivation> contract =
        () ->
            new Stretched() {
              @Override
              public double slope(double x, double draw) {
                return slope(x);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), StochasticActivationChecks.SLOPES))
        .hasMessageContaining("stretched: slope(-12.0, ")
        .hasMessageContaining("is 1.5, but with that draw the values around it rise by 1.0");
  }

  @Test
  void blockWithTheSameDrawForAllIsNamed() {
    Supplier<StochasticActivation> contract =
        () ->
            new Stretched() {
              @Override
              public void valuesAndSlopes(
                  double[] x, double[] draws, double[] y, double[] slope, int from, int to) {
                for (int i = from; i < to; i++) {
                  slope[i] = slope(x[i], draws[from]);
                  y[i] = value(x[i], draws[from]);
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), StochasticActivationChecks.BLOCKS))
        .hasMessageContaining("stretched: the block's ")
        .hasMessageContaining(" with the draw ");
  }

  @Test
  void noiseThatHidesNanIsNamed() {
    Supplier<StochasticActivation> contract =
        () ->
            new Stretched() {
              @Override
              public double value(double x, double draw) {
                return x > -1e308 ? super.value(x, draw) : draw;
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), StochasticActivationChecks.NUMBERS))
        .hasMessageContaining("stretched: value(NaN, ")
        .hasMessageContaining(" must be NaN, but is ");
  }

  private static class Stretched implements StochasticActivation {
    @Override
    public String id() {
      return "stretched";
    }

    @Override
    public double value(double x) {
      return 1.5 * x;
    }

    @Override
    public double slope(double x) {
      return x == x ? 1.5 : x;
    }

    @Override
    public Draw draw() {
      return Draw.UNIFORM;
    }

    @Override
    public double value(double x, double draw) {
      return (1 + draw) * x;
    }

    @Override
    public double slope(double x, double draw) {
      return x == x ? 1 + draw : x;
    }
  }
}
