package io.sluice.engine.network;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;
import java.util.List;

/**
 * Networks of one shape side by side, looked at again and again with other weights: what they give
 * for some examples, and how steep their activations are there. No activation draws.
 */
public final class NetworkSight {

  private final Network network;
  private final BlockLayout layout;
  private final double[] weights;
  private final double[] slopes;
  private final int[] index;
  private final int lanes;
  private final double[][] outputs;
  private final int[][] flat;

  /**
   * A sight of networks.
   *
   * @param rows the examples
   * @param start all weights, of which those that are frozen stay
   * @param lanes how many networks there are
   */
  public NetworkSight(NetworkShape shape, Dataset rows, double[] start, int lanes) {
    this.lanes = lanes;
    network = new Network(shape, rows, lanes);
    index = shape.indexOfParameter();
    layout = new BlockLayout(Math.max(1, index.length), lanes, 0);
    weights = layout.newBlock();
    slopes = layout.newBlock();
    for (int lane = 0; lane < lanes; lane++) {
      network.bind(lane, rows);
      if (network.isPartlyFrozen()) {
        network.freeze(lane, start);
      }
    }
    outputs = new double[network.examples() * network.outputs()][lanes];
    List<Sloped> activations = network.activations();
    flat = new int[activations.stream().mapToInt(Sloped::units).sum()][lanes];
  }

  /** Takes the weights of a network, frozen ones included. */
  public void put(int lane, double[] all) {
    for (int p = 0; p < index.length; p++) {
      weights[layout.row(p) + lane] = all[index[p]];
    }
  }

  /**
   * Passes all examples.
   *
   * @param flatBelow what a slope is below, in size, that counts as flat
   */
  public void look(double flatBelow) {
    for (int[] unit : flat) {
      Arrays.fill(unit, 0);
    }
    network.begin(layout, weights, lanes, Batch.ALL, slopes);
    int width = network.outputs();
    int first = 0;
    int examples;
    while ((examples = network.forward()) > 0) {
      for (int row = 0; row < examples * width; row++) {
        System.arraycopy(network.output(), row * lanes, outputs[first * width + row], 0, lanes);
      }
      countFlat(examples, flatBelow);
      first += examples;
    }
  }

  private void countFlat(int examples, double flatBelow) {
    int firstUnit = 0;
    for (Sloped layer : network.activations()) {
      int units = layer.units();
      for (int row = 0; row < examples * layer.steps() * units; row++) {
        for (int lane = 0; lane < lanes; lane++) {
          if (Math.abs(layer.slopes()[row * lanes + lane]) < flatBelow) {
            flat[firstUnit + row % units][lane]++;
          }
        }
      }
      firstUnit += units;
    }
  }

  /** How many numbers a network gives for an example. */
  public int outputs() {
    return network.outputs();
  }

  /** What a network gave at the last look. */
  public double output(int example, int output, int lane) {
    return outputs[example * network.outputs() + output][lane];
  }

  /** How many units have an activation of single numbers, layer by layer. */
  public int units() {
    return flat.length;
  }

  /**
   * The share of examples at which a unit was flat at the last look; of a layer that reads its
   * inputs as a sequence, the share of steps of all examples.
   */
  public double flat(int unit, int lane) {
    int before = 0;
    for (Sloped layer : network.activations()) {
      if (unit < before + layer.units()) {
        return (double) flat[unit][lane] / ((long) network.examples() * layer.steps());
      }
      before += layer.units();
    }
    throw new IndexOutOfBoundsException("there is no unit " + unit);
  }
}
