package io.sluice.engine.initial;

import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.text.NumberText;
import io.sluice.moments.NormalMoments;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One variant of the initial weights of a study, for any network. Scales are computed once for
 * networks that are equal. Not for use by several threads.
 */
public final class Initialisation {

  private final String label;
  private final Function<NetworkShape, LayerScales> rule;
  private final Map<NetworkShape, StartWeights> known = new HashMap<>();

  private Initialisation(String label, Function<NetworkShape, LayerScales> rule) {
    this.label = label;
    this.rule = rule;
  }

  /**
   * The variants in order. None for those that are the same for all networks, uniform and explicit
   * weights.
   */
  public static List<Initialisation> of(InitialWeights initial) {
    List<Initialisation> variants = new ArrayList<>();
    if (initial instanceof InitialWeights.Normal) {
      for (double deviation : ((InitialWeights.Normal) initial).deviations()) {
        variants.add(
            new Initialisation(
                "normal(" + NumberText.of(deviation) + ")",
                network -> FixedScales.flat(network, deviation)));
      }
    } else if (initial instanceof InitialWeights.Scaled) {
      InitialWeights.Scaled scaled = (InitialWeights.Scaled) initial;
      for (double gain : scaled.gains()) {
        variants.add(
            new Initialisation(
                scaled.scale().id() + gainText(gain),
                network -> FixedScales.fans(network, scaled.scale(), gain)));
      }
    } else if (initial instanceof InitialWeights.Orthogonal) {
      for (double gain : ((InitialWeights.Orthogonal) initial).gains()) {
        variants.add(
            new Initialisation(
                "orthogonal" + gainText(gain), network -> FixedScales.orthogonal(network, gain)));
      }
    } else if (initial instanceof InitialWeights.VariancePreserving) {
      Map<Activation, NormalMoments> known = new HashMap<>();
      for (InitialWeights.Direction direction :
          ((InitialWeights.VariancePreserving) initial).directions()) {
        variants.add(
            new Initialisation(
                "variance-preserving(" + direction.name().toLowerCase(Locale.ROOT) + ")",
                network -> ActivationScales.variancePreserving(network, direction, known)));
      }
    } else if (initial instanceof InitialWeights.RandomWalk) {
      variants.add(new Initialisation("random-walk", ActivationScales::randomWalk));
    } else if (initial instanceof InitialWeights.EdgeOfChaos) {
      for (double deviation : ((InitialWeights.EdgeOfChaos) initial).biasDeviations()) {
        EdgeScales edge = new EdgeScales(deviation);
        variants.add(
            new Initialisation(
                "edge-of-chaos(bias-deviation=" + NumberText.of(deviation) + ")", edge::of));
      }
    }
    return variants;
  }

  private static String gainText(double gain) {
    return gain == 1 ? "" : "(gain=" + NumberText.of(gain) + ")";
  }

  /** How rows name it. It keys the random numbers, so it depends on no activation. */
  public String label() {
    return label;
  }

  /** The start weights of a network. */
  public StartWeights of(NetworkShape network) {
    return known.computeIfAbsent(network, shape -> new StartWeights(shape, rule.apply(shape)));
  }
}
