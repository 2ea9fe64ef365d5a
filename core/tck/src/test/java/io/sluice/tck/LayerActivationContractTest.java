package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.LayerActivation;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right one passes; each fault fails with a message that names it. */
class LayerActivationContractTest {

  @Nested
  class ShareTest implements ComponentContract {
    @Override
    public LayerActivation component() {
      return new Shares();
    }
  }

  @Test
  void errorsWithTheWrongSignAreNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
                super.pullBack(x, y, errors, result);
                for (int i = 0; i < result.length; i++) {
                  result[i] = -result[i];
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.PULL_BACK))
        .hasMessageContaining("shares: at [")
        .hasMessageContaining("pullBack gives ")
        .hasMessageEndingWith("; is its sign wrong?");
  }

  @Test
  void slopesThatSwallowNanAreNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
                super.pullBack(x, y, errors, result);
                for (int i = 0; i < result.length; i++) {
                  result[i] = Math.abs(result[i]) >= 0 ? result[i] : 0;
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.NAN))
        .hasMessageContaining("the one at 0 is NaN, but pullBack gives [0.0")
        .hasMessageContaining("without any NaN");
  }

  @Test
  void errorsThatForgetTheOtherUnitsAreNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
                for (int i = 0; i < x.length; i++) {
                  result[i] = errors[i] * y[i] / x[i];
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.PULL_BACK))
        .hasMessageContaining("but the values around it rise by");
  }

  @Test
  void widthsThatDoNotGoTogetherAreNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public int inputs(int outputs) {
                return 2 * outputs;
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.WIDTHS))
        .hasMessage("shares: inputs(1) is 2, but outputs(2) is 2");
  }

  @Test
  void refusalWithoutTheNumberIsNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public int outputs(int inputs) {
                if (inputs == 3) {
                  throw new IllegalArgumentException("no");
                }
                return inputs;
              }

              @Override
              public int inputs(int outputs) {
                return outputs(outputs);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.WIDTHS))
        .hasMessageContaining("inputs(3) is refused with \"no\"; name the number");
  }

  @Test
  void laneThatReadsAnotherIsNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public void values(
                  int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
                super.values(inputs, examples, lanes, x, y, work);
                y[lanes - 1] = y[0];
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.BLOCKS))
        .hasMessageContaining(
            "shares: values: the output at 0 of example 0 in lane 2 of 3 must be");
  }

  @Test
  void nanThatIsHiddenIsNamed() {
    Supplier<LayerActivation> contract =
        () ->
            new Shares() {
              @Override
              public void value(double[] x, double[] y) {
                super.value(x, y);
                for (int i = 0; i < y.length; i++) {
                  y[i] = Double.isNaN(y[i]) ? 0 : y[i];
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), LayerActivationChecks.NAN))
        .hasMessageContaining("shares: of 1 inputs the one at 0 is NaN, but the output at 0");
  }

  /** x / (1 + |x|²). */
  private static class Shares implements LayerActivation {
    @Override
    public String id() {
      return "shares";
    }

    @Override
    public void value(double[] x, double[] y) {
      double sum = 1;
      for (double each : x) {
        sum += each * each;
      }
      for (int i = 0; i < x.length; i++) {
        y[i] = x[i] / sum;
      }
    }

    @Override
    public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
      double sum = 1;
      double product = 0;
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * x[i];
        product += errors[i] * y[i];
      }
      for (int i = 0; i < x.length; i++) {
        result[i] = (errors[i] - 2 * x[i] * product) / sum;
      }
    }
  }
}
