package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.tck.ActivationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in keeps the contract, with its presets and with other values. */
@ParameterizedClass
@MethodSource("activations")
record BuiltInContractTest(Activation activation) implements ActivationContract {

  static Stream<Named<Activation>> activations() {
    Stream<Named<Activation>> presets =
        BuiltIns.all().stream().map(each -> Named.of(each.id(), each));
    Stream<Named<Activation>> configured =
        Stream.of(
                "leaky-relu negative-slope=-0.3",
                "leaky-relu negative-slope=0",
                "leaky-relu negative-slope=1",
                "elu alpha=0.3",
                "elu alpha=0",
                "acon-a beta=1.7",
                "acon-a beta=-2",
                "acon-a beta=0",
                "acon-b p=0.4;beta=2",
                "acon-b p=1",
                "acon-b p=-0.5;beta=0.5",
                "acon-c p1=1.2;p2=-0.8;beta=1.5",
                "acon-c p1=-0.4;p2=0.9;beta=0.7",
                "acon-c p1=-1;p2=-3;beta=-1",
                "acon-c p1=0;p2=1;beta=-1",
                "acon-c p1=0;p2=0",
                "snake a=0",
                "snake a=-0.5",
                "snake a=3")
            .map(each -> each.split(" "))
            .map(each -> Named.of(String.join(" ", each), BuiltIns.configured(each[0], each[1])));
    return Stream.concat(presets, configured);
  }
}
