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
                "eis alpha=0.5;beta=0.64;delta=1.16",
                "eis alpha=0;gamma=0;delta=1.16",
                "elu alpha=0.3",
                "elu alpha=0",
                "inverse-multiquadratic p=-0.5;q=2",
                "leaky-relu negative-slope=-0.3",
                "leaky-relu negative-slope=0",
                "leaky-relu negative-slope=1",
                "multiquadratic p=-0.5;q=2",
                "pau a0=0;b4=0",
                "pau b1=0;b2=1;b3=-1;b4=0.5",
                "sinlu a=3;b=2",
                "sinlu a=-2;b=0.5",
                "siren omega=0.5",
                "slaf c2=-2",
                "slaf c1=0;c2=0",
                "snake a=0",
                "snake a=-0.5",
                "snake a=3",
                "tanhlu b=0",
                "tanhlu a=-2;b=0.3;c=-1.5")
            .map(each -> each.split(" "))
            .map(each -> Named.of(String.join(" ", each), BuiltIns.configured(each[0], each[1])));
    return Stream.concat(presets, configured);
  }
}
