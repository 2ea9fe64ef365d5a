package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.study.Validation;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Factor;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stratified splits, folds, rows to validate with, and weights of classes. */
class FoldsTest {

  /** Rows of two classes with their numbers as inputs: so many of the first, and the others. */
  private static Dataset classes(int first, int second) {
    double[][] x = new double[first + second][];
    double[][] y = new double[first + second][];
    for (int row = 0; row < x.length; row++) {
      x[row] = new double[] {row};
      y[row] = new double[] {row < first ? 0 : 1};
    }
    return Dataset.of(x, y);
  }

  private static List<Integer> rows(Dataset data) {
    return IntStream.range(0, data.rows()).map(row -> (int) data.input(row, 0)).boxed().toList();
  }

  private static int[] sizes(Dataset data) {
    int[] sizes = new int[2];
    for (int row = 0; row < data.rows(); row++) {
      sizes[(int) data.output(row, 0)]++;
    }
    return sizes;
  }

  @Test
  void eachClassHasItsShareAndARowOnBothSides() {
    for (long key = 0; key < 30; key++) {
      Validation quarter = Validation.random(0.25).byClass();
      Split split = Split.of(classes(40, 8), quarter, 0, key);
      assertThat(sizes(split.validation())).containsExactly(10, 2);
      assertThat(sizes(split.training())).containsExactly(30, 6);
      List<Integer> all = new ArrayList<>(rows(split.training()));
      all.addAll(rows(split.validation()));
      assertThat(all).doesNotHaveDuplicates().hasSize(48);
      assertThat(rows(split.validation())).isSorted();
      // Two rows of a class part, one stays.
      assertThat(sizes(Split.of(classes(40, 2), quarter, 0, key).validation()))
          .containsExactly(10, 1);
      assertThat(sizes(Split.of(classes(40, 1), quarter, 0, key).validation()))
          .containsExactly(10, 0);
      assertThat(
              sizes(Split.of(classes(3, 3), Validation.random(0.99).byClass(), 0, key).training()))
          .containsExactly(1, 1);
    }
  }

  @Test
  void everyRowIsKeptInOneFold() {
    for (Validation folds : List.of(Validation.folds(5), Validation.folds(5).byClass())) {
      List<Integer> kept = new ArrayList<>();
      for (int fold = 0; fold < 5; fold++) {
        Split split = Split.of(classes(18, 5), folds, fold, 3);
        kept.addAll(rows(split.validation()));
        assertThat(rows(split.training())).doesNotContainAnyElementsOf(rows(split.validation()));
        assertThat(split.training().rows() + split.validation().rows()).isEqualTo(23);
        assertThat(split.validation().rows()).isBetween(4, 5);
        if (folds.stratified()) {
          assertThat(sizes(split.validation())[0]).isBetween(3, 4);
          assertThat(sizes(split.validation())[1]).isEqualTo(1);
        }
      }
      assertThat(kept).hasSize(23).doesNotHaveDuplicates();
    }
  }

  private static StudyBuilder study() {
    return new StudyBuilder()
        .problems(new ProblemSpec.Data("rows", classes(6, 4)))
        .activations("tanh", "relu")
        .optimizers(ComponentSpec.of("sgd"));
  }

  @Test
  void foldsAreAFactorThatOnlyStudiesWithFoldsHave() {
    StudyPlan plan = Laboratories.with().plan(study().validation(Validation.folds(3)).build());
    assertThat(plan.factors()).hasSize(Factor.FIRST.size() + 1).contains(new Factor("fold", "-"));
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("fold") + " " + setup.cell().factor("activation"))
        .containsExactly("1 tanh", "1 relu", "2 tanh", "2 relu", "3 tanh", "3 relu");
    assertThat(plan.cells())
        .extracting(setup -> ((Task.Fit) setup.task()).validation().rows())
        .containsExactly(4, 4, 3, 3, 3, 3);
    assertThat(plan.cells()).extracting(setup -> setup.key(0)).doesNotHaveDuplicates();
    // What starts a network does not depend on the fold.
    double[] first = new double[plan.cells().get(0).weights()];
    plan.cells().get(0).startWeights(1, first);
    double[] second = first.clone();
    plan.cells().get(2).startWeights(1, second);
    assertThat(second).isEqualTo(first);

