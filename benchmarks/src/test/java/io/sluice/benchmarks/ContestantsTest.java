package io.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContestantsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1", "2-16-16-1", "64-128-10"})
  void computeTheSameTraining(String name) {
    Case training = Case.named(name).withSteps(40);
    double[] sluice = new SluiceTraining().losses(training);
    double[] tight = new TightTraining().losses(training);
    double[] objects = new ObjectTraining().losses(training);
    assertThat(sluice).hasSize(4).doesNotHaveDuplicates();
    for (int start = 0; start < sluice.length; start++) {
      assertThat(tight[start]).isCloseTo(sluice[start], within(1e-9));
      assertThat(objects[start]).isCloseTo(sluice[start], within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1-adamm", "1-1-1-de-rand-1", "1-1-1-pso", "1-1-1-snes"})
  void bothPopulationsGetAsFar(String name) {
    Case training = Case.named(name).withSteps(name.endsWith("adamm") ? 10_000 : 1000);
    int trials = 200;
    double[] objects = new double[trials];
    Random random = new Random(1);
    for (int trial = 0; trial < trials; trial++) {
      objects[trial] = Math.log10(ObjectSearch.of(training, random).bestLoss(training.steps()));
    }
    double[] sluice = new double[trials];
    double[] losses = new SluiceTraining().trained(training, trials, 1);
    for (int trial = 0; trial < trials; trial++) {
      sluice[trial] = Math.log10(losses[trial]);
    }
    assertThat(median(objects)).isCloseTo(median(sluice), within(0.5));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
