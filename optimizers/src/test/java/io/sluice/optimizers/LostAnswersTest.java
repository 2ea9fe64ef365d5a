package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.optimizers.oracle.Bowl;
import io.sluice.optimizers.oracle.Walk;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One answer that is no number, as overflow or a kink gives, is no end to what asks an oracle. */
class LostAnswersTest {

  private static final Bowl BOWL =
      new Bowl.LeastSquares(
          new double[][] {{1, 0.5, 0}, {0, 1, -0.5}, {0.5, 0, 1}, {1, 1, 1}},
          new double[] {1, -1, 0.5, 2});
  private static final double[] START = {3, -2, 2};
  private static final int STEPS = 60;
  private static final int ANSWERS = 12;

  static List<OracleOptimizer> oracles() {
    List<GradientOptimizer> inside = List.of(new Sgd(), new Momentum(), new Adam());
    Stream<Optimizer> around =
        BuiltIns.wrappers().stream().flatMap(each -> inside.stream().map(each::around));
    return Stream.concat(BuiltIns.optimizers().stream(), around)
        .filter(OracleOptimizer.class::isInstance)
        .map(OracleOptimizer.class::cast)
        .toList();
  }

  @Test
  void thereAreManyAndWrappersAmongThem() {
    assertThat(oracles()).extracting(Optimizer::id).contains("sam-around-adam", "sophia-h");
    assertThat(oracles()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oracles")
  void weightsStayNumbersAndTheWayGoesOn(OracleOptimizer optimizer) {
    double first = BOWL.loss(START);
    double undisturbed =
        BOWL.loss(new Walk(optimizer, BOWL, Walk.Lost.ALL, 0, false, START).steps(STEPS).last());
    for (Walk.Lost lost : Walk.Lost.values()) {
      for (int index = 1; index <= ANSWERS; index++) {
        for (boolean isFixed : new boolean[] {false, true}) {
          Walk walk = new Walk(optimizer, BOWL, lost, index, isFixed, START).steps(STEPS);
          String what = optimizer.id() + ", answer " + index + ", " + lost + ", " + isFixed;
          for (double[] weights : walk.steps) {
            assertThat(weights).as(what).doesNotContain(Double.NaN);
          }
          double loss = BOWL.loss(walk.last());
          assertThat(loss).as(what).isLessThanOrEqualTo(first);
          if (!isFixed) {
            assertThat(loss).as(what).isLessThan(0.5 * (first + undisturbed));
          }
        }
      }
    }
  }
}
