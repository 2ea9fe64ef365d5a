package io.sluice.passport.optimizer;

import static io.sluice.spi.Invariance.COORDINATE_SCALE;
import static io.sluice.spi.Invariance.LOSS_ORDER;
import static io.sluice.spi.Invariance.LOSS_SCALE;
import static io.sluice.spi.Invariance.PERMUTATION;
import static io.sluice.spi.Invariance.ROTATION;
import static io.sluice.spi.Invariance.SHIFT;
import static io.sluice.spi.Invariance.SLOPE_SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.watch.Headway;
import io.sluice.passport.Evidence;
import io.sluice.passport.Finding;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerPassportTest {

  private static Entry entry(OptimizerPassport passport, String topic, String property) {
    return passport.entries().stream()
        .filter(each -> each.topic().equals(topic) && each.property().equals(property))
        .findAny()
        .orElseThrow();
  }

  private static Set<Invariance> held(Optimizer optimizer) {
    Set<Invariance> held = EnumSet.noneOf(Invariance.class);
    for (Entry entry : OptimizerPassport.quick(optimizer).entries()) {
      if (entry.topic().equals("invariance") && entry.text().startsWith("holds")) {
        held.add(Invariance.of(entry.property()).orElseThrow());
      }
    }
    return held;
  }

  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(Samples.descent(), EnumSet.of(SHIFT, ROTATION, PERMUTATION)),
        Arguments.of(Samples.signs(), EnumSet.of(LOSS_SCALE, SHIFT, PERMUTATION, SLOPE_SCALE)),
        Arguments.of(Samples.decaying(), EnumSet.of(ROTATION, PERMUTATION)),
        Arguments.of(
            new Samples.Asking(EnumSet.of(OracleRequest.GRADIENT), Set.of()),
            EnumSet.of(SHIFT, ROTATION, PERMUTATION)),
        Arguments.of(
            Samples.Climber.honest(), EnumSet.of(LOSS_ORDER, LOSS_SCALE, SHIFT, COORDINATE_SCALE)),
        Arguments.of(
            new Samples.Climber(4, 4, true, 0, Set.of()), EnumSet.of(SHIFT, COORDINATE_SCALE)),
        Arguments.of(
            new Samples.Climber(4, 4, false, 1, Set.of()),
            EnumSet.of(LOSS_ORDER, LOSS_SCALE, COORDINATE_SCALE)));
  }

  @ParameterizedTest
  @MethodSource("known")
  void invariancesAreThoseOfTheFormulas(Optimizer optimizer, Set<Invariance> expected) {
    assertThat(held(optimizer)).isEqualTo(expected);
  }

  static Stream<Arguments> mutants() {
    return Stream.of(
        Arguments.of(Samples.descent(LOSS_SCALE), "loss-scale is declared"),
        Arguments.of(Samples.descent(SLOPE_SCALE), "slope-scale is declared"),
        Arguments.of(Samples.signs(SHIFT, ROTATION), "rotation is declared"),
        Arguments.of(Samples.signs(COORDINATE_SCALE), "coordinate-scale is declared"),
        Arguments.of(Samples.decaying(SHIFT), "shift is declared"),
        Arguments.of(new Samples.Climber(4, 4, true, 0, Set.of(LOSS_ORDER)), "loss-order is"),
        Arguments.of(new Samples.Climber(4, 4, false, 1, Set.of(SHIFT)), "shift is declared"),
        Arguments.of(
            new Samples.Climber(4, 5, false, 0, Set.of()),
            "it proposes 5 candidates, but a generation has 1 to 4"),
        Arguments.of(
            new Samples.Asking(EnumSet.of(OracleRequest.LOSS), Set.of()),
            "it asks for GRADIENT, but declares only [LOSS]"));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void whatIsDeclaredAndNotSoIsAContradiction(Optimizer optimizer, String message) {
    OptimizerPassport passport = OptimizerPassport.quick(optimizer);
    assertThat(passport.isValid()).isFalse();
    assertThat(passport.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.isContradiction()).isTrue();
              assertThat(finding.message()).contains(message);
            });
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatHoldsMayBeDeclared(Optimizer optimizer, Set<Invariance> expected) {
    if (optimizer instanceof Samples.Plain) {
      Samples.Plain plain = (Samples.Plain) optimizer;
      optimizer = new Samples.Plain(plain.id(), plain.rate(), expected, plain.step());
      assertThat(optimizer.invariances()).isEqualTo(expected);
    }
    assertThat(OptimizerPassport.quick(optimizer).findings()).isEmpty();
  }

  /** (κ − 1) / (κ + 1) of gradient descent with the best rate, κ = 100. */
  @Test
  void measuredRatesAreThoseOfTheory() {
    OptimizerPassport passport = OptimizerPassport.of(Samples.descent(), Headway.UNHEARD);
    assertThat(passport.findings()).isEmpty();
    Entry measured = entry(passport, "convergence", "factor a step with learning-rate=1.98");
    assertThat((Double) measured.value()).isCloseTo(99.0 / 101, within(1e-3));
    assertThat(measured.evidence()).isEqualTo(Evidence.MEASURED);
    assertThat(entry(passport, "convergence", "factor a step in theory").evidence())
        .isEqualTo(Evidence.DECLARED);
  }

  @Test
  void whoBearsANameAndIsSlowerThanItsTheoryContradictsIt() {
    Samples.Plain slow = new Samples.Plain("sgd", 0.01, Set.of(), (weight, slope) -> 0.25 * slope);
    assertThat(OptimizerPassport.of(slow, Headway.UNHEARD).findings())
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .startsWith("theory has (κ - 1) / (κ + 1)");
  }

  @Test
  void onlyWhatChangesIsMemory() {
    assertThat(entry(OptimizerPassport.quick(Samples.keeping()), "memory", "numbers per parameter"))
        .satisfies(
            memory -> {
              assertThat(memory.value()).isEqualTo(1.0);
              assertThat(memory.text()).isEqualTo("1, and 1 of the trial");
              assertThat(memory.evidence()).isEqualTo(Evidence.COMPUTED);
            });
    assertThat(
            entry(OptimizerPassport.quick(Samples.descent()), "memory", "numbers per parameter")
                .value())
        .isEqualTo(0.0);
  }

  /** Of the climber: the best point, as many candidates, the loss and the width. */
  @Test
  void numbersOfAStateAreCounted() {
    OptimizerPassport passport = OptimizerPassport.quick(Samples.Climber.honest());
    double ten = (Double) entry(passport, "memory", "numbers per parameter, of 10").value() * 10;
    double forty = (Double) entry(passport, "memory", "numbers per parameter, of 40").value() * 40;
    assertThat(forty - ten).isEqualTo(30 * 5);
    assertThat(ten).isBetween(52.0, 60.0);
  }

  @Test
  void reactionsToStrangeSlopesAreTold() {
    OptimizerPassport descent = OptimizerPassport.quick(Samples.descent());
    assertThat(entry(descent, "slopes", "zero from the start").text()).isEqualTo("rests");
    assertThat(entry(descent, "slopes", "zero after ten of 1").value()).isEqualTo(0);
    assertThat((Double) entry(descent, "slopes", "huge, 2^500").value()).isEqualTo(0.01 * 0x1p500);
    assertThat(entry(descent, "slopes", "NaN once for one parameter").text())
        .isEqualTo("1 of 4 weights are NaN");
    OptimizerPassport signs = OptimizerPassport.quick(Samples.signs());
    assertThat((Double) entry(signs, "slopes", "tiny, 2^-500").value()).isEqualTo(0.01);
    Samples.Plain root =
        new Samples.Plain("square", 0.01, Set.of(), (weight, slope) -> slope * slope * slope);
    assertThat(entry(OptimizerPassport.quick(root), "slopes", "huge, 2^500").text())
        .isEqualTo("weights are no numbers any more");
    Samples.Plain deaf =
        new Samples.Plain("deaf", 0.01, Set.of(), (weight, slope) -> slope > 0 ? 1 : 0);
    assertThat(entry(OptimizerPassport.quick(deaf), "slopes", "NaN once for one parameter").text())
        .isEqualTo("goes on");
  }

  @Test
  void boundsAreWhereItStays() {
    OptimizerPassport descent = OptimizerPassport.quick(Samples.descent());
    assertThat(entry(descent, "bounds", "clip").text()).isEqualTo("rests at it");
    Samples.Plain away =
        new Samples.Plain("away", 0.01, Set.of(), (weight, slope) -> weight > 0.99 ? 100 : slope);
    assertThat(entry(OptimizerPassport.quick(away), "bounds", "clip").text())
        .startsWith("leaves it");
    Samples.Plain slow = new Samples.Plain("slow", 1e-9, Set.of(), (weight, slope) -> slope);
    assertThat(entry(OptimizerPassport.quick(slow), "bounds", "clip").text())
        .startsWith("does not come near it");
  }

  @Test
  void searchesSayHowManyEvaluationsTheyNeed() {
    List<Long> parts = new ArrayList<>();
    OptimizerPassport passport =
        OptimizerPassport.of(Samples.Climber.honest(), (done, all) -> parts.add(done));
    assertThat(parts).hasSizeGreaterThan(10).isSorted();
    assertThat(entry(passport, "evaluations to 1e-8", "sphere, n = 2").text())
        .startsWith("not within 5000, where the loss is");
    assertThat(entry(passport, "evaluations to 1e-8", "rosenbrock, n = 2").text())
        .isEqualTo("not examined, as it fails at sphere, n = 2");
    assertThat(entry(passport, "invariance", "rotation").text()).contains("decades");
  }

  /** Means of rows mind neither order; a rate that falls from row to row minds that of rows. */
  @Test
  void ordersOfAMatrixAreTestedWhereItIsSeen() {
    GradientOptimizer means =
        Samples.ofMatrix(
            (gradients, columns) -> {
              for (int row = 0; row < gradients.length; row += columns) {
                double sum = 0;
                for (int i = row; i < row + columns; i++) {
                  sum += gradients[i];
                }
                for (int i = row; i < row + columns; i++) {
                  gradients[i] = -0.01 * (gradients[i] + sum);
                }
              }
            });
    GradientOptimizer falling =
        Samples.ofMatrix(
            (gradients, columns) -> {
              for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= -0.01 / (1 + i / columns);
              }
            });
    assertThat(orders(means)).containsExactly("holds", "holds", "no");
    assertThat(orders(falling)).containsExactly("no", "holds", "no");
    assertThat(orders(Samples.descent())).isEmpty();
  }

  private static List<String> orders(Optimizer optimizer) {
    return OptimizerPassport.quick(optimizer).entries().stream()
        .filter(each -> each.property().startsWith("permutation of "))
        .map(each -> each.text().split("[ :]")[0])
        .toList();
  }

  @Test
  void ordersOfAPopulationAreToldByHowFarItComes() {
    assertThat(
            entry(
                    OptimizerPassport.of(Samples.Climber.honest(PERMUTATION), Headway.UNHEARD),
                    "invariance",
                    "permutation")
                .text())
        .startsWith("holds about");
  }

  @Test
  void aPassportIsTheSameEachTime() {
    for (Optimizer each : List.of(Samples.descent(), Samples.Climber.honest())) {
      assertThat(OptimizerPassport.quick(each)).isEqualTo(OptimizerPassport.quick(each));
    }
  }

  @Test
  void stepsAreTimedBesideGradientDescent() {
    StepCost cost = StepCost.measure(Samples.descent());
    assertThat(cost.nanoseconds()).isPositive();
    assertThat(cost.ratio()).isEqualTo(cost.nanoseconds() / cost.sgdNanoseconds());
    assertThat(cost.entry().evidence()).isEqualTo(Evidence.MEASURED);
  }
}
