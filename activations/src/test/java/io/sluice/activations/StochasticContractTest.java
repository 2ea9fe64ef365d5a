package io.sluice.activations;

import io.sluice.spi.StochasticActivation;
import io.sluice.tck.StochasticActivationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in that draws in training keeps the contract of those, too. */
@ParameterizedClass
@MethodSource("activations")
record StochasticContractTest(StochasticActivation activation)
    implements StochasticActivationContract {

  static Stream<Named<StochasticActivation>> activations() {
    return Stream.concat(
            BuiltIns.all().stream().filter(StochasticActivation.class::isInstance),
            Stream.of(
                BuiltIns.configured("probact", "sigma=0"),
                BuiltIns.configured("rrelu", "l=-0.5;u=0.5"),
                BuiltIns.configured("rrelu", "l=0;u=0")))
        .map(each -> Named.of(each.toString(), (StochasticActivation) each));
  }
}
