package io.sluice.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinks, ends of the real line and ranges of the activations that are x times a gate. */
class GatedEdgesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "aria2, -0.0, 0, 1",
    "colu, -0.0, -0.0, 1",
    "e-swish, -0.0, -0.0, 1.735",
    "elish, -0.0, -0.0, 1",
    "erfact, -0.0, 0, 1",
    "flatten-t-swish, -0.2, 0, 1",
    "gelu-tanh, -0.0, 0, 1",
    "gish, -0.0, 0, 0.6931471805599453",
    "hard-elish, 0, 0, 1",
    "hard-swish, 0, 0, 1",
    "lisht, Infinity, -1, 1",
    "logish, -0.0, 0, 0.6931471805599453",
    "phish, 0, -0.0, 1",
    "pserf, -0.0, 0, 1",
    "quick-gelu, -0.0, -0.0, 1",
    "rmaf, -0.0, 0, 1",
    "serf, -0.0, 0, 1",
    "smish, -0.0, 0, 0.6",
    "tanhexp, -0.0, 0, 1",
    "tanhsoft, -0.0, 0, 1"
  })
  void limitsAreTaken(String id, Double lowValue, Double lowSlope, Double highSlope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.value(NEGATIVE_INFINITY)).isEqualTo(lowValue);
    assertThat(activation.slope(NEGATIVE_INFINITY)).isEqualTo(lowSlope);
    assertThat(activation.value(POSITIVE_INFINITY)).isInfinite().isPositive();
    assertThat(activation.slope(POSITIVE_INFINITY)).isEqualTo(highSlope);
  }

  @Test
  void softRootSignSaturatesAboveAndVanishesBelow() {
    Activation activation = new Srs();
    assertThat(activation.value(POSITIVE_INFINITY)).isEqualTo(5);
    assertThat(activation.value(1e300)).isEqualTo(5);
    assertThat(activation.slope(POSITIVE_INFINITY)).isZero();
    assertThat(activation.value(NEGATIVE_INFINITY)).isZero();
    assertThat(activation.slope(NEGATIVE_INFINITY)).isZero();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "flatten-t-swish, 0, 0",
    "hard-elish, -1, 0",
    "hard-elish, 1, 1.5",
    "hard-swish, -3, 0",
    "hard-swish, 3, 1.5"
  })
  void slopeAtTheKinkIsTheLeftOne(String id, double kink, double slope) {
    Activation activation = BuiltIns.named(id);
    assertThat(activation.kinks()).contains(kink);
    assertThat(activation.slope(kink)).isEqualTo(slope);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "acon-a, beta=2, -0.1392322713805369, Infinity",
    "aria2, alpha=1;beta=1, -0.2784645427610738, Infinity",
    "aria2, alpha=1;beta=-1, -Infinity, 0.2784645427610738",
    "aria2, alpha=-1;beta=1, -Infinity, Infinity",
    "e-swish, beta=2, -0.5569290855221476, Infinity",
    "e-swish, beta=-2, -Infinity, 0.5569290855221476",
    "e-swish, beta=0, 0, 0",
    "erfact, a=0.5;b=1, -0.20528635564356404, Infinity",
    "erfact, a=-0.5;b=1, -Infinity, 0.20528635564356404",
    "erfact, a=0.5;b=-1, -Infinity, 0.20528635564356404",
    "erfact, a=0;b=1, 0, 0",
    "erfact, a=1;b=0, -Infinity, Infinity",
    "pserf, gamma=1.25;delta=0.85, -0.5060068753569109, Infinity",
    "pserf, gamma=1;delta=1, -0.3484374587596064, Infinity",
    "pserf, gamma=-1;delta=1, -Infinity, 0.3484374587596064",
    "pserf, gamma=1;delta=0, -Infinity, Infinity",
    "rmaf, a=1;b=1;c=1, -0.7178245124945949, Infinity",
    "rmaf, a=-2;b=1;c=1, -Infinity, 1.4356490249891898",
    "rmaf, a=1;b=1;c=0, -Infinity, Infinity",
    "srs, alpha=5;beta=3, -1.4162421447869216, 5",
    "srs, alpha=1;beta=3, -Infinity, Infinity",
    "tanhsoft, alpha=0;beta=0.6;gamma=1;delta=0, -0.217316752616395, Infinity",
    "tanhsoft, alpha=0;beta=1;gamma=1;delta=0, -0.35328577784821125, Infinity",
    "tanhsoft, alpha=0;beta=-1;gamma=1;delta=0, -Infinity, 0.35328577784821125",
    "tanhsoft, alpha=0;beta=0;gamma=1;delta=0, 0, 0",
    "tanhsoft, alpha=1;beta=1;gamma=1;delta=1, -Infinity, Infinity"
  })
  void rangeFollowsTheHyperparameters(String id, String settings, double lower, double upper) {
    Activation activation = BuiltIns.configured(id, settings);
    assertThat(activation.range().lower()).isCloseTo(lower, within(1e-15));
    assertThat(activation.range().upper()).isCloseTo(upper, within(1e-15));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "colu, -0.7519",
    "elish, -0.8814",
    "gelu-tanh, -0.7525",
    "gish, -1.2",
    "hard-elish, -0.4428",
    "logish, -1.2",
    "quick-gelu, -0.7511",
    "serf, -1.1",
    "smish, -1.2",
    "tanhexp, -1.1"
  })
  void leastValueIsAttained(String id, double about) {
    Activation activation = BuiltIns.named(id);
    double least = Valley.least(activation::value, activation::slope, about - 0.5, about + 0.4);
    assertThat(activation.range().lowerAttained()).isTrue();
    assertThat(least).isCloseTo(activation.range().lower(), within(2e-16));
  }

  /** Where a gate of one plus tanh, or of a difference from one, would be zero. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "gelu-tanh, -20, -3.3754509563110619e-261",
    "gish, -100, -3.720075976020836e-42",
    "serf, -700, -7.7878175243951687e-302",
    "tanhexp, -690, -1.4984994141589806e-297"
  })
  void lowerTailIsKept(String id, double x, double value) {
    assertThat(BuiltIns.named(id).value(x)).isCloseTo(value, within(-1e-12 * value));
  }

  @Test
  void sameFunctionUnderTwoNamesIsOneActivation() {
    assertThat(BuiltIns.named("swish-beta")).isSameAs(BuiltIns.named("acon-a"));
    assertThat(BuiltIns.named("telu")).isSameAs(BuiltIns.named("tanhexp"));
    assertThat(BuiltIns.named("swish-1")).isSameAs(BuiltIns.named("silu"));
  }

  @Test
  void membersOfTheAconFamilyAgreeWhereTheyMeet() {
    TrainableActivation narrow = new AconA();
    TrainableActivation middle = new AconB();
    TrainableActivation wide = new AconC();
    for (double x : new double[] {-3, -0.5, 0, 0.7, 4}) {
      double[] p = {1, 0, 1.5};
      assertThat(narrow.value(x, new double[] {1.5})).isEqualTo(wide.value(x, p));
      assertThat(narrow.slopeBy(0, x, new double[] {1.5})).isEqualTo(wide.slopeBy(2, x, p));
      assertThat(middle.slopeBy(0, x, new double[] {0, 1.5})).isEqualTo(wide.slopeBy(1, x, p));
      assertThat(wide.slopeBy(0, x, p) + wide.slopeBy(1, x, p)).isCloseTo(x, within(1e-15));
    }
  }
}
