package io.sluice.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against numbers of other programs, by quadrature. */
class EdgeOfChaosTest {

  private static final Activation ELU =
      new Plain("elu", x -> x > 0 ? x : StrictMath.expm1(x), x -> x > 0 ? 1 : StrictMath.exp(x));

  private static final Activation HARD_TANH =
      new Plain("hard-tanh", x -> Math.max(-1, Math.min(1, x)), x -> Math.abs(x) < 1 ? 1 : 0);

  private static final Activation SHIFTED_SOFTPLUS =
      new Plain(
          "shifted-softplus",
          x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))) - StrictMath.log(2),
          Plain.sigmoid()::value);

  @ParameterizedTest
  @CsvSource({"0.05, 1.12254, 0.15369", "0.2, 1.30415, 0.51208", "0.5, 1.54967, "})
  void tanhHasOneForEveryBias(double bias, double weights, Double variance) {
    assertThat(EdgeOfChaos.of(Plain.tanh(), bias)).hasSize(1);
    EdgeOfChaos edge = EdgeOfChaos.least(Plain.tanh(), bias).orElseThrow();
    assertThat(edge.weightDeviation()).isCloseTo(weights, within(5e-6));
    assertThat(edge.isStable()).isTrue();
    if (variance != null) {
      assertThat(edge.variance()).isCloseTo(variance, within(5e-6));
    }
  }

  @Test
  void eluAndHardTanhHaveOne() {
    EdgeOfChaos elu = EdgeOfChaos.least(ELU, 0.1).orElseThrow();
    assertThat(elu.weightDeviation()).isCloseTo(1.17615, within(5e-6));
    assertThat(elu.variance()).isCloseTo(0.43783, within(5e-6));
    assertThat(EdgeOfChaos.least(HARD_TANH, 0.2).orElseThrow().weightDeviation())
        .isCloseTo(1.06861, within(5e-6));
  }

  @Test
  void solutionsSolveBothEquations() {
    EdgeOfChaos edge = EdgeOfChaos.least(Plain.sine(), 0.3).orElseThrow();
    double q = edge.variance();
    double weights = edge.weightDeviation() * edge.weightDeviation();
    // E cos²(√q z) and E sin²(√q z) in closed form.
    double cosine = (1 + Math.exp(-2 * q)) / 2;
    assertThat(weights * cosine).isCloseTo(1, within(1e-12));
    assertThat(weights * (1 - cosine) + 0.09).isCloseTo(q, within(1e-12));
    assertThat(edge.mapSlope()).isCloseTo(weights * Math.exp(-2 * q), within(1e-12));
  }

  @Test
  void unstableOnesAreSaidToBe() {
    EdgeOfChaos edge = EdgeOfChaos.least(SHIFTED_SOFTPLUS, 0.2).orElseThrow();
    assertThat(edge.variance()).isCloseTo(1.1890355540100086, within(1e-9));
    assertThat(edge.weightDeviation()).isCloseTo(1.8287765027271892, within(1e-9));
    assertThat(edge.mapSlope()).isCloseTo(1.0609159411144637, within(1e-9));
    assertThat(edge.isStable()).isFalse();
  }

  @Test
  void halfLinesHaveOneWithoutBiasesOnly() {
    assertThat(EdgeOfChaos.least(Plain.relu(), 0).orElseThrow())
        .isEqualTo(new EdgeOfChaos(0, 0, Math.sqrt(2), 1));
    assertThat(EdgeOfChaos.of(Plain.relu(), 0.2)).isEmpty();
    assertThat(EdgeOfChaos.of(Plain.relu(), 1e-6)).isEmpty();
    assertThat(EdgeOfChaos.of(Plain.leaky(0.01), 0.01)).isEmpty();
    assertThat(EdgeOfChaos.of(Plain.identity(), 0.2)).isEmpty();
  }

  @Test
  void withoutBiasesSmoothOnesAreTheLineThatTouchesThem() {
    assertThat(EdgeOfChaos.least(Plain.tanh(), 0).orElseThrow().weightDeviation())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void slopesThatVanishGiveNone() {
    Activation step = new Plain("step", x -> x > 0 ? 1 : 0, x -> 0);
    assertThat(EdgeOfChaos.of(step, 0.2)).isEmpty();
    assertThat(EdgeOfChaos.of(step, 0)).isEmpty();
  }

  @Test
  void slopesThatVanishAtZeroOnlyGiveNoneWithoutBiases() {
    Activation valley =
        new Plain(
            "valley",
            x -> x * StrictMath.tanh(1.5 * x),
            x -> StrictMath.tanh(1.5 * x) + 1.5 * x / square(StrictMath.cosh(1.5 * x)));
    Activation halfSquare = new Plain("relu-squared", x -> x > 0 ? x * x : 0, x -> 2 * relu(x));
    assertThat(EdgeOfChaos.of(valley, 0)).isEmpty();
    assertThat(EdgeOfChaos.of(new Plain("square", x -> x * x, x -> 2 * x), 0)).isEmpty();
    assertThat(EdgeOfChaos.of(halfSquare, 0)).isEmpty();
    assertThat(EdgeOfChaos.of(new Plain("cube", x -> x * x * x, x -> 3 * x * x), 0)).isEmpty();
  }

  @Test
  void slopesThatAreSmallAtZeroAreNoneThatVanish() {
    Activation cubic = new Plain("cubic", x -> 1e-6 * x + x * x * x, x -> 1e-6 + 3 * x * x);
    assertThat(EdgeOfChaos.of(cubic, 0))
        .singleElement()
        .satisfies(edge -> assertThat(edge.weightDeviation()).isCloseTo(1e6, within(1e-3)));
  }

  @Test
  void slopesThatGrowWithoutEndAtZeroGiveNoneWithoutBiases() {
    Activation root =
        new Plain(
            "signed-sqrt",
            x -> Math.signum(x) * Math.sqrt(Math.abs(x)),
            x -> 0.5 / Math.sqrt(Math.abs(x)));
    assertThat(EdgeOfChaos.of(root, 0)).isEmpty();
  }

  @Test
  void refusesBiasesWithoutAScale() {
    assertThatThrownBy(() -> EdgeOfChaos.of(Plain.tanh(), -1))
        .hasMessage("the standard deviation of biases is a finite number from 0 on, not -1.0");
  }

  private static double square(double x) {
    return x * x;
  }

  private static double relu(double x) {
    return Math.max(0, x);
  }
}