    assertThat(Laboratories.with().plan(study().build()).factors()).isEqualTo(Factor.FIRST);
  }

  @Test
  void functionsAndProblemsWithRowsOfTheirOwnAreNotSplit() {
    ProblemSpec own =
        new ProblemSpec.Data(
            "own", classes(6, 4), Optional.of(classes(2, 1)), Preparation.NONE, List.of());
    StudyPlan plan =
        Laboratories.with()
            .plan(
                study()
                    .problems(own, builtIn("sphere"))
                    .activations("tanh")
                    .validation(Validation.folds(3))
                    .build());
    assertThat(plan.cells())
        .extracting(setup -> setup.cell().factor("fold"))
        .containsExactly("-", "-");
    Task.Fit fit = (Task.Fit) plan.cells().get(0).task();
    assertThat(rows(fit.data())).hasSize(10);
    assertThat(rows(fit.validation())).containsExactly(0, 1, 2);
  }

  @Test
  void rowsToValidateWithAreScaledByThoseToTrainWithAndDecideTheKey() {
    Preparation scaled = Preparation.scale(Scaling.MIN_MAX, Scaling.NONE);
    StudyBuilder study = study().activations("tanh").metrics(Metric.LOSS, Metric.VALIDATION_LOSS);
    List<String> keys = new ArrayList<>();
    for (int more : new int[] {1, 2}) {
      ProblemSpec own =
          new ProblemSpec.Data(
              "own", classes(6, 4), Optional.of(classes(19, more)), scaled, List.of());
      TrialSetup setup = Laboratories.with().plan(study.problems(own).build()).cells().get(0);
      Dataset validation = ((Task.Fit) setup.task()).validation();
      assertThat(validation.input(18, 0)).isEqualTo(2);
      keys.add(setup.key(0));
    }
    assertThat(keys).doesNotHaveDuplicates();
    assertThatThrownBy(
            () ->
                new ProblemSpec.Data(
                    "own",
                    classes(1, 1),
                    Optional.of(Dataset.of(new double[][] {{1, 2}}, new double[][] {{1}})),
                    Preparation.NONE,
                    List.of()))
        .hasMessageContaining("1 and 1, not 2 and 1");
  }

  private static List<String> complaints(StudyBuilder study) {
    try {
      return List.of(String.join("|", Laboratories.with().plan(study.build()).notes()));
    } catch (StudyPlanException refusal) {
      return refusal.complaints().stream().map(c -> c.path() + ": " + c.message()).toList();
    }
  }

  private static ProblemSpec weighted(Dataset data, Double... weights) {
    return new ProblemSpec.Data(
        "d", data, Preparation.NONE.weighted(ClassWeights.of(Arrays.asList(weights))));
  }

  @Test
  void whatHasNoClassesIsRefusedAndSmallClassesAreNoted() {
    Validation stratified = Validation.random(0.5).byClass();
    ProblemSpec curve = builtIn("sin3x");
    assertThat(complaints(study().problems(curve).validation(stratified)))
        .singleElement()
        .asString()
        .startsWith("validation: sin3x has no classes: its ");
    assertThat(
            complaints(
                study().problems(new ProblemSpec.Data("d", classes(5, 1))).validation(stratified)))
        .containsExactly("d: class 1 has 1 row, which is to train with");
    assertThat(
            complaints(
                study()
                    .problems(new ProblemSpec.Data("d", classes(5, 2)))
                    .validation(Validation.folds(3).byClass())))
        .containsExactly("d: class 1 has 2 rows, so that some folds have none");
    assertThat(
            complaints(
                study()
                    .problems(new ProblemSpec.Data("d", classes(1, 1)))
                    .validation(Validation.folds(3))))
        .containsExactly("validation: d has 2 rows, too few to split into 3 folds");
    assertThat(complaints(study().problems(weighted(classes(5, 2), 1.0, 2.0, 3.0))))
        .containsExactly(
            "problems[0].class-weights: there are 2 classes in"
                + " d[class-weights=1:2:3], but 3 weights");
    assertThat(
            complaints(
                study()
                    .problems(
                        new ProblemSpec.BuiltIn(
                            "",
                            ComponentSpec.of("sin3x"),
                            Preparation.NONE.weighted(ClassWeights.BALANCED)))))
        .singleElement()
        .asString()
        .startsWith("problems[0].class-weights: sin3x[class-weights=balanced] has no classes");
  }

  @Test
  void aClassThatIsNotLeftToTrainWithIsNoted() {
    StudyBuilder study = study().problems(new ProblemSpec.Data("d", classes(8, 2)));
    assertThat(complaints(study.validation(Validation.last(0.2))))
        .containsExactly(
            "d: no row of class 1 is left to train with; validation can be stratified");
    assertThat(complaints(study.validation(Validation.last(0.1)))).containsExactly("");
    assertThat(complaints(study.validation(Validation.random(0.2).byClass()))).containsExactly("");
  }

  @Test
  void classesAreInTheOrderOfTargetsOrOfOneHotOutputs() {
    Dataset oneHot =
        Dataset.of(
            new double[][] {{1}, {2}, {3}, {4}},
            new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {1, 0, 0}});
    assertThat(RowClasses.of(oneHot).ofRow()).containsExactly(2, 0, 1, 0);
    assertThat(RowClasses.of(oneHot).name(2)).isEqualTo("3");
    assertThat(RowClasses.of(classes(1, 2)).ofRow()).containsExactly(0, 1, 1);
    assertThat(RowClasses.of(classes(1, 2)).name(1)).isEqualTo("1");
  }

  /** The first loss of a linear unit with weights 0: every row has the loss ln 2. */
  private static double firstLoss(ProblemSpec problem, Loss loss) {
    return Runs.of(
            new StudyBuilder()
                .repeats(1)
                .loss(loss)
                .problems(problem)
                .networks(NetworkSpec.dense(List.of(), false, true))
                .initial(new InitialWeights.Explicit(List.of(0.0, 1.0))))
        .results()
        .get(0)
        .initialLoss();
  }

  @Test
  void aLossWithWeightsIsTheirMean() {
    Dataset data = classes(3, 1);
    double zero = Math.log1p(Math.exp(1));
    double one = Math.log1p(Math.exp(-1));
    Loss loss = Loss.BINARY_CROSS_ENTROPY;
    assertThat(firstLoss(new ProblemSpec.Data("d", data), loss))
        .isCloseTo((3 * zero + one) / 4, within(1e-15));
    assertThat(firstLoss(weighted(data, 1.0, 5.0), loss))
        .isCloseTo((3 * zero + 5 * one) / 8, within(1e-15));
    ProblemSpec balanced =
        new ProblemSpec.Data("d", data, Preparation.NONE.weighted(ClassWeights.BALANCED));
    assertThat(firstLoss(balanced, loss)).isCloseTo((zero + one) / 2, within(1e-15));
    assertThat(firstLoss(weighted(data, 7.0, 7.0), loss))
        .isCloseTo((3 * zero + one) / 4, within(1e-15));
  }

  @Test
  void gradientsAreWeightedAsLossesAre() {
    // A row twice is a row of weight 2.
    Dataset once = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0}, {1}});
    Dataset twice = Dataset.of(new double[][] {{1}, {2}, {2}}, new double[][] {{0}, {1}, {1}});
    List<List<Double>> losses = new ArrayList<>();
    for (ProblemSpec problem :
        List.of(weighted(once, 1.0, 2.0), new ProblemSpec.Data("d[class-weights=1:2]", twice))) {
      List<Double> measured = new ArrayList<>();
      Runs.of(
              new StudyBuilder()
                  .repeats(2)
                  .problems(problem)
                  .loss(Loss.BINARY_CROSS_ENTROPY)
                  .cadence(Cadence.every(1)))
          .events(1, 0)
          .forEach(
              event -> {
                if (event instanceof TrialEvent.Measured) {
                  measured.add(((TrialEvent.Measured) event).value());
                }
              });
      losses.add(measured);
    }
    assertThat(losses.get(0)).hasSizeGreaterThan(40);
    for (int i = 0; i < losses.get(0).size(); i++) {
      assertThat(losses.get(0).get(i)).isCloseTo(losses.get(1).get(i), within(1e-14));
    }
  }

  @Test
  void foldsAndWeightsHaveTheSameBitsInAnyBlock() {
    Runs runs =
        Runs.of(
            study()
                .problems(weighted(classes(6, 4), 1.0, 3.0), builtIn("two-moons"))
                .optimizers(component("sgd", "learning-rate", 0.1, 0.3))
                .validation(Validation.folds(2).byClass())
                .cadence(Cadence.every(7))
                .metrics(Metric.LOSS, Metric.VALIDATION_LOSS, Metric.VALIDATION_ACCURACY));
    List<TrialEvent> alone = runs.events(1, 1);
    assertThat(runs.events(2, 3)).isEqualTo(alone);
    assertThat(runs.events(1, 128)).isEqualTo(alone);
  }
}
