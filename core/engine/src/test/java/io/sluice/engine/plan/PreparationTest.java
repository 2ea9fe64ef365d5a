package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.study.Validation;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {

  private static final Preparation BOTH = Preparation.scale(Scaling.STANDARDISE, Scaling.MIN_MAX);

  private static Dataset column(double... numbers) {
    double[][] rows = new double[numbers.length][];
    double[][] outputs = new double[numbers.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[] {numbers[row]};
      outputs[row] = new double[] {10 * numbers[row]};
    }
    return Dataset.of(rows, outputs);
  }

  private static double[] inputs(Dataset data) {
    double[] inputs = new double[data.rows()];
    for (int row = 0; row < inputs.length; row++) {
      inputs[row] = data.input(row, 0);
    }
    return inputs;
  }

  private static double[] outputs(Dataset data) {
    double[] outputs = new double[data.rows()];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = data.output(row, 0);
    }
    return outputs;
  }

  @Test
  void scalingLooksAtTheRowsToTrainWithOnly() {
    // Mean 3, variance (4 + 0 + 4) / 3 of 1, 3, 5; the kept row 9 is far outside.
    Split split =
        Split.of(column(1, 3, 5, 9), Validation.last(0.25), 0, 1).prepared(BOTH, 1, note -> {});

    double deviation = Math.sqrt(8.0 / 3);
    assertThat(inputs(split.training())).containsExactly(-2 / deviation, 0, 2 / deviation);
    assertThat(outputs(split.training())).containsExactly(0, 0.5, 1);
    assertThat(inputs(split.validation())).containsExactly(6 / deviation);
    assertThat(outputs(split.validation())).containsExactly(2);
  }

  @Test
  void aConstantColumnBecomesZeroAndOthersAreOnlyMoved() {
    for (Scaling scaling : List.of(Scaling.STANDARDISE, Scaling.MIN_MAX)) {
      Split split =
          Split.of(column(0.1, 0.1, 0.1, 0.6), Validation.last(0.25), 0, 1)
              .prepared(Preparation.scale(scaling, Scaling.NONE), 1, note -> {});
      assertThat(inputs(split.training())).containsExactly(0, 0, 0);
      assertThat(inputs(split.validation())).containsExactly(0.5);
      assertThat(outputs(split.validation())).containsExactly(6);
    }
  }

  @Test
  void standardisedColumnsHaveMeanZeroAndDeviationOne() {
    Dataset data =
        fit(new ProblemSpec.BuiltIn("", ComponentSpec.of("friedman-2"), BOTH), Validation.NONE)
            .data();
    for (int column = 0; column < 4; column++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < 100; row++) {
        sum += data.input(row, column);
        squares += data.input(row, column) * data.input(row, column);
      }
      assertThat(sum / 100).isCloseTo(0, within(1e-14));
      assertThat(squares / 100).isCloseTo(1, within(1e-13));
    }
    assertThat(outputs(data)).contains(0.0, 1.0);
    for (double output : outputs(data)) {
      assertThat(output).isBetween(0.0, 1.0);
    }
  }

  @Test
  void noiseComesAfterScalingAndLeavesKeptRowsAlone() {
    double[] numbers = new double[4000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    Split clean =
        Split.of(column(numbers), Validation.last(0.5), 0, 1).prepared(BOTH, 5, note -> {});
    Split noisy =
        Split.of(column(numbers), Validation.last(0.5), 0, 1)
            .prepared(BOTH.noise(0.3, 0), 5, note -> {});

    assertThat(noisy.validation()).usingRecursiveComparison().isEqualTo(clean.validation());
    assertThat(outputs(noisy.training())).isEqualTo(outputs(clean.training()));
    double squares = 0;
    for (int row = 0; row < 2000; row++) {
      double shift = noisy.training().input(row, 0) - clean.training().input(row, 0);
      squares += shift * shift / 2000;
    }
    assertThat(Math.sqrt(squares)).isCloseTo(0.3, within(0.02));
  }

  private static Task.Fit fit(ProblemSpec problem, Validation validation) {
    return fits(new StudyBuilder().problems(problem).validation(validation)).get(0);
  }

  private static List<Task.Fit> fits(StudyBuilder study) {
    return Laboratories.with().plan(study.build()).cells().stream()
        .map(setup -> (Task.Fit) setup.task())
        .toList();
  }

  private static ProblemSpec data(Preparation preparation) {
    return new ProblemSpec.Data("line", column(1, 2, 3, 4, 5, 6, 7, 8), preparation);
  }

  @Test
  void noiseDependsOnTheSeedAndTheProblemAlone() {
    Preparation noise = Preparation.NONE.noise(0.1, 0.1);
    StudyBuilder study =
        new StudyBuilder()
            .problems(data(noise))
            .optimizers(component("sgd", "learning-rate", 0.1, 0.2));
    List<Task.Fit> fits = fits(study);
    double[] first = inputs(fits.get(0).data());
    assertThat(inputs(fits.get(1).data())).isEqualTo(first);
    assertThat(inputs(fits(study.seed(8)).get(0).data())).isNotEqualTo(first);
    study.seed(7).problems(data(Preparation.NONE.noise(0.1, 0)));
    assertThat(inputs(fits(study).get(0).data())).isEqualTo(first);
  }

  @Test
  void preparationsOfAProblemHaveOneSplitAndAreToldApartByTheirLabels() {
    StudyBuilder study =
        new StudyBuilder()
            .validation(0.25)
            .problems(data(Preparation.NONE), data(BOTH), data(BOTH.noise(0.5, 0.25)));
    List<TrialSetup> cells = Laboratories.with().plan(study.build()).cells();
    assertThat(cells)
        .extracting(setup -> setup.cell().factor("problem"))
        .containsExactly(
            "line",
            "line[inputs=standardise outputs=min-max]",
            "line[inputs=standardise inputs-noise=0.5 outputs=min-max outputs-noise=0.25]");
    double[] kept = outputs(((Task.Fit) cells.get(0).task()).validation());
    double[] training = outputs(((Task.Fit) cells.get(0).task()).data());
    double least = Arrays.stream(training).min().getAsDouble();
    double width = Arrays.stream(training).max().getAsDouble() - least;
    for (TrialSetup scaled : cells.subList(1, 3)) {
      double[] scaledKept = outputs(((Task.Fit) scaled.task()).validation());
      for (int row = 0; row < kept.length; row++) {
        assertThat(scaledKept[row]).isEqualTo((kept[row] - least) / width);
      }
    }
  }

  private static void assertRefused(StudyBuilder study, String complaint) {
    assertThatThrownBy(() -> Laboratories.with().plan(study.build()))
        .isInstanceOfSatisfying(
            StudyPlanException.class,
            refused ->
                assertThat(refused.complaints())
                    .extracting(each -> each.path() + ": " + each.message())
                    .containsExactly(complaint));
  }

  @Test
  void outputsThatAreClassesStayAsTheyAre() {
    ProblemSpec iris = new ProblemSpec.BuiltIn("", ComponentSpec.of("iris"), BOTH);
    assertRefused(
        new StudyBuilder().problems(iris).loss(Loss.SOFTMAX_CROSS_ENTROPY),
        "problems[0]: the outputs of iris[inputs=standardise outputs=min-max] are classes"
            + " (softmax-cross-entropy takes them as probabilities), which are neither scaled nor"
            + " given noise: prepare the inputs only, such as scale: {inputs: standardise}");
    ProblemSpec xor =
        new ProblemSpec.BuiltIn("", ComponentSpec.of("xor"), Preparation.NONE.noise(0, 0.1));
    assertRefused(
        new StudyBuilder().problems(xor),
        "problems[0]: the outputs of xor[outputs-noise=0.1] are classes (they are two numbers"
            + " only), which are neither scaled nor given noise: prepare the inputs only, such as"
            + " scale: {inputs: standardise}");
  }

  @Test
  void inputsOfClassesMayBeScaledAndAccuracyIsKnown() {
    ProblemSpec iris =
        new ProblemSpec.BuiltIn(
            "", ComponentSpec.of("iris"), Preparation.scale(Scaling.STANDARDISE, Scaling.NONE));
    Task.Fit fit = fits(new StudyBuilder().problems(iris).loss(Loss.SOFTMAX_CROSS_ENTROPY)).get(0);
    assertThat(fit.accuracy()).isNotNull();
    assertThat(fit.data().outputs()).isEqualTo(3);
  }

  @Test
  void classesAsNumbersAreNotForSoftmaxButCouldBeOneHot() {
    assertRefused(
        new StudyBuilder()
            .problems(StudyBuilder.builtIn("circles"))
            .loss(Loss.SOFTMAX_CROSS_ENTROPY),
        "loss: softmax-cross-entropy needs an output for each class, at least 2, not 1, as circles"
            + " has; give it one-hot: true");
  }

  /** Of any size, with exact halves of the standard deviation between them. */
  @ParameterizedTest
  @ValueSource(
      doubles = {1, 4.9e-324, 1e-320, 1e-308, 1e-200, 1e-161, 1e-30, 1e30, 1e155, 1e200, 2.9e307})
  void columnsOfAnySizeAreScaled(double size) {
    Split split = standardised(-3 * size, -size, size, 3 * size);
    assertThat(inputs(split.training()))
        .containsExactly(
            new double[] {-3 / Math.sqrt(5), -1 / Math.sqrt(5), 1 / Math.sqrt(5), 3 / Math.sqrt(5)},
            within(4e-16));
    Split ranged =
        Split.of(alone(-2 * size, 0, 2 * size), Validation.NONE, 0, 1)
            .prepared(Preparation.scale(Scaling.MIN_MAX, Scaling.NONE), 1, note -> {});
    assertThat(inputs(ranged.training())).containsExactly(0, 0.5, 1);
  }

  @Test
  void theFarthestNumbersThereAreAreScaled() {
    Split split = standardised(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertThat(inputs(split.training())).containsExactly(-1, 1);
    assertThat(inputs(standardised(0, 1e-200).training())).containsExactly(-1, 1);
    assertThat(inputs(standardised(-1e-300, 1e200, 1e200, -1e-300).training()))
        .containsExactly(-1, 1, 1, -1);
  }

  /**
   * Beside 10^9 a spread of 1e-4 keeps three digits, of which neither mean nor deviation lose any.
   */
  @Test
  void aSmallSpreadBesideALargeMeanKeepsItsDigits() {
    double[] numbers = new double[1000];
    double[] spread = new double[1000];
    for (int i = 0; i < numbers.length; i++) {
      spread[i] = (i * 7919 % 1000) * 0x1p-20;
      numbers[i] = 1e9 + spread[i];
    }
    assertThat(inputs(standardised(numbers).training()))
        .containsExactly(inputs(standardised(spread).training()), within(1e-13));
  }

  @Test
  void whatDiffersByRoundingOnlyIsMovedAndTold() {
    for (double[] numbers :
        new double[][] {
          {0.3, 0.30000000000000004},
          {1.7e9, 1700000000.000001},
          {-1e-200, -1.0000000000000002e-200}
        }) {
      for (Scaling scaling : List.of(Scaling.STANDARDISE, Scaling.MIN_MAX)) {
        List<String> notes = new ArrayList<>();
        Split split =
            Split.of(column(numbers), Validation.NONE, 0, 1)
                .prepared(Preparation.scale(scaling, Scaling.NONE), 1, notes::add);
        for (double input : inputs(split.training())) {
          assertThat(Math.abs(input)).isLessThan(1e-5);
        }
        assertThat(notes)
            .containsExactly(
                "input 1 differs by no more than rounding in the rows to train with: it is moved,"
                    + " not stretched");
      }
    }
    // A little more than rounding is data.
    assertThat(inputs(standardised(1, 1 + 0x1p-48).training())).containsExactly(-1, 1);
  }

  /** One input, and outputs that do not matter. */
  private static Dataset alone(double... numbers) {
    double[][] rows = new double[numbers.length][];
    double[][] outputs = new double[numbers.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[] {numbers[row]};
      outputs[row] = new double[] {row};
    }
    return Dataset.of(rows, outputs);
  }

  private static Split standardised(double... numbers) {
    return Split.of(alone(numbers), Validation.NONE, 0, 1)
        .prepared(
            Preparation.scale(Scaling.STANDARDISE, Scaling.NONE),
            1,
            note -> {
              throw new AssertionError(note);
            });
  }

  @Test
  void functionsHaveNothingToPrepare() {
    ProblemSpec sphere = new ProblemSpec.BuiltIn("", ComponentSpec.of("sphere"), BOTH);
    assertRefused(
        new StudyBuilder().problems(sphere),
        "problems[0]: sphere is refused: it has no data to be scaled or to get noise or features");
  }
}
