package io.sluice.engine.network;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/**
 * What a network gives for examples with weights that are given, and how steeply that hangs on
 * them; activations draw no random numbers.
 */
public final class NetworkOutputs {

  private final Network network;
  private final BlockLayout layout;
  private final double[] parameters;

  private NetworkOutputs(NetworkShape shape, Dataset rows, double[] weights) {
    network = new Network(shape, rows, 1);
    network.bind(0, rows);
    network.freeze(0, weights);
    int[] index = shape.indexOfParameter();
    // Of frozen layers alone there is no parameter, and a block has a row at least.
    layout = new BlockLayout(Math.max(1, index.length), 1, 0);
    parameters = layout.newBlock();
    for (int p = 0; p < index.length; p++) {
      parameters[layout.row(p)] = weights[index[p]];
    }
  }

  /**
   * The outputs, {@code [row][output]}.
   *
   * @param rows the examples
   * @param weights all weights, frozen ones included
   */
  public static double[][] of(NetworkShape shape, Dataset rows, double[] weights) {
    return new NetworkOutputs(shape, rows, weights).all();
  }

  private double[][] all() {
    double[][] outputs = new double[network.examples()][network.outputs()];
    network.begin(layout, parameters, 1, Batch.ALL, null);
    int first = 0;
    int examples;
    while ((examples = network.forward()) > 0) {
      for (int example = 0; example < examples; example++) {
        System.arraycopy(
            network.output(),
            example * network.outputs(),
            outputs[first + example],
            0,
            network.outputs());
      }
      first += examples;
    }
    return outputs;
  }

  /**
   * The slopes of some outputs by the parameters, {@code [output][parameter]}.
   *
   * @param which the outputs, numbered row by row over all examples
   */
  public static double[][] slopes(NetworkShape shape, Dataset rows, double[] weights, int[] which) {
    return new NetworkOutputs(shape, rows, weights).slopes(which);
  }

  private double[][] slopes(int[] which) {
    int outputs = network.outputs();
    double[][] slopes = new double[which.length][layout.parameters()];
    double[] block = layout.newBlock();
    int[][] row = new int[1][1];
    Batch one = new Batch(row, 0, 1);
    for (int i = 0; i < which.length; i++) {
      row[0][0] = which[i] / outputs;
      network.begin(layout, parameters, 1, one, block);
      network.forward();
      Arrays.fill(network.errors(), 0, outputs, 0);
      network.errors()[which[i] % outputs] = 1;
      network.backward();
      for (int p = 0; p < layout.parameters(); p++) {
        slopes[i][p] = block[layout.row(p)];
      }
    }
    return slopes;
  }
}
