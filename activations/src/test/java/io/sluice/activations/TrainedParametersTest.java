package io.sluice.activations;

import io.sluice.spi.TrainableActivation;
import io.sluice.tck.ComponentContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Trained parameters keep their contract away from the presets, too, where signs turn. */
@ParameterizedClass
@MethodSource("activations")
record TrainedParametersTest(TrainableActivation component) implements ComponentContract {

  static Stream<Named<TrainableActivation>> activations() {
    return Stream.of(
            "apl a=-0.3;b=0.7",
            "arelu alpha=0.4;beta=-3",
            "dprelu a=-1.2;b=0.4",
            "dualline a=0;b=-2;m=3",
            "frelu-bias b=-0.4",
            "pilu a=-0.5;b=1.3;c=-2",
            "prelu a=-0.6",
            "shilu a=0;b=-1",
            "srelu tr=2;ar=-0.5;tl=-3;al=-0.2",
            "star-relu s=-1;b=2",
            "tanhlu a=-2;b=0;c=-0.5")
        .map(each -> each.split(" "))
        .map(
            each ->
                Named.of(
                    String.join(" ", each),
                    (TrainableActivation) BuiltIns.configured(each[0], each[1])));
  }
}
