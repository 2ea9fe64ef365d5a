package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricCheckTest {

  private static List<String> complaints(StudyBuilder study) {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class, () -> Laboratories.with().plan(study.build()));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.complaints().stream().map(c -> c.path() + ": " + c.message()).toList();
  }

  private static StudyBuilder xor() {
    return new StudyBuilder().problems(builtIn("xor"));
  }

  @Test
  void metricsOfValidationNeedRows() {
    assertThat(complaints(xor().metrics(Metric.LOSS, Metric.VALIDATION_LOSS)))
        .containsExactly("metrics[1]: validation-loss needs the key validation, such as 0.25");
  }

  @Test
  void metricsThatNoProblemHasAreRefused() {
    assertThat(complaints(xor().problems(builtIn("sin3x")).metrics(Metric.ACCURACY)))
        .containsExactly(
            "metrics[0]: accuracy has no meaning here: no problem has targets that are classes");
    ProblemSpec zeroAndOne = new ProblemSpec.BuiltIn("", component("xor", "low", 0.0));
    assertThat(
            complaints(
                xor().problems(zeroAndOne).loss(Loss.BINARY_CROSS_ENTROPY).metrics(Metric.R2)))
        .containsExactly(
            "metrics[0]: r2 has no meaning here: it is for problems with data and losses other"
                + " than cross-entropies");
    assertThat(complaints(xor().problems(builtIn("sphere")).validation(0.5)))
        .containsExactly("validation: no problem has rows to keep from training");
  }

  @Test
  void metricsOfLayersAndBoundsNeedThem() {
    StudyBuilder linear =
        xor()
            .networks(NetworkSpec.dense(List.of(), false, true))
            .metrics(Metric.SATURATED, Metric.GRADIENT_NORM);
    assertThat(complaints(linear))
        .containsExactly(
            "metrics[0]: saturated has no meaning here: no network has a layer with an"
                + " activation");
    assertThat(complaints(xor().problems(builtIn("sphere")).metrics(Metric.GRADIENT_NORM)))
        .containsExactly("metrics[0]: gradient-norm has no meaning here: no problem has data");
    assertThat(
            complaints(xor().optimizers(ComponentSpec.of("sampler")).metrics(Metric.UPDATE_RATIO)))
        .containsExactly(
            "metrics[0]: update-ratio has no meaning here: it is for networks trained by an"
                + " optimizer with a gradient");
    assertThat(complaints(xor().metrics(Metric.AT_BOUND, Metric.BOUND_CONTACTS)))
        .containsExactly(
            "metrics[1]: bound-contacts has no meaning here: no cell has bounds and a weight"
                + " policy other than none");
    InitialWeights unbounded = new InitialWeights.Explicit(Collections.nCopies(5, 0.5));
    StudyBuilder free = xor().networks(NetworkSpec.dense(List.of(1), true, true));
    assertThat(complaints(free.initial(unbounded).metrics(Metric.AT_BOUND)))
        .containsExactly("metrics[0]: at-bound has no meaning here: no cell has bounds");
  }

  @Test
  void probesThatNoCellHasAreRefusedWithTheReason() {
    StudyBuilder single =
        new StudyBuilder()
            .networks(NetworkSpec.dense(List.of(), false, true))
            .metrics(
                Metric.AFFINE_GAP,
                Metric.SECOND_DIFFERENCE,
                Metric.SEPARABILITY,
                Metric.BOUNDARY_FLATNESS,
                Metric.DEPTH_RATIO);
    assertThat(complaints(single))
        .containsExactly(
            "metrics[0]: affine-gap has no meaning here: it needs data with at least two rows more"
                + " than inputs, for affine maps pass through fewer",
            "metrics[1]: second-difference has no meaning here: it needs data with two rows or"
                + " more",
            "metrics[2]: separability has no meaning here: it is for networks with a hidden layer"
                + " and targets of two classes",
            "metrics[3]: boundary-flatness has no meaning here: it is for networks of two inputs"
                + " and targets of two classes",
            "metrics[4]: depth-ratio has no meaning here: no network has two layers with"
                + " parameters");
    assertThat(complaints(xor().loss(Loss.MAE).metrics(Metric.LINEAR_FLOOR, Metric.PIECES)))
        .containsExactly(
            "metrics[0]: linear-floor has no meaning here: it is for problems with data and the"
                + " loss mse without weights of classes",
            "metrics[1]: pieces has no meaning here: it is for networks of one input whose"
                + " activations are straight between kinks, such as relu, and not trained");
    assertThat(
            complaints(
                xor().optimizers(ComponentSpec.of("sampler")).metrics(Metric.GRADIENT_COSINE)))
        .containsExactly(
            "metrics[0]: gradient-cosine has no meaning here: it is for optimizers with a"
                + " gradient");
    assertThat(complaints(xor().problems(builtIn("sphere")).metrics(Metric.TANGENT_CHANGE)))
        .containsExactly(
            "metrics[0]: tangent-change has no meaning here: no network has parameters");
  }

  @Test
  void aMetricOfOneProblemIsEnough() {
    StudyBuilder study =
        xor()
            .problems(builtIn("xor"), builtIn("sin3x"), builtIn("sphere"))
            .metrics(Metric.ACCURACY, Metric.LOSS);
    assertThat(Laboratories.with().plan(study.build()).cells()).hasSize(3);
  }

  @Test
  void oneRowCannotBeSplit() {
    assertThat(complaints(new StudyBuilder().validation(0.5)))
        .containsExactly("validation: single-example has 1 row, too few to split");
  }

  @Test
  void dataThatDoNotSuitTheLossAreRefused() {
    assertThat(complaints(xor().loss(Loss.BINARY_CROSS_ENTROPY)))
        .containsExactly(
            "loss: binary-cross-entropy needs targets from 0 to 1, not -1, as xor has");
  }

  @Test
  void metricsThatAreNeverMeasuredAreNoted() {
    StudyBuilder study = xor().metrics(Metric.ACCURACY);
    String note = "nothing is measured: there are metrics, but measure is none";
    assertThat(Laboratories.with().plan(study.build()).notes()).contains(note);
    study.cadence(Cadence.every(5));
    assertThat(Laboratories.with().plan(study.build()).notes()).doesNotContain(note);
  }

  @Test
  void lossesWithOtherNumbersAndOtherMetricsAreOtherStudies() {
    List<StudyBuilder> studies =
        List.of(
            xor(),
            xor().loss(Loss.huber(1)),
            xor().loss(Loss.huber(0.5)),
            xor().loss(Loss.LOG_COSH),
            xor().metrics(Metric.ACCURACY),
            xor().metrics(Metric.LOSS));
    assertThat(studies.stream().map(study -> Laboratories.with().plan(study.build()).id()))
        .doesNotHaveDuplicates();
  }
}
