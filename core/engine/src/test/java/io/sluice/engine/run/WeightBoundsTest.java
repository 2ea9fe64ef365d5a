package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightBoundsTest {

  /** Takes huge steps and writes down the weights it is shown. */
  private record Watching(List<Double> seen) implements GradientOptimizer {
    Watching() {
      this(Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public String id() {
      return "watching";
    }

    @Override
    public GradientState start(LaneMemory memory) {
      BlockLayout layout = memory.layout();
      return (step, lanes, weights, gradients) -> {
        for (int p = 0; p < layout.parameters(); p++) {
          for (int i = layout.row(p); i < layout.row(p) + lanes; i++) {
            seen.add(weights[i]);
            gradients[i] *= -50;
          }
        }
      };
    }
  }

  private static List<Double> seenUnder(WeightPolicy policy) {
    Watching watching = new Watching();
    StudyBuilder study =
        new StudyBuilder()
            .problems(builtIn("xor"))
            .networks(NetworkSpec.dense(List.of(2), true, true))
            .optimizers(ComponentSpec.of("watching"))
            .policies(policy)
            .bounds(new BoundsSpec.Explicit(-0.3, 0.7));
    Runs.of(study, watching).results();
    assertThat(watching.seen()).hasSizeGreaterThan(500);
    return watching.seen();
  }

  @Test
  void gradientTrialsNeverSeeAWeightBeyondItsBounds() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      if (policy != WeightPolicy.NONE) {
        assertThat(seenUnder(policy)).as(policy.id()).allMatch(w -> w >= -0.3 && w <= 0.7);
      }
    }
  }

  @Test
  void withoutAPolicyWeightsLeaveTheBounds() {
    assertThat(seenUnder(WeightPolicy.NONE)).anyMatch(w -> w > 10);
  }

  @Test
  void populationsAreEvaluatedWithinTheBounds() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      List<Double> sums = Collections.synchronizedList(new ArrayList<>());
      Activation watching =
          new Scalar(
              "watching",
              x -> {
                sums.add(x);
                return x;
              },
              x -> 1);
      StudyBuilder study =
          new StudyBuilder()
              .problems(example("far", 1, 100))
              .networks(NetworkSpec.dense(List.of(), true, false))
              .activations("watching")
              .optimizers(component("sampler", "width", 5.0))
              .policies(policy)
              .bounds(new BoundsSpec.Explicit(-0.3, 0.7));
      Runs.of(study, watching).events(1, 1);
      boolean inside = sums.stream().allMatch(w -> w >= -0.3 && w <= 0.7);
      assertThat(sums).hasSizeGreaterThan(150);
      assertThat(inside).as(policy.id()).isEqualTo(policy != WeightPolicy.NONE);
    }
  }

  @Test
  void reflectFlipReversesTheFirstMoment() {
    assertThat(moving(WeightPolicy.REFLECT_FLIP)).isEqualTo(byHand(true));
    assertThat(moving(WeightPolicy.REFLECT)).isEqualTo(byHand(false));
    assertThat(byHand(true)).isNotEqualTo(byHand(false));
  }

  /** One weight w in [-1, 1] from 0.75, loss (w + 3)², twenty steps of momentum. */
  private static double moving(WeightPolicy policy) {
    List<TrialResult> results =
        Runs.of(
                new StudyBuilder()
                    .repeats(1)
                    .problems(example("beyond", 1, -3))
                    .networks(NetworkSpec.dense(List.of(), true, false))
                    .activations("identity")
                    .initial(new InitialWeights.Explicit(List.of(0.75)))
                    .optimizers(ComponentSpec.of("momentum"))
                    .policies(policy)
                    .bounds(new BoundsSpec.Explicit(-1, 1)))
            .results();
    return results.get(0).finalLoss();
  }

  private static double byHand(boolean flip) {
    double weight = 0.75;
    double moment = 0;
    for (int step = 1; step <= 20; step++) {
      moment = 0.5 * moment + 2 * (weight + 3);
      weight += -0.25 / step * moment;
      while (weight < -1 || weight > 1) {
        weight = weight > 1 ? 2 - weight : -2 - weight;
        moment = flip ? -moment : moment;
      }
    }
    return (weight + 3) * (weight + 3);
  }

  @Test
  void startWeightsBeyondTheBoundsAreKeptWithinThem() {
    StudyBuilder study =
        new StudyBuilder()
            .repeats(1)
            .problems(example("one", 1, 0))
            .networks(NetworkSpec.dense(List.of(), true, false))
            .activations("identity")
            .initial(new InitialWeights.Explicit(List.of(5.0)))
            .bounds(new BoundsSpec.Explicit(-1, 3));
    assertThat(Runs.of(study.policies(WeightPolicy.CLIP)).results().get(0).initialLoss())
        .isEqualTo(9);
    assertThat(Runs.of(study.policies(WeightPolicy.REFLECT)).results().get(0).initialLoss())
        .isEqualTo(1);
    assertThat(Runs.of(study.policies(WeightPolicy.NONE)).results().get(0).initialLoss())
        .isEqualTo(25);
  }
}
