package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.tck.ComponentContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract, with its presets and with those of {@code settings.txt}. */
@ParameterizedClass
@MethodSource("activations")
record BuiltInContractTest(Activation component) implements ComponentContract {

  static Stream<Named<Activation>> activations() {
    return Stream.concat(
        BuiltIns.all().stream().map(each -> Named.of(each.id(), each)),
        BuiltIns.configured().map(each -> Named.of(each.text(), each.activation())));
  }
}
