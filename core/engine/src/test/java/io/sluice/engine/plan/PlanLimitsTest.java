package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Laboratory;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanLimitsTest {

  /** A laboratory whose activation {@code ramp} interrupts its thread when it is looked at. */
  private static Laboratory interrupting() {
    return Laboratories.with(
        new Scalar("ramp", x -> interrupted(x), x -> interrupted(x) == x ? 1 : 0));
  }

  private static double interrupted(double x) {
    Thread.currentThread().interrupt();
    return x;
  }

  private static final Laboratory LABORATORY = Laboratories.with();

  private static PlanLimits limits(long... most) {
    return new PlanLimits(
        (int) most[0], most[1], (int) most[2], most[3], most[3], most[4], most[5]);
  }

  private static final long ANY = 1_000_000;

  private static void assertEdge(
      StudyBuilder allowed, StudyBuilder refused, PlanLimits limits, String... words) {
    assertThat(LABORATORY.plan(allowed.build(), limits).trials()).isPositive();
    assertThatThrownBy(() -> LABORATORY.plan(refused.build(), limits))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContainingAll(words);
  }

  private static StudyBuilder hidden(int layers) {
    return hidden(Collections.nCopies(layers, 2));
  }

  private static StudyBuilder hidden(List<Integer> widths) {
    return new StudyBuilder().networks(NetworkSpec.dense(widths, false, true));
  }

  @Test
  void layersAreLimited() {
    assertEdge(
        hidden(4),
        hidden(5),
        limits(5, ANY, ANY, ANY, ANY, ANY),
        "networks[0]: has 6 layers, more than the 5 allowed");
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 20_000, 500_000})
  void networksThatAreFarTooDeepAreRefusedAtOnce(int layers) {
    assertThatThrownBy(() -> LABORATORY.plan(hidden(layers).build()))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("layers, more than the 10,000 allowed");
  }

  @Test
  void weightsAreLimited() {
    // One input, one output: 3 n + 1 weights.
    assertEdge(
        hidden(List.of(33)),
        hidden(List.of(34)),
        limits(10, 100, ANY, ANY, ANY, ANY),
        "networks[0]: has 103 weights, more than the 100 allowed");
  }

  @Test
  void weightsThatNoIntCountsAreRefusedToo() {
    assertThatThrownBy(() -> LABORATORY.plan(hidden(Collections.nCopies(200, 4096)).build()))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("has 3,339,493,377 weights, more than the 100,000,000 allowed");
  }

  @Test
  void asManyCellsAsFitIntoTheHeap() {
    PlanLimits small = PlanLimits.GENEROUS.within(48 << 20);
    assertThat(small.variants()).isEqualTo((48 << 20) / 3000);
    assertThat(small.cells()).isEqualTo(1_000_000);
    assertThat(PlanLimits.GENEROUS.within(16 << 20).cells()).isEqualTo((16 << 20) / 32);
    assertThat(PlanLimits.GENEROUS.within(8L << 30)).isEqualTo(PlanLimits.GENEROUS);
    StudyBuilder many = new StudyBuilder().optimizers(sgd(20));
    assertThatThrownBy(() -> LABORATORY.plan(many.build(), PlanLimits.GENEROUS.within(30_000)))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining(
            "more than the 10 allowed by this heap; a larger one, as with SLUICE_");
    assertThatThrownBy(() -> LABORATORY.plan(many.build(), limits(ANY, ANY, ANY, 10, ANY, ANY)))
        .hasMessageContaining("more than the 10 allowed")
        .hasMessageNotContaining("heap");
  }

  @Test
  void cellsAreLimited() {
    assertEdge(
        new StudyBuilder().optimizers(sgd(8)),
        new StudyBuilder().optimizers(sgd(11)),
        limits(10, ANY, ANY, 10, ANY, ANY),
        "more than the 10 allowed");
  }

  private static ComponentSpec sgd(int rates) {
    Double[] all = IntStream.rangeClosed(1, rates).mapToObj(i -> i / 10.0).toArray(Double[]::new);
    return component("sgd", "learning-rate", all);
  }

  @Test
  void trialsAreLimited() {
    assertEdge(
        new StudyBuilder().repeats(10),
        new StudyBuilder().repeats(11),
        limits(10, ANY, ANY, ANY, 10, ANY),
        "study: up to 11 trials, more than the 10 allowed");
  }

  @Test
  void layersWithManyVariantsEachAreNotMultipliedOut() {
    Map<String, List<Double>> ten =
        Map.of("a", IntStream.range(0, 10).mapToObj(Double::valueOf).toList());
    ComponentSpec formula = ComponentSpec.formula("mine", "x + a * tanh(x)", ten);
    ActivationSpec layers = new ActivationSpec(Collections.nCopies(30, formula));
    assertThatThrownBy(() -> LABORATORY.plan(hidden(30).activations(layers).build()))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("variants of components, more than the 1,000,000 allowed");
  }

  @Test
  void numbersThatAPlanHoldsAreLimited() {
    // 301 weights with a lower and an upper bound each, those of the range of each start.
    StudyBuilder study =
        hidden(List.of(100)).initial(new InitialWeights.Uniform(List.of(1.0, 2.0)));
    int data = 4;
    int all = data + 2 * 602;
    assertThat(LABORATORY.plan(study.build(), limits(10, ANY, ANY, ANY, ANY, all)).trials())
        .isPositive();
    assertThatThrownBy(
            () -> LABORATORY.plan(study.build(), limits(10, ANY, ANY, ANY, ANY, all - 1)))
        .isInstanceOf(StudyPlanException.class)
        .hasMessage("bounds[0]: with it the plan holds 1,208 numbers, more than the 1,207 allowed");
  }

  @Test
  void boundsThatAreTheSameForAllCellsAreHeldOnce() {
    StudyBuilder study =
        hidden(List.of(100))
            .activations("tanh", "relu")
            .initial(new InitialWeights.Uniform(List.of(1.0, 2.0, 3.0)))
            .bounds(new BoundsSpec.Explicit(-1, 1));
    assertThat(LABORATORY.plan(study.build(), limits(10, ANY, ANY, ANY, ANY, 4 + 602)).cells())
        .hasSize(6);
  }

  @Test
  void costOfFormulasIsLimited() {
    ComponentSpec dear = ComponentSpec.formula("dear", "sin(x) * tanh(x) + exp(-x)", Map.of());
    StudyBuilder study = new StudyBuilder().activations(new ActivationSpec(List.of(dear)));
    assertThat(LABORATORY.plan(study.build()).trials()).isPositive();
    assertThatThrownBy(() -> LABORATORY.plan(study.build(), limits(10, ANY, 5, ANY, ANY, ANY)))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining("operations for a value and a slope, more than the 5 allowed");
  }

  @Test
  void interruptedThreadPlansNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> LABORATORY.plan(new StudyBuilder().build()))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static List<StudyBuilder> studiesThatLookAtTheirActivation() {
    return List.of(
        hidden(2)
            .initial(
                new InitialWeights.VariancePreserving(List.of(InitialWeights.Direction.FORWARD))),
        hidden(2).initial(new InitialWeights.RandomWalk()),
        hidden(2).initial(new InitialWeights.EdgeOfChaos(List.of(0.1))),
        hidden(2).bounds(new BoundsSpec.FromActivation(0.1)));
  }

  @ParameterizedTest
  @MethodSource("studiesThatLookAtTheirActivation")
  void planningEndsWhenItsThreadIsInterrupted(StudyBuilder study) {
    try {
      assertThatThrownBy(() -> interrupting().plan(study.activations("ramp").build()))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
