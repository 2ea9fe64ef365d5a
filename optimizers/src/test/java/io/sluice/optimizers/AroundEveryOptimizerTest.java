package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.tck.Check;
import io.sluice.tck.Checks;
import io.sluice.tck.ComponentContract;
import io.sluice.tck.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrapper keeps its contract, and around every optimizer with slopes that of its kind. */
class AroundEveryOptimizerTest {

  /** Of one that comes down slowly alone nothing better is to be expected. */
  private static final Set<String> OF_PROGRESS =
      Set.of("downhill", "oracle-descent", "oracle-box", "other-settings");

  static List<OptimizerWrapper> wrappers() {
    return BuiltIns.wrappers();
  }

  @Nested
  @ParameterizedClass
  @MethodSource("io.sluice.optimizers.AroundEveryOptimizerTest#wrappers")
  class Contract implements ComponentContract {

    private final OptimizerWrapper wrapper;

    Contract(OptimizerWrapper wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public OptimizerWrapper component() {
      return wrapper;
    }
  }

  @TestFactory
  Stream<DynamicTest> aroundEveryOptimizerAllPromisesAreKept() {
    return wrappers().stream()
        .flatMap(
            wrapper ->
                BuiltIns.gradientOptimizers().stream().map(inner -> keeps(wrapper.around(inner))));
  }

  @TestFactory
  Stream<DynamicTest> threeDeepAllPromisesAreKept() {
    List<OptimizerWrapper> middle =
        wrappers().stream()
            .filter(each -> each.around(new Momentum()) instanceof GradientOptimizer)
            .toList();
    return wrappers().stream()
        .flatMap(
            outer ->
                middle.stream()
                    .map(inner -> (GradientOptimizer) inner.around(new Adam()))
                    .map(inner -> keeps(outer.around(inner))));
  }

  @Test
  void thereAreManyOfBoth() {
    assertThat(wrappers()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(BuiltIns.gradientOptimizers()).hasSizeGreaterThanOrEqualTo(80);
  }

  private static DynamicTest keeps(Optimizer whole) {
    return DynamicTest.dynamicTest(
        whole.id(),
        () -> {
          for (Check<?> check : Checks.of(whole)) {
            if (!OF_PROGRESS.contains(check.id())) {
              assertThat(check.run(whole)).filteredOn(Finding::isFault).as(check.id()).isEmpty();
            }
          }
        });
  }
}
