package io.sluice.engine.problem;

import static io.sluice.engine.problem.Functions.data;
import static io.sluice.engine.problem.Functions.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedNumbersTest {

  @Test
  void oneSeedGivesTheSameNumbersAndAnotherGivesOthers() {
    for (String id :
        List.of("circles", "checkerboard", "blobs", "latch", "copy", "adding", "friedman-1")) {
      assertSeeded(id, Map.of());
    }
    for (String id : List.of("friedman-2", "friedman-3", "teacher")) {
      assertSeeded(id, Map.of());
    }
    for (String id : List.of("sines", "polynomial", "periodic")) {
      assertSeeded(id, Map.of("noise", 0.1));
    }
    assertSeeded("parity", Map.of("points", 8.0));
  }

  private static void assertSeeded(String id, Map<String, Double> values) {
    Map<String, Double> other = new HashMap<>(values);
    other.put("seed", 2.0);
    assertThat(data(id, values)).usingRecursiveComparison().isEqualTo(data(id, values));
    assertThat(data(id, other)).usingRecursiveComparison().as(id).isNotEqualTo(data(id, values));
  }

  @Test
  void noiseMovesOutputsAndLeavesInputsAlone() {
    for (String id :
        List.of("friedman-1", "friedman-2", "friedman-3", "teacher", "adding", "sines")) {
      Dataset clean = data(id, Map.of("points", 5000.0));
      Dataset noisy = data(id, Map.of("points", 5000.0, "noise", 0.5));
      double squares = 0;
      for (int row = 0; row < 5000; row++) {
        assertThat(noisy.input(row, 0)).isEqualTo(clean.input(row, 0));
        double shift = noisy.output(row, 0) - clean.output(row, 0);
        squares += shift * shift / 5000;
      }
      assertThat(Math.sqrt(squares)).as(id).isCloseTo(0.5, within(0.02));
    }
  }

  @Test
  void sinesAddUp() {
    Dataset sines = data("sines", Map.of("points", 9.0, "limit", 0.5, "terms", 2.0));
    assertThat(sines.input(0, 0)).isEqualTo(-0.5);
    assertThat(sines.input(8, 0)).isEqualTo(0.5);
    // sin(2π x) + sin(4π x) / 2 at x = 1/8: √½ + ½, at x = ¼: 1.
    assertThat(sines.output(5, 0)).isCloseTo(Math.sqrt(0.5) + 0.5, within(1e-15));
    assertThat(sines.output(6, 0)).isCloseTo(1, within(1e-15));
    Dataset fast = data("sines", Map.of("points", 9.0, "terms", 1.0, "frequency", 0.5));
    assertThat(fast.output(6, 0)).as("half a wave per unit").isCloseTo(1, within(1e-15));
  }

  @Test
  void polynomialsFollowTheirCoefficients() {
    Dataset chebyshev = data("polynomial", Map.of("points", 5.0));
    // T3(−1) = −1, T3(−½) = 1, T3(0) = 0, T3(½) = −1, T3(1) = 1.
    for (int row = 0; row < 5; row++) {
      assertThat(chebyshev.output(row, 0)).isEqualTo(new double[] {-1, 1, 0, -1, 1}[row]);
    }
    Map<String, Double> values =
        Map.of(
            "points", 2.0, "limit", 2.0, "c0", 1.0, "c1", 10.0, "c2", 100.0, "c3", 0.0, "c4", 0.5,
            "c5", -0.25);
    // 1 + 20 + 400 + 0 + 8 − 8.
    assertThat(data("polynomial", values).output(1, 0)).isEqualTo(421);
  }

  @Test
  void friedmansFirstHasItsFormulaMeanAndSpread() {
    Dataset data = data("friedman-1", Map.of("points", 100_000.0, "inputs", 6.0));
    assertThat(data.inputs()).isEqualTo(6);
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < 100_000; row++) {
      double y = data.output(row, 0);
      mean += y / 100_000;
      squares += y * y / 100_000;
      if (row < 100) {
        double wave = 10 * Math.sin(Math.PI * data.input(row, 0) * data.input(row, 1));
        double hill = 20 * Math.pow(data.input(row, 2) - 0.5, 2);
        assertThat(y)
            .isCloseTo(
                wave + hill + 10 * data.input(row, 3) + 5 * data.input(row, 4), within(1e-12));
      }
    }
    // By numerical integration over the unit cube.
    assertThat(mean).isCloseTo(14.4133, within(0.05));
    assertThat(Math.sqrt(squares - mean * mean)).isCloseTo(4.8812, within(0.05));
  }

  @Test
  void friedmansOthersDescribeACircuit() {
    Dataset impedance = data("friedman-2", Map.of("points", 1000.0));
    Dataset phase = data("friedman-3", Map.of("points", 1000.0));
    double[] lower = {0, 40 * Math.PI, 0, 1};
    double[] upper = {100, 560 * Math.PI, 1, 11};
    for (int row = 0; row < 1000; row++) {
      for (int i = 0; i < 4; i++) {
        assertThat(impedance.input(row, i)).isBetween(lower[i], upper[i]);
        assertThat(phase.input(row, i)).isBetween(lower[i], upper[i]);
      }
      assertThat(impedance.output(row, 0))
          .isCloseTo(Math.hypot(impedance.input(row, 0), reactance(impedance, row)), within(1e-9));
      assertThat(phase.output(row, 0))
          .isCloseTo(Math.atan2(reactance(phase, row), phase.input(row, 0)), within(1e-12));
    }
  }

  private static double reactance(Dataset data, int row) {
    double frequency = data.input(row, 1);
    return frequency * data.input(row, 2) - 1 / (frequency * data.input(row, 3));
  }

  @Test
  void aTeacherIsSmoothBoundedAndIndependentOfHowManyExamplesItGives() {
    Map<String, Double> shape = Map.of("inputs", 3.0, "outputs", 2.0, "depth", 2.0, "width", 5.0);
    Dataset many = data("teacher", with(shape, "points", 300));
    Dataset few = data("teacher", with(shape, "points", 20));
    assertThat(many.inputs()).isEqualTo(3);
    assertThat(many.outputs()).isEqualTo(2);
    for (int row = 0; row < 20; row++) {
      assertThat(many.input(row, 2)).isEqualTo(few.input(row, 2)).isBetween(-1.0, 1.0);
      assertThat(many.output(row, 1)).isEqualTo(few.output(row, 1));
    }
    assertThat(few.output(0, 0)).isNotEqualTo(few.output(1, 0)).isNotEqualTo(few.output(0, 1));
    // With weights of almost nothing each hidden unit says tanh of its bias, whatever its inputs.
    Dataset flat = data("teacher", Map.of("gain", 1e-300));
    assertThat(flat.output(0, 0)).isCloseTo(flat.output(199, 0), within(1e-12));
  }

  private static Map<String, Double> with(Map<String, Double> values, String name, double value) {
    Map<String, Double> more = new HashMap<>(values);
    more.put(name, value);
    return more;
  }

  @Test
  void aPeriodicSeriesRunsInTimeAndClimbs() {
    Dataset series = data("periodic", Map.of("points", 25.0, "periods", 3.0, "period", 2.0));
    for (int row = 0; row < 25; row++) {
      double time = 0.25 * row;
      assertThat(series.input(row, 0)).isEqualTo(time);
      assertThat(series.output(row, 0))
          .isCloseTo(0.1 * time + Math.sin(Math.PI * time), within(1e-14));
    }
  }

  @Test
  void addingMarksTwoNumbersWhoseSumIsWanted() {
    for (int length : new int[] {4, 5, 10, 40}) {
      Dataset adding = data("adding", Map.of("points", 500.0, "length", (double) length));
      assertThat(adding.inputs()).isEqualTo(2 * length);
      for (int row = 0; row < 500; row++) {
        assertThat(adding.input(row, 1)).isEqualTo(-1);
        assertThat(adding.input(row, 2 * length - 1)).isEqualTo(-1);
        double sum = 0;
        int marks = 0;
        int early = 0;
        for (int step = 1; step < length - 1; step++) {
          double mark = adding.input(row, 2 * step + 1);
          assertThat(mark).isIn(0.0, 1.0);
          assertThat(adding.input(row, 2 * step)).isBetween(-1.0, 1.0);
          sum += mark * adding.input(row, 2 * step);
          marks += (int) mark;
          early += step < 10 ? (int) mark : 0;
        }
        assertThat(marks).isEqualTo(2);
        assertThat(early).isPositive();
        assertThat(adding.output(row, 0)).isCloseTo(0.5 + sum / 4, within(1e-15));
      }
    }
  }

  @Test
  void copyWantsItsFirstInputsAgain() {
    for (int delay : new int[] {0, 1, 7}) {
      for (double noise : new double[] {0, 0.5}) {
        Dataset copy =
            data("copy", Map.of("symbols", 2.0, "delay", (double) delay, "noise", noise));
        assertThat(copy.inputs()).isEqualTo(2 + delay);
        assertThat(copy.outputs()).isEqualTo(2);
        int[] seen = new int[4];
        for (int row = 0; row < copy.rows(); row++) {
          for (int symbol = 0; symbol < 2; symbol++) {
            assertThat(copy.output(row, symbol)).isEqualTo(copy.input(row, symbol)).isIn(-1.0, 1.0);
          }
          for (int step = 2; step < copy.inputs(); step++) {
            assertThat(copy.input(row, step) == 0).isEqualTo(noise == 0);
          }
          seen[(int) (copy.output(row, 0) + 1 + (copy.output(row, 1) + 1) / 2)]++;
        }
        assertThat(seen).doesNotContain(0);
      }
    }
  }

  @Test
  void tooManyNumbersAreRefused() {
    assertThatThrownBy(() -> problem("adding", Map.of("points", 1e5, "length", 1000.0)))
        .hasMessage("100000 examples of 2001 numbers are more than the 20000000 numbers allowed");
  }
}
