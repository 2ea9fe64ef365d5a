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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    Split split = Split.of(column(1, 3, 5, 9), Validation.last(0.25), 1).prepared(BOTH, 1);

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
          Split.of(column(0.1, 0.1, 0.1, 0.6), Validation.last(0.25), 1)
              .prepared(Preparation.scale(scaling, Scaling.NONE), 1);
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
    Split clean = Split.of(column(numbers), Validation.last(0.5), 1).prepared(BOTH, 5);
    Split noisy =
        Split.of(column(numbers), Validation.last(0.5), 1).prepared(BOTH.noise(0.3, 0), 5);

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

  @Test
  void numbersTooFarApartAreAComplaint() {
    ProblemSpec far =
        new ProblemSpec.Data(
            "far", column(-1e307, 0, 1e307), Preparation.scale(Scaling.NONE, Scaling.MIN_MAX));
    assertRefused(
        new StudyBuilder().problems(far),
        "problems[0]: far[outputs=min-max] cannot be prepared: numbers from -1e308 to 1e308 are"
            + " too far apart");
  }

  @Test
  void functionsHaveNothingToPrepare() {
    ProblemSpec sphere = new ProblemSpec.BuiltIn("", ComponentSpec.of("sphere"), BOTH);
    assertRefused(
        new StudyBuilder().problems(sphere),
        "problems[0]: sphere is refused: it has no data to be scaled or to get noise");
  }
}
