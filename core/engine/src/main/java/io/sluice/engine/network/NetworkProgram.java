package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

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

  private void addLayer(LayerShape shape, List<WeightGroup> groups, boolean first) {
    Signal in = signal;
    signal = Signal.of(shape.units(), shape.activation() != null, examples, lanes);
    Signal sums =
        shape.layerActivation() == null ? signal : Signal.of(shape.sums(), false, examples, lanes);
    LayerProgram layer =
        new LayerProgram(shape, in, sums, signal, first, examples, lanes, operations);
    List<LayerPart> matrix = shape.parts(LayerPart.Place.MATRIX);
    Iterator<WeightRows> rows = groups.stream().map(this::rows).toList().iterator();
    if (matrix.isEmpty()) {
      WeightRows weights = rows.next();
      operations.add(
          new Affine(
              in, sums, first, weights, shape.bias() ? rows.next() : null, layer.readsInputs()));
    }
    for (LayerPart part : matrix) {
      int more = shape.bias() ? part.biases(shape, 0).size() : 0;
      part.compile(layer, next(rows, part.weights(shape).size() + more));
    }
    for (LayerPart part : shape.parts(LayerPart.Place.SUMS)) {
      part.compile(layer, next(rows, part.weights(shape).size()));
    }
    List<LayerPart> behind = shape.parts(LayerPart.Place.OUTPUT);
    if (matrix.stream().noneMatch(LayerPart::activates)) {
      addActivation(shape, layer, rows, !behind.isEmpty());
    }
    for (LayerPart part : behind) {
      part.compile(layer, next(rows, part.weights(shape).size()));
    }
  }

  private void addActivation(
      LayerShape shape, LayerProgram layer, Iterator<WeightRows> rows, boolean changed) {
    Activation activation = shape.activation();
    if (shape.trainsActivation()) {
      TrainableActivation trained = (TrainableActivation) activation;
      operations.add(
          new TrainedActivation(
              layer.out(),
              trained,
              shape.training() == TrainableActivation.Sharing.UNIT,
              next(rows, trained.initialParameters().length).toArray(new WeightRows[0])));
    } else if (activation instanceof StochasticActivation) {
      operations.add(new DrawnActivation(layer.out(), (StochasticActivation) activation, lanes));
    } else if (activation != null) {
      operations.add(new Activated(layer.out(), activation));
    } else if (shape.layerActivation() != null) {
      operations.add(
          new LayerActivated(layer.sums(), layer.out(), shape.layerActivation(), changed));
    }
  }

  private static List<WeightRows> next(Iterator<WeightRows> rows, int count) {
    return Stream.generate(rows::next).limit(count).toList();
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
