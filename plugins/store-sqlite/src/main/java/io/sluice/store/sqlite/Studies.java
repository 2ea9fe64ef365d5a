package io.sluice.store.sqlite;

import io.sluice.spi.StudyHeader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the tables study and provenance. */
final class Studies {

  private static final String BEGIN =
      """
      insert into study (id, name, question, spec, trials, budget, targets, opened)
      values (?, ?, ?, ?, ?, ?, ?, (select coalesce(max(opened), 0) + 1 from study))
      on conflict (id) do update set
        name = excluded.name, question = excluded.question, spec = excluded.spec,
        trials = excluded.trials, budget = excluded.budget, targets = excluded.targets,
        opened = excluded.opened
      """;

  private Studies() {}

  /** Writes the header, in place of an older one of the same study, and gives its number. */
  static int begin(Connection connection, StudyHeader header) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, header.id());
      insert.setString(2, header.name());
      insert.setString(3, header.question());
      insert.setString(4, header.spec());
      insert.setLong(5, header.trials());
      // SQLite makes NULL of NaN.
      insert.setDouble(6, header.budget());
      insert.setString(7, NumberList.encode(header.targets()));
      insert.executeUpdate();
    }
    int study = number(connection, header.id());
    SqliteFile.execute(connection, "delete from provenance where study = " + study);
    try (Inserter rows = new Inserter(connection, "provenance", 4, study)) {
      rows.begin(header.provenance().size());
      int position = 0;
      for (Map.Entry<String, String> entry : header.provenance().entrySet()) {
        rows.whole(position++).text(entry.getKey()).text(entry.getValue()).endRow();
      }
    }
    return study;
  }

  /** The number of the study with this id, -1 if there is none. */
  static int number(Connection connection, String studyId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select number from study where id = ?")) {
      query.setString(1, studyId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    }
  }

  /** How many targets the study with this number has. */
  static int targets(Connection connection, int study) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select targets from study where number = ?")) {
      query.setInt(1, study);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? NumberList.decode(row.getString(1)).size() : 0;
      }
    }
  }

  /** All headers, the one begun last first. */
  static List<StudyHeader> all(Connection connection) throws SQLException {
    Map<Integer, Map<String, String>> provenance = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select study, name, value from provenance order by study, position");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        provenance
            .computeIfAbsent(rows.getInt(1), study -> new LinkedHashMap<>())
            .put(rows.getString(2), rows.getString(3));
      }
    }
    List<StudyHeader> studies = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select id, name, question, spec, trials, budget, targets, number from study"
                    + " order by opened desc");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        studies.add(
            new StudyHeader(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getLong(5),
                Rows.number(rows, 6),
                NumberList.decode(rows.getString(7)),
                provenance.getOrDefault(rows.getInt(8), Map.of())));
      }
    }
    return studies;
  }
}
