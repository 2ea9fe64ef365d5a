package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HyperparameterTest {

  private final Hyperparameter decay =
      Hyperparameter.real("decay", 0.9, Interval.closedOpen(0, 1), "how much is kept");
  private final Hyperparameter size =
      Hyperparameter.integer("size", 50, Interval.closed(1, 100), "how many");
  private final Hyperparameter nesterov = Hyperparameter.flag("nesterov", true, "look ahead");

  @Test
  void valuesInRangeHaveNoComplaint() {
    assertThat(decay.complaint(0)).isEmpty();
    assertThat(decay.complaint(0.5)).isEmpty();
    assertThat(size.complaint(100)).isEmpty();
    assertThat(nesterov.complaint(0)).isEmpty();
  }

  @Test
  void complaintsNameTheValueAndTheRange() {
    assertThat(decay.complaint(1)).isEqualTo("decay must lie in [0, 1), but is 1.0");
    assertThat(decay.complaint(Double.NaN)).isEqualTo("decay must lie in [0, 1), but is NaN");
    assertThat(size.complaint(0)).isEqualTo("size must lie in [1, 100], but is 0.0");
    assertThat(size.complaint(2.5)).isEqualTo("size must be a whole number, but is 2.5");
    assertThat(nesterov.complaint(0.5)).isEqualTo("nesterov must be a whole number, but is 0.5");
    assertThat(nesterov.complaint(2)).isEqualTo("nesterov must lie in [0, 1], but is 2.0");
  }

  @Test
  void flagsAreOneForYes() {
    assertThat(nesterov.value()).isEqualTo(1);
    assertThat(Hyperparameter.flag("nesterov", false, "").value()).isZero();
  }

  @Test
  void presetsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Hyperparameter.real("decay", -1, Interval.POSITIVE, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("decay must lie in (0, ∞), but is -1.0");
  }

  @Test
  void namesAreLowerKebabCase() {
    for (String name :
        new String[] {"", "Rate", "learning_rate", "-rate", "rate-", "a--b", "1st"}) {
      assertThatThrownBy(() -> Hyperparameter.real(name, 1, Interval.REALS, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not lower kebab-case: \"" + name + "\"");
    }
    assertThat(Hyperparameter.real("beta1", 1, Interval.REALS, "").name()).isEqualTo("beta1");
    assertThat(Hyperparameter.real("a-b2-3", 1, Interval.REALS, "").name()).isEqualTo("a-b2-3");
  }
}
