package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

  private static final String ADAM =
      "m = beta1 * m + (1 - beta1) * g\n"
          + "v = beta2 * v + (1 - beta2) * g^2\n"
          + "w = w - rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)";

  /** Adam with its weights rescaled as a whole, so that there are stages of every shape. */
  private static final String EVERYTHING =
      ADAM.replace("w = w -", "u = -")
          + "\nd = d + norm_all(u) * (1 if t > 2 else 0.5)\n"
          + "w = w + u * mean(abs(w)) / (1 + d) * largest(g) / norm(g)";

  private static Map<String, double[]> alike(int lanes) {
    Map<String, double[]> values = new HashMap<>();
    Map.of("rate", 0.1, "beta1", 0.9, "beta2", 0.99, "epsilon", 1e-8)
        .forEach((name, value) -> values.put(name, filled(lanes, value)));
    return values;
  }

  private static double[] filled(int lanes, double value) {
    double[] row = new double[lanes];
    java.util.Arrays.fill(row, value);
    return row;
  }

  private static RuleOptimizer optimizer(String rule) {
    Map<String, Double> values = new HashMap<>();
    for (String name : List.of("rate", "beta1", "beta2", "epsilon")) {
      if (rule.contains(name)) {
        values.put(name, 0.5);
      }
    }
    return RuleOptimizer.of("", rule, values);
  }

  /** The weights after some steps on gradients that differ from lane to lane. */
  private static double[] trained(
      String rule, int parameters, int lanes, int stride, Map<String, double[]> values) {
    BlockLayout layout = new BlockLayout(parameters, stride, 3);
    GradientState state = optimizer(rule).start(new Memory(layout, values));
    double[] weights = layout.newBlock();
    double[] gradients = layout.newBlock();
    for (int step = 1; step <= 5; step++) {
      for (int p = 0; p < parameters; p++) {
        for (int lane = 0; lane < lanes; lane++) {
          Random random = new Random(31L * p + 7 * lane + step);
          random.nextDouble();
          gradients[layout.row(p) + lane] = random.nextGaussian();
          if (step == 1) {
            weights[layout.row(p) + lane] = random.nextGaussian();
          }
        }
      }
      state.update(step, lanes, weights, gradients);
      for (int p = 0; p < parameters; p++) {
        for (int lane = 0; lane < lanes; lane++) {
          weights[layout.row(p) + lane] += gradients[layout.row(p) + lane];
        }
      }
    }
    return weights;
  }

  @Test
  void computesWhatIsWritten() {
    double[] weights = trained(ADAM, 4, 3, 3, alike(3));
    BlockLayout layout = new BlockLayout(4, 3, 3);
    double m = 0;
    double v = 0;
    double w = 0;
    for (int step = 1; step <= 5; step++) {
      Random random = new Random(31 * 2 + 7 + step);
      random.nextDouble();
      double g = random.nextGaussian();
      w = step == 1 ? random.nextGaussian() : w;
      m = 0.9 * m + (1 - 0.9) * g;
      v = 0.99 * v + (1 - 0.99) * g * g;
      double root = Math.sqrt(v / (1 - Math.pow(0.99, step))) + 1e-8;
      w -= 0.1 * (m / (1 - Math.pow(0.9, step))) / root;
    }
    assertThat(weights[layout.row(2) + 1]).isCloseTo(w, org.assertj.core.data.Offset.offset(1e-14));
  }

  @Test
  void lanesDoNotDependOnEachOther() {
    for (String rule : List.of(ADAM, EVERYTHING)) {
      for (int lanes : new int[] {1, 2, 7, 64, 600}) {
        double[] together = trained(rule, 5, lanes, lanes + 2, valuesOf(lanes + 2));
        double[] more = trained(rule, 5, 600, 600, valuesOf(600));
        for (int p = 0; p < 5; p++) {
          for (int lane = 0; lane < lanes; lane++) {
            assertThat(together[3 + p * (lanes + 2) + lane]).isEqualTo(more[3 + p * 600 + lane]);
          }
        }
      }
    }
  }

  /** Values that differ from lane to lane, those of lane 0 being the usual ones. */
  private static Map<String, double[]> valuesOf(int lanes) {
    Map<String, double[]> values = alike(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      values.get("rate")[lane] = 0.1 / (1 + lane);
      values.get("beta1")[lane] = 0.9 / (1 + lane % 3);
    }
    return values;
  }

  @Test
  void whatIsTheSameInAllLanesHasTheBitsOfWhatDiffers() {
    for (String rule : List.of(ADAM, EVERYTHING)) {
      double[] alike = trained(rule, 6, 4, 4, alike(4));
      double[] different = trained(rule, 6, 4, 4, valuesOf(4));
      for (int p = 0; p < 6; p++) {
        assertThat(different[3 + p * 4]).isEqualTo(alike[3 + p * 4]);
      }
    }
  }

  @Test
  void namesThatAreAssignedAreStatesIfTheirLastValueIsRead() {
    assertThat(optimizer(ADAM).rule().states()).containsExactlyInAnyOrder("m", "v");
    assertThat(optimizer(EVERYTHING).rule().states()).containsExactlyInAnyOrder("m", "v", "d");
    assertThat(optimizer("w = w - old; old = g").rule().states()).containsExactly("old");
    assertThat(optimizer("now = g; w = w - now").rule().states()).isEmpty();
  }

  @Test
  void statesChangePlacesAsWritten() {
    BlockLayout layout = new BlockLayout(1, 1, 0);
    GradientState state =
        optimizer("w = w + 100 * b + 10 * a\nb = a\na = g").start(new Memory(layout, Map.of()));
    double[] updates = new double[4];
    for (int step = 1; step <= 4; step++) {
      double[] gradients = {step};
      state.update(step, 1, new double[1], gradients);
      updates[step - 1] = gradients[0];
    }
    assertThat(updates).containsExactly(0, 10, 120, 230);
  }

  @Test
  void theUpdateIsWhatIsTakenFromTheWeightToTheLastBit() {
    BlockLayout layout = new BlockLayout(1, 1, 0);
    for (String rule : List.of("w = w - 0.1 * g", "w = 0.1 * -g + w", "w = w - 0; w = w - 0.1*g")) {
      double[] gradients = {3e-18};
      optimizer(rule).start(new Memory(layout, Map.of())).update(1, 1, new double[] {1}, gradients);
      assertThat(gradients[0]).as(rule).isEqualTo(-0.1 * 3e-18);
    }
  }

  @Test
  void noGradientThatIsNoNumberIsHidden() {
    BlockLayout layout = new BlockLayout(1, 1, 0);
    double[] gradients = {Double.NaN};
    optimizer("w = w - 0 * g")
        .start(new Memory(layout, Map.of()))
        .update(1, 1, new double[] {1}, gradients);
    assertThat(gradients[0]).isNaN();
  }

  @Test
  void bouncesFlipTheFirstMoment() {
    BlockLayout layout = new BlockLayout(2, 1, 0);
    Map<String, double[]> values = Map.of("rate", new double[] {1});
    GradientState state =
        optimizer("m = m + g\nw = w - rate * m").start(new Memory(layout, values));
    state.update(1, 1, new double[2], new double[] {1, 1});
    state.flip(1, 0);
    double[] gradients = {0, 0};
    state.update(2, 1, new double[2], gradients);
    assertThat(gradients).containsExactly(-1, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          m = b*m + g                 | 1  | the rule never assigns w
          # w = w - g                 | 1  | the rule never assigns w
          w = w - foo * g             | 9  | unknown name "foo"
          w = w - x                   | 9  | unknown name "x"
          w = w - sgn(g)              | 9  | unknown function "sgn"
          w = w - norm(3)             | 9  | differs from weight to weight
          m = norm(g); w = w - sum(m) | 22 | differs from weight to weight
          t = 3; w = w - g            | 1  | cannot be assigned
          pi = 3; w = w - g           | 1  | cannot be assigned
          sum = 3; w = w - g          | 1  | cannot be assigned
          w = g +; w = 3              | 8  | is missing before the end of the line
          w = w - g g                 | 11 | write * between factors
          w = w - norm(g, w)          | 9  | takes one argument, not 2
          w = w - (g                  | 9  | is never closed
          w = w - g / 0               | 11 | division by zero
          w = w - g / (2 - 1 - 1)     | 11 | division by zero
          w = w - g ! 2               | 11 | means nothing
          w - g; w = w                | 3  | "=" is missing after "w"
          """)
  void complaintsNameTheCharacter(String rule, int character, String what) {
    FormulaException refused =
        catchThrowableOfType(FormulaException.class, () -> RuleOptimizer.of("", rule, Map.of()));
    assertThat(refused).hasMessageContaining(what).hasMessageContaining("of the rule");
    assertThat(refused.position()).isEqualTo(character - 1);
  }

  @Test
  void whatIsTooMuchIsRefusedAtOnce() {
    String deep = "w = w - " + "(".repeat(100_000) + "g" + ")".repeat(100_000);
    String nested = "w = w - " + "(".repeat(1000) + "g" + ")".repeat(1000);
    String many = "w = w - g" + "+g".repeat(700);
    for (String rule : List.of(deep, nested, many, "w = w - g ".repeat(100_000))) {
      assertThatThrownBy(() -> RuleOptimizer.of("", rule, Map.of()))
          .isInstanceOf(FormulaException.class)
          .hasMessageContaining("at most");
    }
  }

  @Test
  void hyperparametersMustBeUsedAndMustNotBeAssigned() {
    assertThatThrownBy(() -> RuleOptimizer.of("", "w = w - rate * g", Map.of("rat", 1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> RuleOptimizer.of("", "rate = 2; w = w - rate * g", Map.of("rate", 1.0)))
        .hasMessageContaining("is a hyper-parameter and cannot be assigned");
  }

  /** Arrays, and the values of each lane. */
  private record Memory(BlockLayout layout, Map<String, double[]> values) implements LaneMemory {

    @Override
    public double[] block() {
      return layout.newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[layout.stride()];
    }

    @Override
    public double[] hyperparameter(String name) {
      return values.get(name).clone();
    }
  }
}
