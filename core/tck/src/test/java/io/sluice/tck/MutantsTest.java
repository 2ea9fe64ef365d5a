package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.tck.RightActivations.Identity;
import io.sluice.tck.RightActivations.Leaky;
import io.sluice.tck.RightActivations.Line;
import io.sluice.tck.RightActivations.Relu;
import io.sluice.tck.RightActivations.ScaledTanh;
import io.sluice.tck.RightActivations.ShiftedRamp;
import io.sluice.tck.RightActivations.Sigmoid;
import io.sluice.tck.RightActivations.Sine;
import io.sluice.tck.RightActivations.Softsign;
import io.sluice.tck.RightActivations.Tanh;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip that authors make, in a copy of a right activation each: the message names the slip. */
class MutantsTest {

  @ParameterizedTest
  @MethodSource("io.sluice.tck.RightActivations#all")
  void originalsKeepEveryPromise(Activation original) {
    assertThat(Checks.run(original)).filteredOn(Finding::isFault).isEmpty();
  }

  @Test
  void signSlip() {
    Activation mutant =
        new Sine() {
          @Override
          public double slope(double x) {
            return -super.slope(x);
          }
        };
    assertThat(Faults.only(mutant, "slope"))
        .startsWith("slope(-12.0) is -0.84385")
        .contains("but the values around it rise by 0.84385")
        .endsWith("; is its sign wrong?");
  }

  @Test
  void wrongConstantInTheSlope() {
    Activation mutant =
        new ScaledTanh() {
          @Override
          public double slope(double x) {
            return 2 * super.slope(x);
          }
        };
    assertThat(Faults.only(mutant, "slope"))
        .endsWith("; everywhere it is 2.000 times what the values say: is a constant wrong?");
  }

  @Test
  void wrongConstantThatValueAndSlopeShare() {
    Activation mutant =
        new ScaledTanh() {
          @Override
          public double value(double x) {
            return 1.7519 * StrictMath.tanh(2 * x / 3);
          }

          @Override
          public double slope(double x) {
            double c = StrictMath.cosh(2 * x / 3);
            return 1.7519 * 2 / 3 / c / c;
          }
        };
    assertThat(Faults.only(mutant, "formula"))
        .startsWith("value(-12.0) is -1.75189")
        .contains(", but the formula \"1.7159 * tanh(2 / 3 * x)\" gives -1.71589")
        .endsWith(
            "; everywhere it is 1.02098024 times what the formula gives: is a constant wrong?");
  }

  @Test
  void wrongConstantInside() {
    Activation mutant =
        new ScaledTanh() {
          @Override
          public double value(double x) {
            return 1.7159 * StrictMath.tanh(0.67 * x);
          }

          @Override
          public double slope(double x) {
            double c = StrictMath.cosh(0.67 * x);
            return 1.7159 * 0.67 / c / c;
          }
        };
    assertThat(Faults.only(mutant, "formula"))
        .endsWith("; they differ on both sides of 0.0: are branches swapped, or a constant wrong?");
  }

  @Test
  void branchesThatValueAndSlopeSwap() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public double value(double x) {
            return x < 0 ? x : 0.01 * x;
          }

