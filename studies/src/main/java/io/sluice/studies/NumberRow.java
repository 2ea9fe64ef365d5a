package io.sluice.studies;

import io.sluice.engine.text.NumberText;
import java.util.AbstractList;

/**
 * A row of data as a list of nodes that are made when they are asked for: a node for each of
 * millions of numbers would need more room than all else. All have the place of the row.
 */
final class NumberRow extends AbstractList<Node> {

  private final Location location;
  private final double[] numbers;

  NumberRow(Location location, double[] numbers) {
    this.location = location;
    this.numbers = numbers;
  }

  /** The numbers themselves, not to be changed. */
  double[] numbers() {
    return numbers;
  }

  @Override
  public Node get(int index) {
    return new Node.Scalar(location, NumberText.of(numbers[index]));
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
