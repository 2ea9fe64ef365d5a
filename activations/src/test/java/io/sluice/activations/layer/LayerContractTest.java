package io.sluice.activations.layer;

import io.sluice.spi.LayerActivation;
import io.sluice.tck.ComponentContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract, with its presets and with other values. */
@ParameterizedClass
@MethodSource("activations")
record LayerContractTest(LayerActivation component) implements ComponentContract {

  static Stream<Named<LayerActivation>> activations() {
    return Stream.concat(
        LayerBuiltIns.all().stream().map(each -> Named.of(each.id(), each)),
        Stream.of(1, 3, 5).map(k -> Named.of("maxout k=" + k, new Maxout(k))));
  }
}
