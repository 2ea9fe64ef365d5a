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
                "aria2 alpha=-0.5;beta=1",
                "aria2 alpha=0.4;beta=-0.7",
                "aria2 alpha=2;beta=0",
                "celu alpha=0.4",
                "celu alpha=2.5",
                "e-swish beta=-1",
                "e-swish beta=0",
                "e-swish beta=1.25",
                "elu alpha=0.3",
                "elu alpha=0",
                "erfact a=-0.5;b=0.7",
                "erfact a=0.75;b=0.75",
                "erfact a=1.5;b=-1",
                "erfact a=1;b=0",
                "flatten-t-swish t=0",
                "flatten-t-swish t=0.5",
                "isrlu alpha=0",
                "isrlu alpha=3",
                "leaky-relu negative-slope=-0.3",
                "leaky-relu negative-slope=0",
                "leaky-relu negative-slope=1",
                "mpelu alpha=-0.5;beta=2",
                "mpelu alpha=0.5;beta=2",
                "pdelu alpha=0",
                "pdelu alpha=0.6",
                "pelu alpha=1.4;beta=0.6",
                "preu a=-1;b=0.5",
                "preu a=0;b=2",
                "preu a=1.3;b=-0.25",
                "pserf gamma=-1;delta=0.5",
                "pserf gamma=0.9;delta=1.2",
                "pserf gamma=1;delta=0",
                "ptelu a=-0.5;b=1.5",
                "ptelu a=2;b=0",
                "resp a=-0.5",
                "resp a=0",
                "resp a=0.5",
                "rmaf a=-1;b=2;c=0.5",
                "rmaf a=1.1;b=0.9;c=1.5",
                "rmaf a=1;b=1;c=-0.3",
                "snake a=0",
                "snake a=-0.5",
                "snake a=3",
                "soft-exponential alpha=-0.5",
                "soft-exponential alpha=0",
                "soft-exponential alpha=0.6",
                "squareplus b=0",
                "squareplus b=1",
                "srs alpha=4;beta=2",
                "srs alpha=0.7;beta=1.5",
                "tanhsoft alpha=0.5;beta=0.2;gamma=-0.4;delta=0.3",
                "tanhsoft alpha=0.87;beta=0;gamma=1;delta=1",
                "tanhsoft alpha=-0.6;beta=0;gamma=1;delta=1",
                "tanhsoft alpha=0;beta=1.5;gamma=-0.5;delta=0")
            .map(each -> each.split(" "))
            .map(each -> Named.of(String.join(" ", each), BuiltIns.configured(each[0], each[1])));
    return Stream.concat(presets, configured);
  }
}
