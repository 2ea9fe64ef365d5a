package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right activation passes; each fault fails with a message that names it. */
class ActivationContractTest {

  @Nested
  class CubeTest implements ComponentContract {
    @Override
    public Activation component() {
      return new Fake(x -> x * x * x, x -> 3 * x * x);
    }
  }

  @Nested
  class DeclaredKinkTest implements ComponentContract {
    @Override
    public Activation component() {
      return new Fake(Math::abs, Math::signum) {
        @Override
        public double[] kinks() {
          return new double[] {0};
        }
      };
    }
  }

  @Test
  void signSlipInTheSlopeIsNamed() {
    Supplier<Activation> contract = () -> new Fake(Math::cos, Math::sin);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.SLOPE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("fake: slope(-12.0) is 0.5365")
        .hasMessageContaining("rise by -0.5365")
        .hasMessageContaining("is its sign wrong?");
  }

  @Test
  void undeclaredKinkIsFoundByValues() {
    Supplier<Activation> contract = () -> new Fake(x -> Math.max(0, x), x -> x > 0 ? 1 : 0);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.SLOPE))
        .hasMessageContaining("slope(0.0) is 0.0")
        .hasMessageContaining("declare it in kinks()");
  }

  @Test
  void undeclaredKinkIsFoundBetweenTheGridPoints() {
    Supplier<Activation> contract = () -> new Fake(x -> Math.max(0.3, x), x -> x > 0.3 ? 1 : 0);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.KINKS))
        .hasMessageContaining("its slope jumps from 0.00000 to 1.00000 at 0.300000")
        .hasMessageContaining("declare it in kinks(), which is []");
  }

  @Test
  void kinksOutOfOrderAreNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(Math::abs, Math::signum) {
              @Override
              public double[] kinks() {
                return new double[] {1, 0};
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.KINKS))
        .hasMessageContaining("kinks must ascend, but are [1.0, 0.0]");
  }

  @Test
  void badIdIsNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(x -> x, x -> 1) {
              @Override
              public String id() {
                return "MyUnit";
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ComponentChecks.NAMES))
        .hasMessageContaining("but is \"MyUnit\"");
  }

  @Test
  void copyThatForgetsItsValuesIsNamed() {
    Supplier<Activation> contract = () -> new Scaled(2);
    assertThatThrownBy(() -> Kept.by(contract.get(), ComponentChecks.COPIES))
        .hasMessageContaining("with(the same values) changed")
        .hasMessageContaining("value=1.0");
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.SAME_COPY))
        .hasMessageContaining("with(the same values) changed value(-12.0) from -24.0 to -12.0");
  }

  @Test
  void valueForNanIsNamed() {
    Supplier<Activation> contract = () -> new Fake(x -> x > 0 ? x : 0, x -> x > 0 ? 1 : 0);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.NAN))
        .hasMessageContaining("value(NaN) must be NaN, but is 0.0");
  }

  @Test
  void overflowToNanIsNamed() {
    Supplier<Activation> contract = () -> new Fake(x -> x * x / (1 + x * x), x -> 0);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.FINITE))
        .hasMessageContaining("value(1.0E155) is NaN");
  }

  @Test
  void valueOutsideTheRangeIsNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(x -> x, x -> 1) {
              @Override
              public Interval range() {
                return Interval.atLeast(-3);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.RANGE))
        .hasMessageContaining("value(-12.0) = -12.0 lies outside the declared range [-3, ∞)");
  }

  @Test
  void memoryBetweenCallsIsNamed() {
    double[] last = new double[1];
    DoubleUnaryOperator forgetful =
        x -> {
          double before = last[0];
          last[0] = x;
          return before;
        };
    Supplier<Activation> contract = () -> new Fake(forgetful, x -> 1);
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.REPEATABLE))
        .hasMessageContaining("a second call changed");
  }

  @Test
  void blockThatIsOffByOneBitIsNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(x -> x * 0.1, x -> 0.1) {
              @Override
              public void values(double[] x, double[] y, int from, int to) {
                for (int i = from; i < to; i++) {
                  y[i] = x[i] / 10;
                }
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.BLOCKS))
        .hasMessageContaining("after values(x, y, ");
  }

  @Test
  void blockThatMixesUpItsResultsIsNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(x -> x + 1, x -> x) {
              @Override
              public void valuesAndSlopes(
                  double[] x, double[] y, double[] slope, int from, int to) {
                super.valuesAndSlopes(x, slope, y, from, to);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.BLOCKS))
        .hasMessageContaining("after valuesAndSlopes(x, y, slope, ");
  }

  @Test
  void blockThatWritesTooFarIsNamed() {
    Supplier<Activation> contract =
        () ->
            new Fake(x -> x, x -> 1) {
              @Override
              public void values(double[] x, double[] y, int from, int to) {
                System.arraycopy(x, from, y, from, to - from + 1);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), ActivationChecks.BLOCKS))
        .hasMessageContaining("after values(x, y, 0, 0) y[0] must be -12345.678");
  }

  private static class Fake implements Activation {
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;

    Fake(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
      this.value = value;
      this.slope = slope;
    }

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public double value(double x) {
      return value.applyAsDouble(x);
    }

    @Override
    public double slope(double x) {
      return slope.applyAsDouble(x);
    }
  }

  private static final class Scaled extends Fake {
    private final double factor;

    Scaled(double factor) {
      super(x -> factor * x, x -> factor);
      this.factor = factor;
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("factor", factor, Interval.REALS, "slope"));
    }

    @Override
    public Activation with(Map<String, Double> values) {
      return new Scaled(1);
    }
  }
}
