package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Laboratory;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Factor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells that are made when they are asked for are those that there would be if all were kept. */
class ManyCellsTest {

  private static final Laboratory LABORATORY = Laboratories.with();

  private static StudyBuilder crossed() {
    return new StudyBuilder()
        .problems(builtIn("xor"), builtIn("sphere"), example("own", 1, 2))
        .networks(
            NetworkSpec.dense(List.of(2), false, true), NetworkSpec.dense(List.of(3), true, true))
        .activations("tanh", "relu", "sigmoid")
        .optimizers(component("sgd", "learning-rate", 0.1, 0.2), component("sampler", "size", 4.0))
        .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
        .initial(new InitialWeights.Uniform(List.of(1.0, 2.0)));
  }

  private static StudyBuilder trained() {
    return crossed()
        .bounds(new BoundsSpec.AsInitial(), new BoundsSpec.Explicit(-2, 2))
        .batches(Batches.FULL, new Batches(2, Batches.Order.SHUFFLED))
        .schedules(
            StudyBuilder.schedule("cosine", "alpha", 0),
            StudyBuilder.schedule("cosine", "alpha", 1))
        .clipping(Clipping.NONE, new Clipping(Clipping.Kind.NORM, 1))
        .weightDecay(
            WeightDecay.NONE, new WeightDecay(WeightDecay.Kind.L2, 0.1, WeightDecay.Of.ALL));
  }

  private static StudyBuilder leftOut() {
    return crossed()
        .initial(
            new InitialWeights.Scaled(FanScale.values()[0], List.of(1.0, 2.0)),
            new InitialWeights.VariancePreserving(List.of(InitialWeights.Direction.FORWARD)),
            new InitialWeights.EdgeOfChaos(List.of(0.1)))
        .bounds(new BoundsSpec.FromActivation(0.1), new BoundsSpec.FromActivation(0.2));
  }

  /** Studies, and the identities they had when all cells were made at once and kept. */
  private static List<Arguments> studies() {
    return List.of(
        Arguments.of(crossed(), "12df1d4c0d82c61020df1157056763b8"),
        Arguments.of(trained(), "a45d2ecab2b57152d7abeeefaf4365b1"),
        Arguments.of(leftOut(), "4825e6b6de15e133947d52b58624c32b"));
  }

  @ParameterizedTest
  @MethodSource("studies")
  void identityIsThatOfAllCells(StudyBuilder study, String identity) {
    assertThat(LABORATORY.plan(study.build()).identity()).isEqualTo(identity);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void cellsAreNumberedAndDiffer(StudyBuilder study, String identity) {
    List<TrialSetup> cells = LABORATORY.plan(study.build()).cells();
    Set<Map<String, String>> labels = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      assertThat(cells.get(i).cell().index()).isEqualTo(i);
      assertThat(labels.add(cells.get(i).cell().factors())).isTrue();
    }
    assertThatThrownBy(() -> cells.get(cells.size())).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cells.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void levelsAreTheLabelsOfTheCells(StudyBuilder study, String identity) {
    StudyPlan plan = LABORATORY.plan(study.build());
    for (Factor factor : StudyPlan.FACTORS) {
      assertThat(plan.levels(factor))
          .isEqualTo(
              plan.cells().stream()
                  .map(setup -> setup.cell().factor(factor.name()))
                  .distinct()
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void kindsStandForAllCells(StudyBuilder study, String identity) {
    StudyPlan plan = LABORATORY.plan(study.repeats(2).build());
    assertThat(plan.kinds().size()).isLessThan(plan.cells().size());
    assertThat(plan.kinds().stream().mapToLong(StudyPlan.Kind::cells).sum())
        .isEqualTo(plan.cells().size());
    assertThat(plan.largestCost())
        .isEqualTo(2 * plan.cells().stream().mapToDouble(plan::largestCost).sum());
    assertThat(plan.largestCostOfTrial())
        .isEqualTo(plan.cells().stream().mapToDouble(plan::largestCost).max().orElseThrow());
    for (Metric metric : Metric.values()) {
      assertThat(plan.kinds().stream().filter(k -> k.first().has(metric)).mapToLong(k -> k.cells()))
          .satisfies(
              counts ->
                  assertThat(counts.stream().mapToLong(Long::longValue).sum())
                      .isEqualTo(plan.cells().stream().filter(cell -> cell.has(metric)).count()));
    }
  }

  @Test
  void noCellIsKept() {
    List<TrialSetup> cells = LABORATORY.plan(crossed().build()).cells();
    assertThat(cells.get(7)).isNotSameAs(cells.get(7));
    assertThat(cells.get(7).task()).isSameAs(cells.get(7).task());
    assertThat(cells.get(7).key(1)).isEqualTo(cells.get(7).key(1));
  }

  @Test
  void levelsOfCrossedFactorsAreMadeOnceAndNotForEveryCell() {
    AtomicInteger made = new AtomicInteger();
    Scalar counted = new Scalar("counted", x -> x, x -> made.incrementAndGet());
    List<BoundsSpec> bounds =
        IntStream.rangeClosed(1, 5)
            .<BoundsSpec>mapToObj(i -> new BoundsSpec.FromActivation(0.1 * i))
            .toList();
    StudyBuilder study =
        new StudyBuilder()
            .activations("counted")
            .bounds(bounds.toArray(BoundsSpec[]::new))
            .optimizers(component("sgd", "learning-rate", 0.1));
    Laboratory laboratory = Laboratories.with(counted);
    laboratory.plan(study.build());
    int alone = made.getAndSet(0);
    Double[] rates = IntStream.rangeClosed(1, 500).mapToObj(i -> i / 1000.0).toArray(Double[]::new);
    StudyPlan plan =
        laboratory.plan(
            study
                .optimizers(component("sgd", "learning-rate", rates))
                .schedules(
                    StudyBuilder.schedule("cosine", "alpha", 0),
                    StudyBuilder.schedule("cosine", "alpha", 1))
                .build());
    assertThat(plan.cells()).hasSize(1000);
    assertThat(plan.kinds()).hasSize(1);
    assertThat(made.get()).isEqualTo(alone);
  }

  @Test
  void headwayIsToldFromTheFirstCellToTheLast() {
    List<List<Long>> told = new ArrayList<>();
    Double[] rates = IntStream.rangeClosed(1, 5000).mapToObj(i -> i / 1e4).toArray(Double[]::new);
    StudyBuilder study = new StudyBuilder().optimizers(component("sgd", "learning-rate", rates));
    LABORATORY.plan(study.build(), (done, all) -> told.add(List.of(done, all)));
    assertThat(told)
        .containsExactly(List.of(0L, 5000L), List.of(4096L, 5000L), List.of(5000L, 5000L));
  }

  @Test
  void columnsAreThoseOfTheFirstStudies() {
    assertThat(StudyPlan.FACTORS).isEqualTo(Factor.FIRST);
  }
}
