package io.sluice.passport.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProverTest {

  private static Prover prover(String text, double... breaks) {
    return new Prover(Formula.parse(text, List.of()).expression(), new double[0], breaks);
  }

  @Test
  void boundedRangesAreProvedOnTheWholeLine() {
    Certificate tanh = prover("tanh(x)").values();
    assertThat(tanh.provesLeast(-1)).isTrue();
    assertThat(tanh.provesGreatest(1)).isTrue();
    assertThat(tanh.reach()).isInfinite();
    Certificate softsign = prover("x/(1+abs(x))").values();
    assertThat(softsign.provesGreatest(1)).isTrue();
  }

  @Test
  void falseBoundsAreRefuted() {
    Certificate tanh = prover("tanh(x)").values();
    assertThat(tanh.provesGreatest(1.01)).isFalse();
    assertThat(tanh.refutesGreatest(1.01)).isTrue();
    assertThat(tanh.refutesGreatest(0.99)).isTrue();
    assertThat(tanh.refutesLeast(-0.99)).isTrue();
    assertThat(tanh.refutesGreatest(1)).isFalse();
  }

  @Test
  void theLowestValueOfAGateIsEnclosed() {
    Certificate silu = prover("x*sigmoid(x)").values();
    assertThat(silu.provesLeast(-0.2784645427610738)).isTrue();
    assertThat(silu.provesGreatest(Double.POSITIVE_INFINITY)).isTrue();
    assertThat(silu.least().contains(-0.27846454276107379)).isTrue();
  }

  @Test
  void slopesOfWavesOnALineAreProvedByTheirPeriod() {
    Certificate snake = prover("x+sin(x)^2").slopes();
    assertThat(snake.provesGreatest(2)).isTrue();
    assertThat(snake.provesLeast(0)).isTrue();
    assertThat(snake.reach()).isInfinite();
  }

  @Test
  void oneSidedSlopesAtKinksCount() {
    Certificate selu = prover("x if x > 0 else 1.5*expm1(x)", 0).slopes();
    assertThat(selu.provesGreatest(1.5)).isTrue();
    assertThat(selu.provesLeast(0)).isTrue();
  }

  @Test
  void continuityNeedsBothCasesToAgree() {
    assertThat(prover("x if x > 0 else expm1(x)").isContinuous()).isTrue();
    assertThat(prover("x if x > 1 else 0").isContinuous()).isFalse();
    assertThat(prover("step(x)").isContinuous()).isFalse();
  }

  @Test
  void analyticFormulasHaveNoCases() {
    assertThat(prover("x*sigmoid(x)").isAnalytic()).isTrue();
    assertThat(prover("abs(x)").isAnalytic()).isFalse();
    assertThat(prover("x if 1 > 2 else exp(x)").isAnalytic()).isTrue();
    assertThat(prover("abs(x) if 1 < 2 else exp(x)").isAnalytic()).isFalse();
    assertThat(prover("x if x > 0 else sinh(x)").isAnalytic()).isFalse();
    assertThat(prover("sqrt(x)").isAnalytic()).isFalse();
  }
}
