package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.tck.ActivationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Radial, oscillating and further activations keep the contract away from their presets, too. */
@ParameterizedClass
@MethodSource("activations")
record RadialAndOscillatingContractTest(Activation activation) implements ActivationContract {

  static Stream<Named<Activation>> activations() {
    return Stream.of(
            "algebraic-sigmoid k=1",
            "algebraic-sigmoid k=4.5",
            "aranda-ordaz a=0.2",
            "aranda-ordaz a=3",
            "bi-firing a=2",
            "blu beta=-1",
            "blu beta=1",
            "bounded-bi-firing a=4;b=1",
            "bounded-leaky-relu a=0;b=2",
            "cauchy lambda1=0;lambda2=-2;d=0.5",
            "cauchy lambda1=-0.5;lambda2=0.3;d=2",
            "chebyshev degree=0",
            "chebyshev degree=3",
            "chebyshev degree=4",
            "comb-h-sine a=0.3",
            "coslu a=-2;b=3",
            "crrelu epsilon=-0.5",
            "displaced-relu delta=-0.5",
            "dyt alpha=2;gamma=-0.5;beta=0.3",
            "eis alpha=0.5;beta=0.64;delta=1.16",
            "eis alpha=0;gamma=0;delta=1.16",
            "exp-sin a=3",
            "hermite degree=1",
            "hermite degree=4",
            "hermite degree=5",
            "hermite degree=6",
            "hexpo a=2;b=3;c=0.5;d=0.25",
            "inverse-multiquadratic p=-0.5;q=2",
            "inverse-quadratic a=3",
            "laplacian a=0.3",
            "leaky-twice-relu6 low=0;high=0",
            "legendre degree=3",
            "legendre degree=6",
            "lelelu a=-0.5",
            "logit epsilon=0.1",
            "monomial degree=0",
            "monomial degree=4",
            "morlet omega=2.5",
            "multiquadratic p=-0.5;q=2",
            "nipuna beta=2.5",
            "pan a=0.5",
            "pau a0=0;b4=0",
            "pau b1=0;b2=1;b3=-1;b4=0.5",
            "plu alpha=0;c=2",
            "polu n=2",
            "poly-relu a1=-1;a2=0;a3=1",
            "poly-relu a0=1;a1=0;a2=-1;a3=0",
            "rbf gamma=0.3",
            "relu-n n=6",
            "rootsig a=3",
            "smooth-step gamma=4",
            "repu p=1",
            "repu p=2.5",
            "scaled-soft-sign alpha=-2;beta=0.5",
            "serlu alpha=1;lambda=2",
            "sgelu alpha=0.5",
            "sign-relu alpha=0.3",
            "sine-relu epsilon=0.5",
            "sinlu a=3;b=2",
            "sinlu a=-2;b=0.5",
            "siren omega=0.5",
            "slaf c2=-2",
            "slaf c1=0;c2=0",
            "smelu beta=0.5",
            "smu alpha=0;mu=2",
            "smu alpha=0;mu=-1",
            "smu-1 alpha=0;mu=0.5",
            "smu-1 mu=0",
            "snake-beta alpha=2;beta=-0.5",
            "snake-beta beta=0",
            "soft-modulus-t a=1",
            "softplus-beta beta=3",
            "swish-t alpha=0.5;beta=2",
            "threshold threshold=1;value=-1",
            "wave a=0.3",
            "xatlu alpha=0.3",
            "xatlu alpha=-0.2",
            "xgelu alpha=0.3",
            "xielu alpha-p=0.2;alpha-n=0.5",
            "xielu alpha-n=0.1;beta=1",
            "xsilu alpha=0.3",
            "xsilu alpha=-0.5")
        .map(each -> each.split(" "))
        .map(each -> Named.of(String.join(" ", each), BuiltIns.configured(each[0], each[1])));
  }
}
