package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads the tables cell, label and hyperparameter. The first factors of studies have columns of the
 * table cell; labels of all others are rows of the table label.
 */
final class Cells {

  /** The factors with columns, in their order, behind the columns study and cell. */
  static final List<String> COLUMNS = Factor.names(Factor.FIRST);

  private static final int FIRST_FACTOR = 2;

  private Cells() {}

  /** The cells of a study by their place; those that do not fit their checksum are left out. */
  static Map<Integer, Cell> read(
      Database database, Connection connection, int study, ResultHash hash) throws SQLException {
    UnaryOperator<String> read = database.read();
    List<Factor> factors;
    try {
      factors = Studies.factors(database, connection, study);
    } catch (IllegalArgumentException damaged) {
      return Map.of();
    }
    Map<Integer, Map<String, String>> labels = labels(read, connection, study);
    Map<Integer, Map<String, Double>> hyperparameters = hyperparameters(read, connection, study);
    Map<Integer, Cell> cells = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select cell, problem, network, loss, activation, optimizer, weight_policy, bounds,"
                + " initial_weights, batches, schedule, clipping, weight_decay, hash"
                + " from cell where study = ?")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          int index = rows.getInt(1);
          Map<String, String> said = labels.computeIfAbsent(index, cell -> new HashMap<>());
          for (int i = 0; i < COLUMNS.size(); i++) {
            String label = rows.getString(FIRST_FACTOR + i);
            said.put(COLUMNS.get(i), label == null ? null : read.apply(label));
          }
          said.keySet().retainAll(Factor.names(factors));
          int kept = rows.getInt(FIRST_FACTOR + COLUMNS.size());
          boolean unchecked = rows.wasNull();
          Map<String, Double> values = hyperparameters.getOrDefault(index, Map.of());
          if (!said.containsValue(null) && isWhole(said, factors)) {
            Cell cell = Cell.of(factors, index, said, values);
            if (unchecked || hash.of(cell, factors) == kept) {
              cells.put(index, cell);
            }
          }
        }
      }
    }
    return cells;
  }

  private static boolean isWhole(Map<String, String> labels, List<Factor> factors) {
    return factors.stream().allMatch(f -> f.hasPreset() || labels.containsKey(f.name()));
  }

  private static Map<Integer, Map<String, String>> labels(
      UnaryOperator<String> read, Connection connection, int study) throws SQLException {
    Map<Integer, Map<String, String>> labels = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("select cell, factor, label from label where study = ?")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          labels
              .computeIfAbsent(rows.getInt(1), cell -> new HashMap<>())
              .put(rows.getString(2), read.apply(rows.getString(3)));
        }
      }
    }
    return labels;
  }

  private static Map<Integer, Map<String, Double>> hyperparameters(
      UnaryOperator<String> read, Connection connection, int study) throws SQLException {
    Map<Integer, Map<String, Double>> hyperparameters = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select cell, name, value from hyperparameter where study = ?"
                + " order by cell, position")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hyperparameters
              .computeIfAbsent(rows.getInt(1), cell -> new LinkedHashMap<>())
              .put(read.apply(String.valueOf(rows.getString(2))), Sql.number(rows, 3));
        }
      }
    }
    return hyperparameters;
  }
}
