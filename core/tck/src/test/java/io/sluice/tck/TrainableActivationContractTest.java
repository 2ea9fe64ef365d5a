package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A right one passes; each fault fails with a message that names it. */
class TrainableActivationContractTest {

  @Nested
  class BentLineTest implements ComponentContract {
    @Override
    public TrainableActivation component() {
      return new Fake();
    }
  }

  @Test
  void wrongSlopeByAParameterIsNamed() {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public double slopeBy(int parameter, double x, double[] p) {
                return parameter == 0 ? -x : x * x;
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), TrainableActivationChecks.PARAMETER_SLOPES))
        .hasMessageContaining("fake: slopeBy(0, -12.0) for the parameter a is 12.0")
        .hasMessageContaining("rise by -12.0");
  }

  /** A pole lies 1e-5 beside the parameter's value, far nearer than the widest difference. */
  @Test
  void steepnessIsNoFault() {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public double value(double x, double[] p) {
                return x / (1 + 1e5 * (p[0] - 0.5));
              }

              @Override
              public double slopeBy(int parameter, double x, double[] p) {
                double d = 1 + 1e5 * (p[0] - 0.5);
                return parameter == 0 ? -1e5 * x / (d * d) : 0;
              }
            };
    assertThatCode(() -> Kept.by(contract.get(), TrainableActivationChecks.PARAMETER_SLOPES))
        .doesNotThrowAnyException();
  }

  /** |a - 0.5| x has a kink in a where a starts: the slope is x or -x or between. */
  @ParameterizedTest
  @CsvSource({"1, true", "-1, true", "0, true", "0.5, true", "1.1, false", "-3, false"})
  void slopeAtAKinkInAParameterIsThatOfASideOrBetween(double atTheKink, boolean right) {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public double value(double x, double[] p) {
                return Math.abs(p[0] - 0.5) * x;
              }

              @Override
              public double slopeBy(int parameter, double x, double[] p) {
                double side = p[0] == 0.5 ? atTheKink : Math.signum(p[0] - 0.5);
                return parameter == 0 ? side * x : 0;
              }
            };
    List<Finding> found = TrainableActivationChecks.PARAMETER_SLOPES.run(contract.get());
    assertThat(found.isEmpty()).isEqualTo(right);
  }

  @Test
  void anActivationMayHaveNothingToBeTrained() {
    TrainableActivation bare =
        new Fake() {
          @Override
          public List<String> trainable() {
            return List.of();
          }
        };
    assertThat(TrainableActivationChecks.PARAMETERS.run(bare)).isEmpty();
  }

  @Test
  void parameterThatIsNoHyperparameterIsNamed() {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public List<String> trainable() {
                return List.of("a", "c");
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), TrainableActivationChecks.PARAMETERS))
        .hasMessageContaining("trainable() is [a, c], hyper-parameters are [a, b]");
  }

  @Test
  void otherFunctionAtTheStartIsNamed() {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public double value(double x) {
                return x;
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), TrainableActivationChecks.START))
        .hasMessageContaining("fake: value at -12.0 must be -12.0, is");
  }

  @Test
  void blockThatMixesUpItsParametersIsNamed() {
    Supplier<TrainableActivation> contract =
        () ->
            new Fake() {
              @Override
              public void values(double[] x, double[][] p, double[] y, int from, int to) {
                super.values(x, new double[][] {p[1], p[0]}, y, from, to);
              }
            };
    assertThatThrownBy(() -> Kept.by(contract.get(), TrainableActivationChecks.PARAMETER_BLOCKS))
        .hasMessageContaining("fake: the block's value alone at");
  }

  /** a x + b x². */
  private static class Fake implements TrainableActivation {
    private final double a;
    private final double b;

    Fake() {
      this(0.5, 0.25);
    }

    Fake(double a, double b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("a", a, Interval.REALS, "slope"),
          Hyperparameter.real("b", b, Interval.REALS, "bend"));
    }

    @Override
    public Fake with(Map<String, Double> values) {
      return new Fake(values.get("a"), values.get("b"));
    }

    @Override
    public List<String> trainable() {
      return List.of("a", "b");
    }

    @Override
    public double value(double x, double[] p) {
      return x * (p[0] + p[1] * Math.min(1e100, Math.max(-1e100, x)));
    }

    @Override
    public double slope(double x, double[] p) {
      return p[0] + 2 * p[1] * Math.min(1e100, Math.max(-1e100, x));
    }

    @Override
    public double slopeBy(int parameter, double x, double[] p) {
      return parameter == 0 ? x : x * x;
    }
  }
}
