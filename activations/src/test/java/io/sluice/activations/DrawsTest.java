package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.StochasticActivation.Draw;
import org.junit.jupiter.api.Test;

/** What training makes of a drawn number. */
class DrawsTest {

  @Test
  void rreluDrawsItsNegativeSlopeBetweenTheEnds() {
    Rrelu rrelu = new Rrelu(0.25, 0.75);
    assertThat(rrelu.draw()).isEqualTo(Draw.UNIFORM);
    assertThat(rrelu.value(-2, 0.25)).isEqualTo(-0.75);
    assertThat(rrelu.slope(-2, 0.25)).isEqualTo(0.375);
    assertThat(rrelu.slope(0, 0.25)).isEqualTo(0.375);
    assertThat(rrelu.value(3, 0.25)).isEqualTo(3);
    assertThat(rrelu.slope(3, 0.25)).isEqualTo(1);
  }

  @Test
  void rreluIsEvaluatedWithTheMeanOfItsDraws() {
    Rrelu preset = new Rrelu();
    assertThat(preset.slope(-1)).isEqualTo(11.0 / 48).isEqualTo(preset.slope(-1, 0.5));
  }

  @Test
  void probactAddsNoiseInTrainingOnly() {
    Probact probact = new Probact(0.25);
    assertThat(probact.draw()).isEqualTo(Draw.NORMAL);
    assertThat(probact.value(1.5, -2)).isEqualTo(1);
    assertThat(probact.value(-1.5, 2)).isEqualTo(0.5);
    assertThat(probact.slope(-1.5, 2)).isZero();
    assertThat(probact.slope(1.5, 2)).isEqualTo(1);
    assertThat(probact.value(-1.5)).isZero();
    assertThat(probact.value(1.5)).isEqualTo(1.5);
  }
}
