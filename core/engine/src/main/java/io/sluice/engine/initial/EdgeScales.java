package io.sluice.engine.initial;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.text.NumberText;
import io.sluice.moments.EdgeOfChaos;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scales at the edge of chaos: σ_w / √inputs for matrices, σ_b for biases. σ_w is that of the
 * activation in front of the matrix; the first layer takes that of its own, as the theory has one
 * σ_w for all layers. Where a network mixes activations it is no more than a rule of thumb; one
 * linear layer alone has no chaos and takes σ_w = 1.
 */
final class EdgeScales {

  private final double biasDeviation;
  private final Map<Activation, Optional<EdgeOfChaos>> known = new HashMap<>();

  EdgeScales(double biasDeviation) {
    this.biasDeviation = biasDeviation;
  }

  LayerScales of(NetworkShape network) {
    if (network.hasLayerActivation()) {
      return ActivationScales.OF_ALL_UNITS;
    }
    List<LayerShape> layers = network.layers();
    List<String> remarks = new ArrayList<>();
    double[] matrices = new double[layers.size()];
    for (int i = 0; i < matrices.length; i++) {
      Activation activation =
          i == 0 ? layers.get(0).activation() : ActivationScales.before(layers, i);
      if (activation == null) {
        matrices[i] = 1 / Math.sqrt(layers.get(i).fanIn());
        continue;
      }
      Optional<EdgeOfChaos> edge =
          known.computeIfAbsent(activation, f -> EdgeOfChaos.least(f, biasDeviation));
      String deviation = NumberText.of(biasDeviation);
      if (edge.isEmpty()) {
        return LayerScales.missing(
            "has no edge of chaos with biases of the standard deviation " + deviation);
      }
      if (!edge.get().isStable() && edge.get().variance() > 0) {
        String remark =
            "has an edge of chaos with biases of the standard deviation "
                + deviation
                + ", but layers drive variances away from it";
        if (!remarks.contains(remark)) {
          remarks.add(remark);
        }
      }
      matrices[i] = edge.get().weightDeviation() / Math.sqrt(layers.get(i).fanIn());
    }
    return new LayerScales(
        Distribution.NORMAL, matrices, biasDeviation, false, List.copyOf(remarks), "");
  }
}
