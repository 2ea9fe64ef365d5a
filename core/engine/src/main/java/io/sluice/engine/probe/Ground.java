package io.sluice.engine.probe;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;

/**
 * What probes know before anything is trained, and what follows from it alone, found when first
 * asked for. Of use to one thread.
 */
public final class Ground {

  private final Dataset data;
  private final Accuracy accuracy;
  private final NetworkShape network;
  private final Loss loss;
  private AffineFit fit;
  private double floor = Double.NaN;
  private double separability = Double.NaN;

  /**
   * The ground of a task.
   *
   * @param data the rows to train with
   * @param accuracy which outputs are right; null if the targets are no classes
   */
  public Ground(Dataset data, Accuracy accuracy, NetworkShape network, Loss loss) {
    this.data = data;
    this.accuracy = accuracy;
    this.network = network;
    this.loss = loss;
  }

  Dataset data() {
    return data;
  }

  /** The inputs of a row. */
  double[] inputs(int row) {
    return AffineFit.column(data.inputs(), input -> data.input(row, input));
  }

  Accuracy accuracy() {
    return accuracy;
  }

  NetworkShape network() {
    return network;
  }

  /** Whether the loss is the mean of squares. */
  boolean hasSquares() {
    return loss.isMeanOfSquares();
  }

  /** Whether each row is of one of two classes. */
  boolean hasTwoClasses() {
    return accuracy != null && accuracy.isOfTwoClasses(data.outputs());
  }

  /** Whether the layers would be affine maps without their activations. */
  boolean isAffineBesideActivations() {
    return network.layers().stream().allMatch(LayerShape::isAffineBesideActivation);
  }

  /** For each row whether it is of the second of two classes. */
  boolean[] second() {
    boolean[] second = new boolean[data.rows()];
    for (int row = 0; row < second.length; row++) {
      second[row] = accuracy.isSecond(data, row);
    }
    return second;
  }

  /** What affine maps of the inputs can give. */
  AffineFit fit() {
    if (fit == null) {
      fit = AffineFit.of(data.rows(), data.inputs(), data::input);
    }
    return fit;
  }

  /** The least mean of squares that an affine map of the inputs reaches. */
  double linearFloor() {
    if (Double.isNaN(floor)) {
      double squares = 0;
      for (int o = 0; o < data.outputs(); o++) {
        int output = o;
        squares += fit().missed(AffineFit.column(data.rows(), row -> data.output(row, output)));
      }
      floor = squares / ((double) data.rows() * data.outputs());
    }
    return floor;
  }

  /** The share of rows that an affine map of the inputs tells apart. */
  double inputSeparability() {
    if (Double.isNaN(separability)) {
      separability = Separation.share(fit().span(), second());
    }
    return separability;
  }
}
