package io.sluice.activations.vector;

import io.sluice.spi.VectorActivation;
import io.sluice.tck.VectorActivationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract, with its presets and with other values. */
@ParameterizedClass
@MethodSource("activations")
record VectorContractTest(VectorActivation activation) implements VectorActivationContract {

  static Stream<Named<VectorActivation>> activations() {
    return Stream.concat(
        VectorBuiltIns.all().stream().map(each -> Named.of(each.id(), each)),
        Stream.of(1, 3, 5).map(k -> Named.of("maxout k=" + k, new Maxout(k))));
  }
}
