package io.sluice.optimizers;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.tck.GradientOptimizerContract;
import io.sluice.tck.PopulationOptimizerContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract of its kind. */
class BuiltInContractTest {

  static Stream<Named<Optimizer>> gradientOptimizers() {
    return named(GradientOptimizer.class);
  }

  static Stream<Named<Optimizer>> populationOptimizers() {
    return named(PopulationOptimizer.class);
  }

  private static Stream<Named<Optimizer>> named(Class<? extends Optimizer> kind) {
    return BuiltIns.optimizers().stream()
        .filter(kind::isInstance)
        .map(optimizer -> Named.of(optimizer.id(), optimizer));
  }

  @Nested
  @ParameterizedClass
  @MethodSource("io.sluice.optimizers.BuiltInContractTest#gradientOptimizers")
  class Gradient implements GradientOptimizerContract {
    private final GradientOptimizer optimizer;

    Gradient(Optimizer optimizer) {
      this.optimizer = (GradientOptimizer) optimizer;
    }

    @Override
    public GradientOptimizer optimizer() {
      return optimizer;
    }
  }

  @Nested
  @ParameterizedClass
  @MethodSource("io.sluice.optimizers.BuiltInContractTest#populationOptimizers")
  class Population implements PopulationOptimizerContract {
    private final PopulationOptimizer optimizer;

    Population(Optimizer optimizer) {
      this.optimizer = (PopulationOptimizer) optimizer;
    }

    @Override
    public PopulationOptimizer optimizer() {
      return optimizer;
    }
  }
}
