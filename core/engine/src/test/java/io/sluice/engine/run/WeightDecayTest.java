package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which parameters a decay pulls: the optimizer itself stands still. */
class WeightDecayTest {

  /** Matrices whole and of low rank, biases that are not 0, gains, and trained parameters. */
  private static StudyBuilder study(WeightDecay... decays) {
    LayerSpec normalized = new LayerSpec(3, true, OptionalDouble.of(0.7), 0, false, false, true);
    LayerSpec narrow = new LayerSpec(3, true, OptionalDouble.of(0.7), 1, false, true, false);
    LayerSpec frozen = new LayerSpec(2, true, OptionalDouble.of(0.7), 0, true, false, false);
    return new StudyBuilder()
        .problems(builtIn("xor"))
        .networks(
            new NetworkSpec(
                List.of(normalized, narrow, frozen),
                new LayerSpec(0, true, OptionalDouble.of(0.7), 0, false, false, false),
                false))
        .activations(
            new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(Sharing.UNIT)))
        .optimizers(component("sgd", "learning-rate", 1e-300))
        .weightDecay(decays);
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightDecay.Kind.class,
      names = {"L2", "DECOUPLED"})
  void matricesDecayAndWhatElseIsTrainedOnlyIfAllDoes(WeightDecay.Kind kind) {
    // With a gradient of about nothing, l2 moves weights by 1e-300 · 1e299 of themselves.
    double rate = kind == WeightDecay.Kind.L2 ? 1e299 : 0.1;
    for (WeightDecay.Of of : WeightDecay.Of.values()) {
      Runs runs = Runs.of(study(new WeightDecay(kind, rate, of)));
      double[] start = new double[runs.plan().cells().get(0).weights()];
      runs.plan().cells().get(0).startWeights(0, start);
      double[] end = runs.laboratory().trainedWeights(runs.plan(), 0);
      Task.Fit fit = (Task.Fit) runs.plan().cells().get(0).task();
      for (WeightGroup group : fit.network().groups()) {
        boolean decays = !group.frozen() && (of == WeightDecay.Of.ALL || group.kind().isMatrix());
        double kept = decays ? Math.pow(0.9, 20) : 1;
        for (int i = group.first(); i < group.first() + group.count(); i++) {
          assertThat(Math.abs(end[i] - kept * start[i]))
              .as("%s of %s in layer %d", of, group.kind(), group.layer())
              .isLessThan(1e-12);
        }
      }
    }
  }

  @Test
  void aFunctionHasCoordinatesWhichBothPull() {
    WeightDecay matrices = new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.1);
    WeightDecay all = new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.1, WeightDecay.Of.ALL);
    Runs runs = Runs.of(study(matrices, all).problems(builtIn("sphere")).repeats(1));
    double[] end = runs.laboratory().trainedWeights(runs.plan(), 0);
    double[] start = new double[end.length];
    runs.plan().cells().get(0).startWeights(0, start);
    assertThat(Math.abs(end[0])).isLessThan(0.2 * Math.abs(start[0]));
    assertThat(runs.laboratory().trainedWeights(runs.plan(), 1)).isEqualTo(end);
  }

  @Test
  void theLabelSaysWhatDecays() {
    assertThat(new WeightDecay(WeightDecay.Kind.L2, 0.5).label()).isEqualTo("l2(0.5 matrices)");
    assertThat(new WeightDecay(WeightDecay.Kind.L2, 0.5, WeightDecay.Of.ALL).label())
        .isEqualTo("l2(0.5)");
    assertThat(WeightDecay.NONE.label()).isEqualTo("none");
    assertThatThrownBy(() -> new WeightDecay(WeightDecay.Kind.NONE, 0, WeightDecay.Of.ALL))
        .hasMessage("no decay is a decay of nothing, not of all");
  }
}
