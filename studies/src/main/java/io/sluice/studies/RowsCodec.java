package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Reads and writes rows of numbers; a number alone is a row of one. Works on nodes and arrays, for
 * there may be many.
 */
final class RowsCodec {

  static final Codec<List<double[]>> ROWS =
      new Codec<>("rows of numbers", RowsCodec::rows, rows -> rows);

  private RowsCodec() {}

  /** The inputs of data, each row being made when it is asked for. */
  static List<double[]> inputs(Dataset data) {
    return rows(
        data.rows(),
        row -> IntStream.range(0, data.inputs()).mapToDouble(i -> data.input(row, i)).toArray());
  }

  /** The outputs likewise. */
  static List<double[]> outputs(Dataset data) {
    return rows(
        data.rows(),
        row -> IntStream.range(0, data.outputs()).mapToDouble(i -> data.output(row, i)).toArray());
  }

  private static List<double[]> rows(int count, IntFunction<double[]> row) {
    return new AbstractList<>() {
      @Override
      public double[] get(int index) {
        return row.apply(index);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private static Optional<List<double[]>> rows(Field field) {
    List<Node> rows =
        field.isSequence() ? ((Node.Sequence) field.node()).items() : List.of(field.node());
    if (rows.isEmpty()) {
      field.complain('"' + field.label() + "\" needs at least one row, such as [[0, 1]]");
      return Optional.empty();
    }
    List<double[]> numbers = new ArrayList<>(rows.size());
    boolean right = true;
    for (Node row : rows) {
      List<Node> cells =
          row instanceof Node.Sequence ? ((Node.Sequence) row).items() : List.of(row);
      double[] values =
          cells instanceof NumberRow ? ((NumberRow) cells).numbers() : new double[cells.size()];
      for (int i = 0; i < values.length && !(cells instanceof NumberRow); i++) {
        right &= cell(field, cells.get(i), values, i);
      }
      if (values.length == 0 || (!numbers.isEmpty() && values.length != numbers.get(0).length)) {
        field.complain(
            row.location(),
            "row "
                + (numbers.size() + 1)
                + " of \""
                + field.label()
                + "\" has "
                + values.length
                + " numbers"
                + (numbers.isEmpty() ? "" : ", but the first row has " + numbers.get(0).length));
        right = false;
      }
      numbers.add(values);
    }
    return right ? Optional.of(numbers) : Optional.empty();
  }

  private static boolean cell(Field field, Node cell, double[] values, int i) {
    Optional<Double> number =
        cell instanceof Node.Scalar
            ? Numbers.finite(((Node.Scalar) cell).text())
            : Optional.empty();
    if (number.isEmpty()) {
      field.complain(
          cell.location(),
          '"' + field.label() + "\" holds finite numbers such as 0.5, not " + cell.describe());
      return false;
    }
    values[i] = number.get();
    return true;
  }
}
