package io.sluice.engine.initial;

import java.util.List;

/**
 * The scales of the start weights of a network.
 *
 * @param distribution how matrices are drawn
 * @param matrices for each layer the standard deviation of its matrix, or what an orthogonal one is
 *     multiplied with; of a matrix that is a product, of the product
 * @param biasDeviation the standard deviation of biases; they are 0 if it is
 * @param flat whether the two factors of a product have the standard deviation of a matrix each
 * @param remarks what a reader should know of the activation, each going on after its name
 * @param missing why there are no scales, going on after the name of the activation; empty if there
 *     are
 */
record LayerScales(
    Distribution distribution,
    double[] matrices,
    double biasDeviation,
    boolean flat,
    List<String> remarks,
    String missing) {

  static LayerScales of(Distribution distribution, double[] matrices) {
    return new LayerScales(distribution, matrices, 0, false, List.of(), "");
  }

  static LayerScales missing(String reason) {
    return new LayerScales(Distribution.NORMAL, new double[0], 0, false, List.of(), reason);
  }
}
