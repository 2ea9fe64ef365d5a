package io.sluice.store.sql;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Goes through the table summary. Closing the connection ends it. */
final class Summaries {

  private final ResultHash hash;
  private final UnaryOperator<String> read;
  private final Map<Integer, Cell> cells;
  private final ResultSet rows;

  Summaries(Database database, Connection connection, String studyId) throws SQLException {
    database.beginReading(connection);
    hash = new ResultHash(studyId);
    read = database.read();
    int study = Studies.find(database, connection, studyId).number();
    cells = Cells.read(database, connection, study, hash);
    PreparedStatement query =
        connection.prepareStatement(
            "select cell, trials, content, hash from summary where study = ? order by cell");
    query.setFetchSize(1);
    query.setInt(1, study);
    rows = query.executeQuery();
  }

  /** The next that is as it was written, or null after the last. */
  CellSummary next() throws SQLException {
    while (rows.next()) {
      Cell cell = cells.get(rows.getInt(1));
      if (cell != null) {
        try {
          String content = read.apply(rows.getString(3));
          CellSummary summary = new CellSummary(cell, rows.getString(2), content);
          if (hash.of(summary) == rows.getInt(4)) {
            return summary;
          }
        } catch (IllegalArgumentException | NullPointerException damaged) {
          // It is left out.
        }
      }
    }
    return null;
  }
}
