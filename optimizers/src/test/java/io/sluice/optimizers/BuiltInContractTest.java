package io.sluice.optimizers;

import io.sluice.spi.Optimizer;
import io.sluice.tck.ComponentContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract of its kind. */
@ParameterizedClass
@MethodSource("optimizers")
record BuiltInContractTest(Optimizer component) implements ComponentContract {

  static Stream<Named<Optimizer>> optimizers() {
    return BuiltIns.optimizers().stream().map(each -> Named.of(each.id(), each));
  }
}
