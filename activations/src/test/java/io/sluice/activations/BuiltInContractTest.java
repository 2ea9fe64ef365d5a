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
                "abslu a=-0.5",
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
                "apl a=-0.3;b=0.7",
                "apl a=0.5;b=-1",
                "apl a=0;b=1",
                "apl a=-1;b=0",
                "arelu alpha=0.4;beta=-0.5",
                "arelu alpha=2;beta=0",
                "dprelu a=1.2;b=-0.4",
                "dprelu a=0;b=0",
                "dualline a=0.7;b=0.2;m=0.1",
                "dualline a=-1;b=2;m=0.5",
                "elu alpha=0.3",
                "elu alpha=0",
                "frelu-bias b=-0.398",
                "hard-shrink lambda=0",
                "hard-shrink lambda=2",
                "hat a=4",
                "isru alpha=0.01",
                "isru alpha=3",
                "leaky-relu negative-slope=-0.3",
                "leaky-relu negative-slope=0",
                "leaky-relu negative-slope=1",
                "lecun-tanh a=1",
                "nlrelu beta=0.3",
                "nlrelu beta=5",
                "penalized-tanh a=0",
                "penalized-tanh a=1",
                "penalized-tanh a=3",
                "pilu a=1.5;b=0.3;c=0.6",
                "pilu a=-1;b=0;c=-2",
                "prelu a=-0.6",
                "rational-tanh a=1;c=0.001",
                "richards-sigmoid alpha=0.2;beta=3",
                "richards-sigmoid alpha=1.5;beta=2",
                "rrelu l=0;u=0",
                "rrelu l=0.1;u=0.5",
                "shilu a=0.8;b=-0.3",
                "shilu a=-2;b=1",
                "snake a=0",
                "snake a=-0.5",
                "snake a=3",
                "soft-clipping alpha=0.001",
                "soft-clipping alpha=5",
                "soft-clipping alpha=800",
                "soft-shrink lambda=0",
                "soft-shrink lambda=2",
                "srelu tr=0.75;ar=0.4;tl=-1.25;al=0.1",
                "srelu tr=-1;ar=0.5;tl=1;al=0",
                "srelu tr=-1;ar=2;tl=1;al=-0.5",
                "srelu tr=0;ar=0;tl=0;al=0",
                "star-relu s=-1;b=0.5",
                "star-relu s=1.3;b=0.2",
                "tanhlu a=0.7;b=-0.2;c=1.6",
                "tanhlu a=-2;b=0;c=0.5",
                "thresholded-relu theta=-1",
                "thresholded-relu theta=0")
            .map(each -> each.split(" "))
            .map(each -> Named.of(String.join(" ", each), BuiltIns.configured(each[0], each[1])));
    return Stream.concat(presets, configured);
  }
}
