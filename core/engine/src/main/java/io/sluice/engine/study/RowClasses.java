package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The classes of data: rows with the same outputs are of one class. With one output they are in the
 * order of that number, with several in the order of the first output that is greater, so that the
 * classes of one-hot targets are in the order of their outputs.
 *
 * @param targets the outputs of each class
 * @param ofRow the class of each row, from 0 on
 */
public record RowClasses(List<List<Double>> targets, int[] ofRow) {

  /** The classes of these rows. */
  public static RowClasses of(Dataset data) {
    TreeMap<double[], Integer> places = new TreeMap<>(RowClasses::compare);
    double[][] rows = new double[data.rows()][data.outputs()];
    for (int row = 0; row < rows.length; row++) {
      for (int o = 0; o < data.outputs(); o++) {
        rows[row][o] = data.output(row, o);
      }
      places.put(rows[row], 0);
    }
    List<List<Double>> targets = new ArrayList<>();
    places.replaceAll(
        (outputs, unknown) -> {
          List<Double> target = new ArrayList<>();
          for (double output : outputs) {
            target.add(output);
          }
          targets.add(List.copyOf(target));
          return targets.size() - 1;
        });
    int[] ofRow = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      ofRow[row] = places.get(rows[row]);
    }
    return new RowClasses(List.copyOf(targets), ofRow);
  }

  private static int compare(double[] one, double[] other) {
    for (int o = 0; o < one.length; o++) {
      if (one[o] != other[o]) {
        return one[o] < other[o] == (one.length == 1) ? -1 : 1;
      }
    }
    return 0;
  }

  /** How many there are. */
  public int count() {
    return targets.size();
  }

  /**
   * Whether the outputs are names of classes: two different ones, or so few that on average each
   * comes twice at least.
   */
  public boolean areNames() {
    return count() <= Math.max(2, ofRow.length / 2);
  }

  /** How many rows each has. */
  public int[] sizes() {
    int[] sizes = new int[count()];
    for (int c : ofRow) {
      sizes[c]++;
    }
    return sizes;
  }

  /**
   * What a class is called: its number from 1 on where there are several outputs, or its target.
   */
  public String name(int number) {
    List<Double> target = targets.get(number);
    return target.size() == 1 ? NumberText.of(target.get(0)) : String.valueOf(number + 1);
  }
}
