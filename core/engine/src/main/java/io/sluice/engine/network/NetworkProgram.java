package io.sluice.engine.network;

import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.List;

/** A network as operations, each of which is called once for a tile. */
final class NetworkProgram {

  private final List<Operation> operations = new ArrayList<>();
  private final int examples;
  private final int lanes;
  private int parameters;
  private int frozen;
  private Signal signal;

  /**
   * The operations of a network.
   *
   * @param input what goes in
   * @param examples the most examples of a tile
   * @param lanes the most lanes
   */
  NetworkProgram(NetworkShape network, Signal input, int examples, int lanes) {
    this.examples = examples;
    this.lanes = lanes;
    signal = input;
    List<WeightGroup> groups = network.groups();
    for (int i = 0; i < network.layers().size(); i++) {
      int layer = i;
      addLayer(
          network.layers().get(i),
          groups.stream().filter(group -> group.layer() == layer).toList(),
          i == 0);
    }
  }

  /** In the order of the forward pass. */
  List<Operation> operations() {
    return operations;
  }

  /** What comes out. */
  Signal output() {
    return signal;
  }

  private void addLayer(LayerShape layer, List<WeightGroup> groups, boolean first) {
    Signal in = signal;
    Signal out = Signal.of(layer.units(), layer.activation() != null, examples, lanes);
    Signal sums =
        layer.layerActivation() == null ? out : Signal.of(layer.sums(), false, examples, lanes);
    WeightRows right = null;
    WeightRows matrix = null;
    WeightRows biases = null;
    WeightRows gains = null;
    WeightRows shifts = null;
    List<WeightRows> trained = new ArrayList<>();
    for (WeightGroup group : groups) {
      WeightRows rows = rows(group);
      switch (group.kind()) {
        case RIGHT_FACTOR:
          right = rows;
          break;
        case BIAS:
          biases = rows;
          break;
        case GAIN:
          gains = rows;
          break;
        case SHIFT:
          shifts = rows;
          break;
        case ACTIVATION:
          trained.add(rows);
          break;
        default:
          matrix = rows;
      }
    }
    if (right == null) {
      operations.add(new Affine(in, sums, first, matrix, biases, layer.residual()));
    } else {
      Signal between = Signal.of(layer.rank(), false, examples, lanes);
      operations.add(new Affine(in, between, first, right, null, layer.residual()));
      operations.add(new Affine(between, sums, false, matrix, biases, false));
    }
    if (layer.normalized()) {
      operations.add(new Normalized(sums, gains, shifts, examples, lanes));
    }
    if (!trained.isEmpty()) {
      operations.add(
          new TrainedActivation(
              out,
              (TrainableActivation) layer.activation(),
              layer.training() == TrainableActivation.Sharing.UNIT,
              trained.toArray(new WeightRows[0])));
    } else if (layer.drawsInTraining()) {
      operations.add(new DrawnActivation(out, (StochasticActivation) layer.activation(), lanes));
    } else if (layer.activation() != null) {
      operations.add(new Activated(out, layer.activation()));
    } else if (layer.layerActivation() != null) {
      operations.add(new LayerActivated(sums, out, layer.layerActivation(), layer.residual()));
    }
    if (layer.residual()) {
      operations.add(new Added(in, out));
    }
    signal = out;
  }

  private WeightRows rows(WeightGroup group) {
    int first = group.frozen() ? frozen : parameters;
    if (group.frozen()) {
      frozen += group.count();
    } else {
      parameters += group.count();
    }
    return new WeightRows(first, group.frozen());
  }
}
