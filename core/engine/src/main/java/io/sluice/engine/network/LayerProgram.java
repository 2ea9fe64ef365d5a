package io.sluice.engine.network;

import java.util.List;

/**
 * What the parts of one layer need to add their operations.
 *
 * @param shape the layer
 * @param in what goes into the layer
 * @param sums the weighted sums, {@code out} unless the activation makes other numbers of them
 * @param out what comes out
 * @param isFirst whether the layer is the first of its network
 * @param examples the most examples of a tile
 * @param lanes the most lanes
 * @param operations those of the network so far
 */
record LayerProgram(
    LayerShape shape,
    Signal in,
    Signal sums,
    Signal out,
    boolean isFirst,
    int examples,
    int lanes,
    List<Operation> operations) {

  /** Whether a part reads the inputs a second time, and passes errors to them first. */
  boolean readsInputs() {
    return shape.readsInputs();
  }

  void add(Operation operation) {
    operations.add(operation);
  }

  /** Room for numbers between two operations. */
  Signal signal(int units) {
    return Signal.of(units, false, examples, lanes);
  }
}
