package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundLogitsTest {

  /** Declares a range; nothing else matters here. */
  private record Ranged(String id, Interval range) implements Activation {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  private static final Component[] RANGED = {
    new Ranged("share", Interval.open(0, 1)),
    new Ranged("positive", Interval.atLeast(0)),
    new Ranged("both", Interval.closed(-1, 1)),
    new Ranged("shallow", Interval.above(-0.25)),
    new Ranged("any", Interval.REALS)
  };

  private static List<String> notes(Loss loss, NetworkSpec network, String... activations) {
    ProblemSpec classes = new ProblemSpec.BuiltIn("", component("iris", "one-hot", 1.0));
    return Laboratories.with(RANGED)
        .plan(
            new StudyBuilder()
                .problems(classes)
                .loss(loss)
                .networks(network, NetworkSpec.dense(List.of(2), false, true))
                .activations(activations)
                .build())
        .notes();
  }

  private static NetworkSpec activated() {
    return NetworkSpec.dense(List.of(3), true, true);
  }

  @Test
  void anOutputLayerThatCannotGiveEveryNumberIsNotedUnderACrossEntropy() {
    for (Loss loss : List.of(Loss.BINARY_CROSS_ENTROPY, Loss.SOFTMAX_CROSS_ENTROPY)) {
      assertThat(notes(loss, activated(), "share", "any", "positive"))
          .containsExactly(
              loss.id()
                  + " takes outputs as logits, which are any numbers, but the activated output"
                  + " layer gives only those of share in (0, 1), positive in [0, ∞): that limits"
                  + " the probabilities; linear outputs, without output: activated, do not");
    }
  }

  @Test
  void manyActivationsAreOneNote() {
    assertThat(
            notes(Loss.BINARY_CROSS_ENTROPY, activated(), "share", "positive", "both", "shallow"))
        .singleElement()
        .asString()
        .contains("share in (0, 1), positive in [0, ∞), both in [-1, 1] and of 1 more: ");
  }

  @Test
  void nothingIsNotedWhereOutputsAreLinearOrNumbersOrAnyNumbers() {
    NetworkSpec linear = NetworkSpec.dense(List.of(3), false, true);
    assertThat(notes(Loss.BINARY_CROSS_ENTROPY, linear, "share", "positive")).isEmpty();
    assertThat(notes(Loss.MSE, activated(), "share", "positive")).isEmpty();
    assertThat(notes(Loss.BINARY_CROSS_ENTROPY, activated(), "any")).isEmpty();
  }

  @Test
  void aResidualOutputIsNotLimited() {
    LayerSpec hidden = LayerSpec.dense(3, true);
    LayerSpec residual = new LayerSpec(0, true, hidden.initialBias(), 0, false, true, false);
    NetworkSpec network = new NetworkSpec(List.of(hidden), residual, true);
    assertThat(notes(Loss.SOFTMAX_CROSS_ENTROPY, network, "share")).isEmpty();
  }
}
