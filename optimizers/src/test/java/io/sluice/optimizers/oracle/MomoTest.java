package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.OracleOptimizer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds that follow the models, and decay, of which no library's run tells. */
class MomoTest {

  /** Twenty steps down Rosenbrock's valley, as NumPy makes them by the formulas of the paper. */
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(
            new Momo(),
            plain(0.5, 0.8, -3, 0.05, 1),
            new double[] {-0.5143741726510047, 0.2607837182146981}),
        Arguments.of(
            new Momo(),
            plain(0.01, 0.6, 0, 0, 1),
            new double[] {-1.0501927013410983, 1.0616217232136878}),
        Arguments.of(
            new Momo(),
            plain(1, 0.9, -10, 0, 1),
            new double[] {-0.791990352540786, 0.8419320909062082}),
        Arguments.of(
            new MomoAdam(),
            adam(0.05, 0.8, 0.95, 1e-6, -2, 0.1, 1),
            new double[] {-0.9825168758611746, 0.9756223693886432}),
        Arguments.of(
            new MomoAdam(),
            adam(0.05, 0.8, 0.95, 1e-6, 0.5, 0.1, 0),
            new double[] {-0.9710841784296388, 0.9600253318423401}),
        Arguments.of(
            new MomoAdam(),
            adam(1, 0.9, 0.999, 1e-8, 0, 0, 1),
            new double[] {-1.0852672366831864, 1.114983478670004}));
  }

  private static Map<String, Double> plain(
      double rate, double beta, double least, double decay, double adaptive) {
    return Map.of(
        "learning-rate", rate, "beta", beta, "least", least, "decay", decay, "adaptive", adaptive);
  }

  private static Map<String, Double> adam(
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      double least,
      double decay,
      double adaptive) {
    return Map.of(
        "learning-rate", rate,
        "beta1", beta1,
        "beta2", beta2,
        "epsilon", epsilon,
        "least", least,
        "decay", decay,
        "adaptive", adaptive);
  }

  @ParameterizedTest
  @MethodSource("published")
  void weightsAreWhereTheFormulasOfThePaperLead(
      OracleOptimizer optimizer, Map<String, Double> values, double[] expected) {
    Walk walk = new Walk(Walk.with(optimizer, values), new Bowl.Rosenbrock(), -1.2, 1);
    assertThat(walk.steps(20).last()).containsExactly(expected, within(1e-9));
  }

  /** One step of a bowl without momentum is Polyak's, half of the way to its least loss. */
  @Test
  void withoutMomentumItIsPolyaksLength() {
    Bowl bowl = new Bowl.LeastSquares(new double[][] {{1, 0}, {0, 1}}, new double[] {3, -4});
    Walk walk = new Walk(Walk.with(new Momo(), Map.of("beta", 0.0)), bowl, 0, 0).steps(1);
    assertThat(walk.last()).containsExactly(new double[] {1.5, -2}, within(1e-15));
  }
}
