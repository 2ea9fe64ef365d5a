package io.sluice.engine.network;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.RandomStream;
import java.util.List;

/**
 * A network with the examples it sees, for a block of lanes. Passes tile after tile, on the thread
 * that made it.
 */
public final class Network {

  private final List<Operation> operations;
  private final List<Operation> drawn;
  private final Examples examples;
  private final double[] sharedInputs;
  private final Signal input;
  private final Signal output;
  private final double[] wanted;
  private final int[] indexOfFrozen;
  private final Tile tile = new Tile();
  private final Pulse pulse = Pulse.ofThread();
  private final int examplesOfTile;
  private Batch batch;
  private int loadedFirst = -1;
  private int loadedLanes;

  /**
   * A network and its examples.
   *
   * @param data the examples of the first lane; those of others have the same shape
   * @param lanes the most lanes there can be
   */
  public Network(NetworkShape shape, Dataset data, int lanes) {
    examples = new Examples(data, lanes);
    examplesOfTile = TileSize.of(shape, data.rows(), lanes);
    // Who reads inputs a second time reads them lane by lane, so they must be spread over the
    // lanes.
    sharedInputs = shape.layers().get(0).readsInputs() ? null : examples.sharedInputs();
    input = Signal.ofInputs(shape.inputs(), examplesOfTile, lanes);
    NetworkProgram program = new NetworkProgram(shape, input, examplesOfTile, lanes);
    operations = program.operations();
    output = program.output();
    drawn = operations.stream().filter(Operation::draws).toList();
    wanted = new double[output.values().length];
    indexOfFrozen = shape.indexOfFrozen();
    if (indexOfFrozen.length > 0) {
      tile.frozenLayout = new BlockLayout(indexOfFrozen.length, lanes, 0);
      tile.frozen = tile.frozenLayout.newBlock();
    }
  }

  /** Says which examples the lane has from now on. */
  public void bind(int lane, Dataset examplesOfLane) {
    examples.bind(lane, examplesOfLane);
    loadedFirst = -1;
  }

  /** Says with which key the operations of the lane draw from now on. */
  public void bindDraws(int lane, long key) {
    for (int i = 0; i < drawn.size(); i++) {
      drawn.get(i).bind(lane, RandomStream.key(key, i));
    }
  }

  /** Whether there are weights that are frozen, which {@link #freeze} must set. */
  public boolean isPartlyFrozen() {
    return indexOfFrozen.length > 0;
  }

  /**
   * Says which frozen weights the lane has from now on.
   *
   * @param weights all weights with which the lane's trial starts
   */
  public void freeze(int lane, double[] weights) {
    for (int i = 0; i < indexOfFrozen.length; i++) {
      tile.frozen[tile.frozenLayout.row(i) + lane] = weights[indexOfFrozen[i]];
    }
  }

  /** How many examples there are. */
  public int examples() {
    return examples.rows();
  }

  /** How many numbers an example is turned into. */
  public int outputs() {
    return output.units();
  }

  /** The activations, first layer first. */
  public List<Sloped> activations() {
    return operations.stream().filter(Sloped.class::isInstance).map(Sloped.class::cast).toList();
  }

  /** The outputs of the tile passed last, {@code [example][unit][lane]}. */
  public double[] output() {
    return output.values();
  }

  /** What they should be. */
  public double[] wanted() {
    return wanted;
  }

  /** Takes the slopes of the loss by the outputs, for {@link #backward}. */
  public double[] errors() {
    return output.errors();
  }

  /**
   * Begins a training pass, in which activations draw.
   *
   * @param update how many updates came before
   */
  public void beginTraining(
      long update,
      BlockLayout layout,
      double[] weights,
      int lanes,
      Batch examples,
      double[] gradients) {
    begin(layout, weights, lanes, examples, gradients);
    tile.firstDraw = update * this.examples.rows();
  }

  /**
   * Has the pass that was begun for training draw what falls to later examples.
   *
   * @param examples how many are left out
   */
  public void skipDraws(int examples) {
    tile.firstDraw += examples;
  }

  /**
   * Begins a pass in which no activation draws.
   *
   * @param examples which examples it goes over
   * @param gradients receives the gradients; null if only losses are wanted
   */
  public void begin(
      BlockLayout layout, double[] weights, int lanes, Batch examples, double[] gradients) {
    batch = examples;
    tile.sharedInputs = batch.isAll() ? sharedInputs : null;
    tile.layout = layout;
    tile.weights = weights;
    tile.gradients = gradients;
    tile.lanes = lanes;
    tile.first = 0;
    tile.examples = 0;
    tile.setsGradients = true;
    tile.firstDraw = Tile.NO_DRAWS;
  }

  /** Passes the next examples and says how many they are; 0 after the last. */
  public int forward() {
    tile.setsGradients = tile.first + tile.examples == 0;
    tile.first += tile.examples;
    int size = batch.isAll() ? examples.rows() : batch.size();
    tile.examples = Math.min(examplesOfTile, size - tile.first);
    if (tile.examples == 0) {
      return 0;
    }
    load();
    for (Operation operation : operations) {
      pulse.enter(operation.component());
      if (tile.gradients == null) {
        operation.forward(tile);
      } else {
        operation.forwardForSlopes(tile);
      }
      pulse.leave();
    }
    return tile.examples;
  }

  private void load() {
    if (!batch.isAll()) {
      examples.load(batch, tile.first, tile.examples, tile.lanes, input.values(), wanted);
      loadedFirst = -1;
    } else if (loadedFirst != tile.first || loadedLanes != tile.lanes) {
      double[] spread = tile.sharedInputs == null ? input.values() : null;
      examples.load(tile.first, tile.examples, tile.lanes, spread, wanted);
      loadedFirst = tile.first;
      loadedLanes = tile.lanes;
    }
  }

  /** Adds the share of the examples passed last to the gradients. */
  public void backward() {
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      pulse.enter(operation.component());
      operation.backward(tile);
      pulse.leave();
    }
  }
}
