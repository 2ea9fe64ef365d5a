package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An epsilon of 0: what never had a gradient stays, what has one moves as without epsilon. */
class EpsilonTest {

  static Stream<GradientOptimizer> withEpsilon() {
    return Stream.of(new Adam(), new RmsProp());
  }

  @ParameterizedTest
  @MethodSource("withEpsilon")
  void noGradientIsNoUpdateEvenWithoutEpsilon(GradientOptimizer optimizer) {
    double[] still = updates(optimizer, 0, 0, 0, 0);
    assertThat(Arrays.stream(still).map(Math::abs)).containsOnly(0.0);
    double[] later = updates(optimizer, 0, 0, 0, 0.5);
    assertThat(Arrays.stream(later, 0, 2).map(Math::abs)).containsOnly(0.0);
    assertThat(later[2]).isNegative();
  }

  @ParameterizedTest
  @MethodSource("withEpsilon")
  void gradientsOfAnySizeMoveAlike(GradientOptimizer optimizer) {
    double[] expected = updates(optimizer, 0, 1, -2, 0.5);
    for (double size : new double[] {0x1p-400, 0x1p-100, 0x1p300}) {
      assertThat(updates(optimizer, 0, size, -2 * size, 0.5 * size)).containsExactly(expected);
    }
  }

  private static double[] updates(
      GradientOptimizer optimizer, double epsilon, double... gradients) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : optimizer.hyperparameters()) {
      values.put(each.name(), each.value());
    }
    values.put("epsilon", epsilon);
    BlockLayout layout = new BlockLayout(1, 1, 0);
    LaneMemory memory =
        new LaneMemory() {
          @Override
          public BlockLayout layout() {
            return layout;
          }

          @Override
          public double[] block() {
            return layout.newBlock();
          }

          @Override
          public double[] perLane() {
            return new double[1];
          }

          @Override
          public double[] hyperparameter(String name) {
            return new double[] {values.get(name)};
          }
        };
    GradientState state = optimizer.start(memory);
    double[] updates = new double[gradients.length];
    double[] block = layout.newBlock();
    for (int step = 0; step < gradients.length; step++) {
      block[0] = gradients[step];
      state.update(step + 1, 1, layout.newBlock(), block);
      updates[step] = block[0];
    }
    return updates;
  }
}
