package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.network.Network;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;

/** What a network gives for examples, with weights that are given. */
public final class NetworkOutputs {

  private NetworkOutputs() {}

  /**
   * The outputs, {@code [row][output]}; activations draw no random numbers.
   *
   * @param task whose network it is
   * @param rows the examples
   * @param weights all weights, frozen ones included
   */
  public static double[][] of(Task.Fit task, Dataset rows, double[] weights) {
    Network network = new Network(task.network(), rows, 1);
    network.bind(0, rows);
    network.freeze(0, weights);
    int[] index = task.indexOfParameter();
    double[] parameters = new double[index.length];
    for (int p = 0; p < index.length; p++) {
      parameters[p] = weights[index[p]];
    }
    double[][] outputs = new double[rows.rows()][network.outputs()];
    network.begin(new BlockLayout(index.length, 1, 0), parameters, 1, Batch.ALL, null);
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
}
