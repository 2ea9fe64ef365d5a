package io.sluice.activations.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.activations.BuiltIns;
import io.sluice.spi.LayerActivation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values and Jacobians against numbers that another program computed. */
class ExactLayersTest {

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.max(1e-300, 4e-15 * Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "values.csv")
  void valuesAndJacobiansAreExact(String id, String x, String value, String jacobian) {
    LayerActivation activation = LayerBuiltIns.named(id);
    double[] in = numbers(x);
    double[] expected = numbers(value);
    double[] y = new double[activation.outputs(in.length)];
    activation.value(in, y);
    assertThat(y).hasSameSizeAs(expected);
    String[] rows = jacobian.split(";");
    for (int o = 0; o < y.length; o++) {
      assertClose(y[o], expected[o]);
      double[] errors = new double[y.length];
      errors[o] = 1;
      double[] result = new double[in.length];
      activation.pullBack(in, y, errors, result);
      double[] row = numbers(rows[o]);
      for (int i = 0; i < in.length; i++) {
        assertClose(result[i], row[i]);
      }
    }
  }

  @Test
  void segluIsTheProductOfASeluAndTheOtherHalf() {
    double[] y = new double[2];
    new Seglu().value(new double[] {2, -1, 3, 0.5}, y);
    assertThat(y[0]).isCloseTo(1.0507009873554805 * 6, within(1e-14));
    assertThat(y[1])
        .isCloseTo(1.0507009873554805 * 1.6732632423543772 * Math.expm1(-1) * 0.5, within(1e-14));
  }

  @Test
  void sparsemaxSharesBetweenThoseThatAreNear() {
    double[] y = new double[4];
    Sparsemax sparsemax = new Sparsemax();
    double[] x = {0.5, 0.25, -0.125, -3};
    sparsemax.value(x, y);
    // (0.5 + 0.25 - 0.125 - 1) / 3 = -0.125 takes the third to 0.
    assertThat(y).containsExactly(0.625, 0.375, 0, 0);
    double[] result = new double[4];
    sparsemax.pullBack(x, y, new double[] {1, 0, 5, 7}, result);
    assertThat(result).containsExactly(0.5, -0.5, 0, 0);
  }

  @Test
  void softmaxOfHugeNumbersDoesNotOverflow() {
    double[] y = new double[3];
    new Softmax().value(new double[] {1e300, 1e300, -1e300}, y);
    assertThat(y).containsExactly(0.5, 0.5, 0);
    new LogSoftmax().value(new double[] {1e3, 0, -1e3}, y);
    assertThat(y).containsExactly(0, -1000, -2000);
  }

  @Test
  void maxoutGivesTheErrorToTheFirstOfEquals() {
    double[] result = new double[4];
    new Maxout(4).pullBack(new double[] {1, 2, 2, 0}, new double[] {2}, new double[] {3}, result);
    assertThat(result).containsExactly(0, 3, 0, 0);
  }

  @Test
  void widthsThatCannotBeAreRefusedInWords() {
    assertThatThrownBy(() -> new Swiglu().outputs(7))
        .hasMessage("swiglu multiplies two halves, so it takes an even number of units, not 7");
    assertThatThrownBy(() -> new Maxout(3).outputs(4))
        .hasMessage("maxout takes groups of 3 units, and 4 are no such groups");
    assertThatThrownBy(() -> new Crelu().inputs(5))
        .hasMessage("crelu passes on two numbers for each unit, so an even number, not 5");
  }

  @Test
  void everyOneSaysWhatItIsAndHasANameOfItsOwn() {
    List<LayerActivation> all = LayerBuiltIns.all();
    assertThat(all)
        .extracting(LayerActivation::id)
        .containsExactlyInAnyOrder(
            "bilinear",
            "crelu",
            "geglu",
            "glu",
            "log-softmax",
            "maxout",
            "reglu",
            "seglu",
            "softmax",
            "softmin",
            "sparsemax",
            "swiglu")
        .allSatisfy(id -> assertThat(BuiltIns.has(id)).isFalse());
    for (LayerActivation each : all) {
      assertThat(each.description().summary()).as(each.id()).isNotBlank();
      assertThat(each.description().formula()).as(each.id()).isNotBlank();
    }
  }
}
