package io.sluice.optimizers.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.math.Normal;
import io.sluice.optimizers.BoxSpace;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrialLanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many standard normal numbers at a time. */
class GaussiansTest {

  /** The largest distance from Φ: Kolmogorov's bound is exceeded once in 10,000 samples. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 128, 129, 1000})
  void theirDistributionIsNormal(int length) {
    Gaussians gaussians = new Gaussians(new RandomStream(length));
    double[] all = new double[20_000 / length * length];
    double[] part = new double[length];
    for (int from = 0; from < all.length; from += length) {
      gaussians.fill(part);
      System.arraycopy(part, 0, all, from, length);
    }
    Arrays.sort(all);
    double most = 0;
    for (int i = 0; i < all.length; i++) {
      most = Math.max(most, Math.abs(Normal.cumulative(all[i]) - (i + 0.5) / all.length));
    }
    assertThat(most * Math.sqrt(all.length)).isLessThan(2.23);
  }

  @Test
  void neighboursAreIndependent() {
    Gaussians gaussians = new Gaussians(new RandomStream(5));
    double[] all = new double[20_000];
    gaussians.fill(all);
    for (int lag : new int[] {1, 2, 63, 64, 65, 128}) {
      double sum = 0;
      for (int i = lag; i < all.length; i++) {
        sum += all[i] * all[i - lag];
      }
      assertThat(sum / Math.sqrt(all.length)).as("lag %s", lag).isBetween(-4.0, 4.0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100, 128, 129, 300})
  void lanesHaveTheNumbersOfTheirStreams(int rows) {
    List<PopulationOptimizer> optimizers = List.of(new Snes(), new Snes(), new Snes());
    BoxSpace box = BoxSpace.cube(1, -1, 1, WeightPolicy.CLIP);
    TrialLanes lanes =
        new TrialLanes(
            optimizers,
            List.of(box, box, box),
            List.of(new RandomStream(0), new RandomStream(1), new RandomStream(2)));
    Gaussians together = new Gaussians(lanes);
    List<Gaussians> alone = new ArrayList<>();
    for (int key = 0; key < 3; key++) {
      alone.add(new Gaussians(new RandomStream(key)));
    }
    double[] all = new double[3 * rows + 2];
    double[] one = new double[rows];
    for (int round = 0; round < 4; round++) {
      if (round == 2) {
        lanes.remove(0);
        alone.set(0, alone.remove(2));
      }
      together.fill(all, 2, rows);
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        alone.get(lane).fill(one);
        for (int row = 0; row < rows; row++) {
          assertThat(all[2 + row * lanes.lanes() + lane]).isEqualTo(one[row]);
        }
      }
    }
  }
}
