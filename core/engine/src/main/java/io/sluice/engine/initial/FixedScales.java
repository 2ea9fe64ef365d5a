package io.sluice.engine.initial;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.FanScale;
import java.util.Arrays;
import java.util.List;

/** Scales that depend on no activation. */
final class FixedScales {

  private FixedScales() {}

  /** The same for all weights, biases and factors of products included. */
  static LayerScales flat(NetworkShape network, double deviation) {
    double[] matrices = new double[network.layers().size()];
    Arrays.fill(matrices, deviation);
    return new LayerScales(Distribution.NORMAL, matrices, deviation, true, List.of(), "");
  }

  static LayerScales fans(NetworkShape network, FanScale scale, double gain) {
    List<LayerShape> layers = network.layers();
    double[] matrices = new double[layers.size()];
    for (int i = 0; i < matrices.length; i++) {
      double variance = scale.variance(layers.get(i).fanIn(), layers.get(i).sums());
      matrices[i] = gain * Math.sqrt(variance);
    }
    return LayerScales.of(scale.isUniform() ? Distribution.UNIFORM : Distribution.NORMAL, matrices);
  }

  static LayerScales orthogonal(NetworkShape network, double gain) {
    double[] matrices = new double[network.layers().size()];
    Arrays.fill(matrices, gain);
    return LayerScales.of(Distribution.ORTHOGONAL, matrices);
  }
}