          @Override
          public double slope(double x) {
            return x < 0 ? 1 : 0.01;
          }
        };
    assertThat(Faults.first(mutant, "formula"))
        .isEqualTo(
            "value(-12.0) is -12.0, but the formula \"x if x > 0 else negative_slope * x\" gives"
                + " -0.12; they differ on both sides of 0.0: are branches swapped, or a constant"
                + " wrong?");
  }

  @Test
  void hyperparameterThatStandsElsewhereInTheFormula() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public Leaky with(Map<String, Double> values) {
            double slope = values.get("negative-slope");
            return new Leaky(slope) {
              @Override
              public double value(double x) {
                return x > 0 ? x : (slope == 0.01 ? 0.01 : 2 * slope) * x;
              }
            };
          }
        };
    assertThat(Faults.first(mutant, "formula"))
        .startsWith("with negative-slope=0.135, value(-12.0) is -3.24, but the formula ")
        .endsWith("; they differ only below 0.0");
  }

  @Test
  void formulaThatCannotBeReadIsARemark() {
    Activation activation =
        new Identity() {
          @Override
          public Description description() {
            return Description.of("The same", "x itself", "");
          }
        };
    assertThat(Checks.run(activation))
        .singleElement()
        .matches(finding -> !finding.isFault())
        .extracting(Finding::message)
        .asString()
        .startsWith("the formula \"x itself\" of the description was not compared: ")
        .contains("at character 3");
  }

  @Test
  void swappedBranches() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public double slope(double x) {
            return x <= 0 ? 1 : 0.01;
          }
        };
    assertThat(Faults.first(mutant, "slope"))
        .startsWith("slope(-12.0) is 1.0, but the values around it rise by 0.01")
        .endsWith("; it is wrong on both sides of the kink at 0.0: are branches swapped?");
  }

  @Test
  void undeclaredKink() {
    Activation mutant =
        new ShiftedRamp() {
          @Override
          public double[] kinks() {
            return new double[0];
          }
        };
    assertThat(Faults.only(mutant, "kinks"))
        .isEqualTo(
            "its slope jumps from 0.00000 to 1.00000 at 0.300000; declare it in kinks(), which is []");
  }

  @Test
  void slopeFromTheOutput() {
    Activation mutant =
        new Tanh() {
          @Override
          public double slope(double x) {
            double y = value(x);
            return 1 - y * y;
          }
        };
    assertThat(Faults.only(mutant, "saturated-slope"))
        .contains("has lost its digits", "is it computed from the output? Compute it from x");
  }

  @Test
  void rangeTooNarrow() {
    Activation mutant =
        new Sigmoid() {
          @Override
          public Interval range() {
            return Interval.open(0, 0.9);
          }
        };
    assertThat(Faults.only(mutant, "range"))
        .matches("value\\(2\\.25\\) = 0\\.9046\\d+ lies outside the declared range \\(0, 0\\.9\\)");
  }

  @Test
  void swallowedNan() {
    Activation mutant =
        new Relu() {
          @Override
          public double value(double x) {
            return x > 0 ? x : 0;
          }
        };
    assertThat(Faults.only(mutant, "nan"))
        .startsWith("value(NaN) must be NaN, but is 0.0")
        .contains("a comparison with NaN is false");
  }

  @Test
  void slopeThatSwallowsNan() {
    Activation mutant =
        new Relu() {
          @Override
          public double slope(double x) {
            return x > 0 ? 1 : 0;
          }
        };
    assertThat(Faults.only(mutant, "nan"))
        .startsWith("slope(NaN) must be NaN, but is 0.0")
        .contains("a comparison with NaN is false");
  }

  @Test
  void blockThatDiffers() {
    Activation mutant =
        new Line() {
          @Override
          public void values(double[] x, double[] y, int from, int to) {
            for (int i = from; i < to; i++) {
              y[i] = x[i] / 10;
            }
          }
        };
    assertThat(Faults.only(mutant, "blocks"))
        .startsWith("after values(x, y, ")
        .contains("must be ", " for the input ", ", but is ");
  }

  @Test
  void blockWithTheSlopesAtItsOutputs() {
    Activation mutant =
        new Softsign() {
          @Override
          public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
            for (int i = from; i < to; i++) {
              y[i] = value(x[i]);
              slope[i] = slope(y[i]);
            }
          }
        };
    assertThat(Faults.first(mutant, "blocks"))
        .startsWith("after valuesAndSlopes(x, y, slope, ")
        .contains(" slope[");
  }

  @Test
  void functionThatRemembers() {
    Activation mutant =
        new Identity() {
          private double calls;

          @Override
          public double value(double x) {
            return x + 1e-9 * ++calls;
          }
        };
    assertThat(Faults.first(mutant, "repeatable")).startsWith("a second call changed value(");
  }

  @Test
  void numberKeptInAField() {
    Activation mutant =
        new Sine() {
          private double input;

          @Override
          public double value(double x) {
            input = x;
            Thread.yield();
            return StrictMath.sin(input);
          }
        };
    assertThat(Faults.only(mutant, "threads"))
        .startsWith("a second thread at work changed ")
        .endsWith("keep no numbers in fields between calls");
  }

  @Test
  void aliasThatIsNoName() {
    Activation mutant =
        new Identity() {
          @Override
          public Description description() {
            return super.description().aliases("Linear_Unit");
          }
        };
    assertThat(Faults.only(mutant, "names"))
        .isEqualTo(
            "the alias must be lower kebab-case such as \"leaky-relu\", but is \"Linear_Unit\"");
  }

  @Test
  void copyThatIgnoresAValue() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public Leaky with(Map<String, Double> values) {
            return this;
          }
        };
    assertThat(Faults.first(mutant, "copies"))
        .startsWith("with(negative-slope=0.135) gives a copy whose negative-slope is 0.01");
  }

  @Test
  void rangeWhoseEndCannotBeHad() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public Leaky with(Map<String, Double> values) {
            if (values.get("negative-slope") == 1) {
              throw new IllegalArgumentException("1 is no slope");
            }
            return super.with(values);
          }
        };
    assertThat(Faults.only(mutant, "extremes"))
        .startsWith("with negative-slope=1.0, which its range [0, 1] allows, with(...) threw")
        .contains("1 is no slope", "MutantsTest.java:");
  }

  @Test
  void rangeAtWhoseEndThereIsNoNumber() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public Leaky with(Map<String, Double> values) {
            double slope = values.get("negative-slope");
            return new Leaky(slope) {
              @Override
              public double value(double x) {
                return super.value(x) * (slope / slope);
              }
            };
          }
        };
    assertThat(Faults.only(mutant, "extremes"))
        .isEqualTo("with negative-slope=0.0, which its range [0, 1] allows, value(-12.0) is NaN");
  }

  @Test
  void rangeAtWhoseFarEndThereIsNoNumber() {
    Activation mutant = new Steep(1);
    assertThat(Faults.only(mutant, "extremes"))
        .isEqualTo(
            "with steepness=1000000.0, which its range [0, 1000000] allows, value(-12.0) is NaN");
  }

  @Test
  void exceptionOnTheWay() {
    Activation mutant =
        new Relu() {
          @Override
          public double slope(double x) {
            throw new UnsupportedOperationException("to be done");
          }
        };
    assertThat(Faults.first(mutant, "slope"))
        .startsWith("slope(...) threw java.lang.UnsupportedOperationException: to be done at ");
  }

  @Test
  void undeclaredJump() {
    Activation mutant =
        new Identity() {
          @Override
          public double value(double x) {
            return x > 20.3 ? x + 1 : x;
          }
        };
    assertThat(Faults.only(mutant, "kinks"))
        .isEqualTo(
            "its value jumps from 20.3000 to 21.3000 at 20.3000; declare it in kinks(), which is []");
  }

  @Test
  void slopeOfItsOwnAtAKink() {
    Activation mutant =
        new Leaky(0.01) {
          @Override
          public double slope(double x) {
            return x == 0 ? 7 : super.slope(x);
          }
        };
    assertThat(Faults.first(mutant, "kinks"))
        .isEqualTo(
            "slope(0.0) at the kink is 7.0, but must be that of a side, 0.01 or 1.0, or lie"
                + " between");
  }

  /** x e^(a x) / e^(a x), which is x until both overflow. */
  private record Steep(double steepness) implements Activation {
    @Override
    public String id() {
      return "steep";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real(
              "steepness", steepness, Interval.closed(0, 1e6), "what cancels until it overflows"));
    }

    @Override
    public Steep with(Map<String, Double> values) {
      return new Steep(values.get("steepness"));
    }

    @Override
    public double value(double x) {
      double power = StrictMath.exp(steepness * Math.abs(Math.max(-600, Math.min(600, x))));
      return x * (power / power);
    }

    @Override
    public double slope(double x) {
      return x == x ? 1 : x;
    }
  }
}
