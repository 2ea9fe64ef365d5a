package org.example.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Activation;
import io.sluice.tck.ComponentContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract is the whole of an author's duty; the rest is what this function alone has. */
class SoftBendTest implements ComponentContract {

  private final SoftBend activation = new SoftBend();

  @Override
  public Activation component() {
    return activation;
  }

  /** Where x, 1 and sqrt(x² + 1) are a Pythagorean triple, values and slopes are fractions. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0.75, 0.875, 1.3",
    "-0.75, -0.625, 0.7",
    "2.4, 3.2, 1.4615384615384615",
    "-2.4, -1.6, 0.5384615384615385"
  })
  void hasTheValueAndSlopeOfItsFormula(double x, double value, double slope) {
    assertThat(activation.value(x)).isCloseTo(value, within(1e-15));
    assertThat(activation.slope(x)).isCloseTo(slope, within(1e-15));
  }

  @Test
  void keepsItsDigitsNearZeroAndFarOut() {
    assertThat(activation.value(1e-12)).isEqualTo(1e-12 + 0.25e-24);
    assertThat(activation.value(-1e300)).isCloseTo(-0.5e300, within(1e285));
    assertThat(activation.slope(-1e300)).isEqualTo(0.5);
  }

  @Test
  void notANumberGivesNotANumber() {
    assertThat(activation.value(Double.NaN)).isNaN();
    assertThat(activation.slope(Double.NaN)).isNaN();
  }

  @Test
  void isListedInTheExtensionIndex() throws IOException {
    try (InputStream index = SoftBend.class.getResourceAsStream("/META-INF/extensions.idx")) {
      assertThat(new String(index.readAllBytes(), StandardCharsets.UTF_8))
          .contains("org.example.sluice.SoftBend");
    }
  }
}
