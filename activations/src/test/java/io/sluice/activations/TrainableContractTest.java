package io.sluice.activations;

import io.sluice.spi.TrainableActivation;
import io.sluice.tck.TrainableActivationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in with trained parameters keeps the contract of those, too. */
@ParameterizedClass
@MethodSource("activations")
record TrainableContractTest(TrainableActivation activation)
    implements TrainableActivationContract {

  static Stream<Named<TrainableActivation>> activations() {
    return BuiltIns.all().stream()
        .filter(TrainableActivation.class::isInstance)
        .map(each -> Named.of(each.id(), (TrainableActivation) each));
  }
}
