package io.sluice.optimizers.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a matrix of two rows and three columns and two biases are after some steps, as NumPy's
 * decompositions give it for the formulas of the papers.
 */
class MatrixValuesTest {

  private static final int WEIGHTS = TwoGroups.WEIGHTS;

  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(
            "shampoo",
            new Shampoo(),
            Map.<String, Double>of(),
            12,
            new double[] {
              0.6341789229566881,
              0.6076134079830954,
              0.2053863557025829,
              0.6414482613107614,
              -0.2562625812762987,
              0.8660348739131939,
              -0.6150718655854074,
              0.987759266731652
            }),
        Arguments.of(
            "shampoo of powers 1",
            new Shampoo(),
            Map.<String, Double>of(
                "learning-rate",
                0.001,
                "momentum",
                0.5,
                "epsilon",
                0.01,
                "root",
                1.0,
                "period",
                3.0),
            12,
            new double[] {
              1.76852651804809,
              0.770363746501845,
              0.8562071075176884,
              -0.30170573628947556,
              -0.13083197358068,
              0.5497949789800376,
              -1.4153999150431684,
              1.1938436948170839
            }),
        Arguments.of(
            "soap",
            new Soap(),
            Map.<String, Double>of(),
            25,
            new double[] {
              0.5092331599866855,
              0.6379955493695679,
              0.24150917969605373,
              0.8342762246361205,
              -0.03927405725018955,
              1.0804484396745557,
              -0.3001947537014617,
              1.332354932973399
            }),
        Arguments.of(
            "soap with sides of vectors",
            new Soap(),
            Map.<String, Double>of(
                "learning-rate",
                0.1,
                "beta1",
                0.9,
                "beta2",
                0.8,
                "side-beta",
                0.7,
                "period",
                2.0,
                "vectors",
                1.0),
            25,
            new double[] {
              0.5907530065565415,
              1.0821833347525092,
              -0.15332296602593726,
              -0.2836298147420606,
              -1.2854396147713196,
              -0.22080290483358106,
              -1.7739236277180657,
              0.07300283977759425
            }),
        Arguments.of(
            "soap of even updates",
            new Soap(),
            Map.<String, Double>of(
                "learning-rate",
                0.1,
                "beta1",
                0.9,
                "beta2",
                0.8,
                "side-beta",
                0.7,
                "epsilon",
                0.001,
                "period",
                3.0,
                "normalised",
                1.0,
                "corrected",
                0.0),
            25,
            new double[] {
              0.8523053335307618,
              1.323617367656635,
              -0.644060121935187,
              -1.9711709599136105,
              -3.055107515467863,
              -2.0968911499364804,
              -2.704338815129493,
              -0.6988833504402288
            }),
        Arguments.of(
            "nero",
            new Nero(),
            Map.<String, Double>of(),
            12,
            new double[] {
              0.16930266914724637,
              0.6070873766740406,
              -0.776390045821287,
              0.2632086409655469,
              -0.8009628929604318,
              0.5377542519948848,
              -0.31262804498018554,
              1.30008985968528
            }),
        Arguments.of(
            "nero that forgets",
            new Nero(),
            Map.<String, Double>of("learning-rate", 0.1, "beta", 0.5),
            12,
            new double[] {
              0.2894004024196727,
              0.5164998783085067,
              -0.8059002807281794,
              0.388987420562172,
              -0.8161982868885213,
              0.42721086632634925,
              -0.791007042667532,
              0.6648779246831382
            }),
        Arguments.of(
            "adashift",
            new AdaShift(),
            Map.<String, Double>of(),
            25,
            new double[] {
              0.5007108270571925,
              0.6109655029048994,
              0.22424866641674324,
              0.8325123974226037,
              -0.05234077502152846,
              1.0571475061956328,
              -0.3265226136447521,
              1.2839276089965572
            }),
        Arguments.of(
            "adashift of each weight",
            new AdaShift(),
            Map.<String, Double>of(
                "learning-rate", 0.1, "beta1", 0.5, "beta2", 0.9, "keep", 3.0, "shared", 0.0),
            25,
            new double[] {
              0.5778246999897795,
              0.321000352808254,
              -0.37880226055457106,
              -0.06636069575017134,
              -1.1021125117355635,
              -0.2819092002977215,
              -2.3891542410696456,
              -0.2699939199644015
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void weightsAreWhereTheFormulasOfThePapersLead(
      String name,
      GradientOptimizer optimizer,
      Map<String, Double> values,
      int steps,
      double[] expected) {
    Map<String, Double> all = new HashMap<>();
    optimizer.hyperparameters().forEach(each -> all.put(each.name(), each.value()));
    all.putAll(values);
    GradientOptimizer set = optimizer.with(all);
    TwoGroups memory = new TwoGroups(set);
    BlockLayout layout = memory.layout();
    GradientState state = set.start(memory);
    double[] weights = layout.newBlock();
    double[] gradients = layout.newBlock();
    for (int p = 0; p < WEIGHTS; p++) {
      weights[layout.row(p) + 1] = 0.5 - 0.125 * p * (p % 2 == 0 ? 1 : -1);
    }
    for (int step = 1; step <= steps; step++) {
      for (int p = 0; p < WEIGHTS; p++) {
        gradients[layout.row(p) + 1] = ((7 * p + 3 * step) % 11 - 5) / 4.0 + 0.125 * p;
      }
      state.update(step, TwoGroups.LANES, weights, gradients);
      for (int p = 0; p < WEIGHTS; p++) {
        weights[layout.row(p) + 1] += gradients[layout.row(p) + 1];
      }
    }
    for (int p = 0; p < WEIGHTS; p++) {
      assertThat(weights[layout.row(p) + 1])
          .as("weight %d", p)
          .isCloseTo(expected[p], within(1e-9));
    }
  }
}
