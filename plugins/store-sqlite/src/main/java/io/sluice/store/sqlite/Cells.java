package io.sluice.store.sqlite;

import io.sluice.spi.Cell;
import io.sluice.spi.ResultHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the tables cell and hyperparameter. */
final class Cells {

  private static final int FIRST_FACTOR = 2;

  private Cells() {}

  /** The cells of a study by their place; those that do not fit their checksum are left out. */
  static Map<Integer, Cell> read(Connection connection, int study, ResultHash hash)
      throws SQLException {
    Map<Integer, Map<String, Double>> hyperparameters = hyperparameters(connection, study);
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
          Map<String, String> factors = new HashMap<>();
          for (int i = 0; i < Cell.FACTORS.size(); i++) {
            factors.put(Cell.FACTORS.get(i), rows.getString(FIRST_FACTOR + i));
          }
          int kept = rows.getInt(FIRST_FACTOR + Cell.FACTORS.size());
          boolean unchecked = rows.wasNull();
          Map<String, Double> values = hyperparameters.getOrDefault(index, Map.of());
          if (!factors.containsValue(null)) {
            Cell cell = new Cell(index, factors, values);
            if (unchecked || hash.of(cell) == kept) {
              cells.put(index, cell);
            }
          }
        }
      }
    }
    return cells;
  }

  private static Map<Integer, Map<String, Double>> hyperparameters(Connection connection, int study)
      throws SQLException {
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
              .put(String.valueOf(rows.getString(2)), Rows.number(rows, 3));
        }
      }
    }
    return hyperparameters;
  }
}
