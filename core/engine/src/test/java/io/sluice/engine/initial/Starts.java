package io.sluice.engine.initial;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.support.Parts;
import io.sluice.spi.Activation;
import io.sluice.spi.RandomStream;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Start weights to be looked at. */
final class Starts {

  private Starts() {}

  static StartWeights of(InitialWeights initial, NetworkShape network) {
    return Initialisation.of(initial).get(0).of(network);
  }

  static double[] drawn(InitialWeights initial, NetworkShape network, long key) {
    double[] weights = new double[network.weights()];
    of(initial, network).draw(new RandomStream(key), weights);
    return weights;
  }

  /** A plain network with one activation, the output linear. */
  static NetworkShape network(Activation activation, Integer... widths) {
    List<Activation> activations = new ArrayList<>();
    for (int i = 2; i < widths.length; i++) {
      activations.add(activation);
    }
    activations.add(null);
    return NetworkShape.dense(Arrays.asList(widths), true, activations);
  }

  /** One linear layer whose matrix is a product. */
  static NetworkShape lowRank(int inputs, int units, int rank) {
    return new NetworkShape(
        List.of(
            new LayerShape(
                inputs,
                units,
                true,
                OptionalDouble.empty(),
                false,
                Parts.of(rank, false, false),
                null,
                Sharing.FIXED,
                null)));
  }

  /** The weights of a group. */
  static double[] group(NetworkShape network, int index, double[] weights) {
    WeightGroup group = network.groups().get(index);
    return Arrays.copyOfRange(weights, group.first(), group.first() + group.count());
  }

  static double meanSquare(double... numbers) {
    return Arrays.stream(numbers).map(x -> x * x).average().orElseThrow();
  }
}
