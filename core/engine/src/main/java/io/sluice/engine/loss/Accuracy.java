package io.sluice.engine.loss;

import io.sluice.engine.study.Dataset;
import java.util.Optional;

/** Which outputs of a network are right, where targets name classes. */
public final class Accuracy {

  private final boolean greatest;
  private final double outputBorder;
  private final double targetBorder;

  private Accuracy(boolean greatest, double outputBorder, double targetBorder) {
    this.greatest = greatest;
    this.outputBorder = outputBorder;
    this.targetBorder = targetBorder;
  }

  /**
   * The accuracy that belongs to a loss and all the data of a problem.
   *
   * <ul>
   *   <li>Softmax cross-entropy, if each example has one greatest target: an example is right if
   *       its greatest output, the first of equal ones, is where its greatest target is.
   *   <li>Binary cross-entropy, if each target is 0 or 1: an output is right if it is above 0
   *       exactly where the target is 1.
   *   <li>Any other loss, if the targets are exactly two numbers: an output is right if it is above
   *       their middle exactly where the target is.
   * </ul>
   *
   * An output that is NaN is never right. In all other cases there is no accuracy.
   */
  public static Optional<Accuracy> of(Loss loss, Dataset data) {
    if (loss instanceof SoftmaxCrossEntropy) {
      return hasGreatestTargets(data)
          ? Optional.of(new Accuracy(true, Double.NaN, Double.NaN))
          : Optional.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < data.rows(); row++) {
      for (int o = 0; o < data.outputs(); o++) {
        low = Math.min(low, data.output(row, o));
        high = Math.max(high, data.output(row, o));
      }
    }
    if (loss instanceof BinaryCrossEntropy) {
      return hasOnly(data, 0, 1) ? Optional.of(new Accuracy(false, 0, 0.5)) : Optional.empty();
    }
    double middle = low / 2 + high / 2;
    return low < high && hasOnly(data, low, high)
        ? Optional.of(new Accuracy(false, middle, middle))
        : Optional.empty();
  }

  private static boolean hasOnly(Dataset data, double low, double high) {
    for (int row = 0; row < data.rows(); row++) {
      for (int o = 0; o < data.outputs(); o++) {
        if (data.output(row, o) != low && data.output(row, o) != high) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasGreatestTargets(Dataset data) {
    for (int row = 0; row < data.rows(); row++) {
      double greatest = Double.NEGATIVE_INFINITY;
      int times = 0;
      for (int o = 0; o < data.outputs(); o++) {
        double target = data.output(row, o);
        times = target > greatest ? 1 : times + (target == greatest ? 1 : 0);
        greatest = Math.max(greatest, target);
      }
      if (times > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether so many outputs say which one of two classes an example has. */
  public boolean isOfTwoClasses(int outputs) {
    return outputs == (greatest ? 2 : 1);
  }

  /** Of two classes: above 0 where outputs say the second class, 0 at the border. */
  public double side(double[] outputs) {
    return greatest ? outputs[1] - outputs[0] : outputs[0] - outputBorder;
  }

  /** Of two classes: whether the example has the second. */
  public boolean isSecond(Dataset data, int row) {
    return greatest
        ? data.output(row, 1) > data.output(row, 0)
        : data.output(row, 0) > targetBorder;
  }

  /** How many right ones an example can have. */
  public int most(int units) {
    return greatest ? 1 : units;
  }

  /**
   * How many an example has.
   *
   * @param from where its first output is
   * @param step from one output to the next
   */
  public int right(double[] output, double[] wanted, int from, int units, int step) {
    if (greatest) {
      int found = indexOfGreatest(output, from, units, step);
      return found >= 0 && found == indexOfGreatest(wanted, from, units, step) ? 1 : 0;
    }
    int right = 0;
    for (int unit = from; unit < from + units * step; unit += step) {
      boolean high = wanted[unit] > targetBorder;
      if (high ? output[unit] > outputBorder : output[unit] <= outputBorder) {
        right++;
      }
    }
    return right;
  }

  /** The first of the greatest numbers; −1 if one is NaN. */
  private static int indexOfGreatest(double[] numbers, int from, int length, int step) {
    int index = from;
    for (int i = from; i < from + length * step; i += step) {
      if (Double.isNaN(numbers[i])) {
        return -1;
      }
      if (numbers[i] > numbers[index]) {
        index = i;
      }
    }
    return index;
  }
}
