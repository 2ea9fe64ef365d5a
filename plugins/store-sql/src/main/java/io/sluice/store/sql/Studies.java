package io.sluice.store.sql;

import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The rows of the tables study and provenance. */
final class Studies {

  private static final String COLUMNS =
      "name, question, spec, trials, budget, targets, hash, opened, id, number";

  private static final List<String> OF_A_STUDY =
      List.of("summary", "measurement", "hyperparameter", "label", "cell", "factor", "provenance");

  private Studies() {}

  /** Writes the header, in place of an older one of the same study, and gives its number. */
  static int begin(Database database, Connection connection, StudyHeader header)
      throws SQLException {
    UnaryOperator<String> kept = database.kept();
    int found = find(database, connection, header.id()).number();
    int study =
        found >= 0
            ? found
            : (int) Sql.number(connection, "select coalesce(max(number), 0) + 1 from study");
    long opened = Sql.number(connection, "select coalesce(max(opened), 0) + 1 from study");
    String write =
        found >= 0
            ? "update study set "
                + COLUMNS.replace(", id, number", "").replace(",", " = ?,")
                + " = ? where id = ? and number = ?"
            : "insert into study (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(write)) {
      insert.setString(1, kept.apply(header.name()));
      insert.setString(2, kept.apply(header.question()));
      insert.setString(3, kept.apply(header.spec()));
      insert.setLong(4, header.trials());
      if (Double.isNaN(header.budget())) {
        insert.setNull(5, Types.DOUBLE);
      } else {
        insert.setDouble(5, header.budget());
      }
      insert.setString(6, NumberList.encode(header.targets()));
      insert.setInt(7, new ResultHash(header.id()).of(header));
      insert.setLong(8, opened);
      insert.setString(9, kept.apply(header.id()));
      insert.setInt(10, study);
      insert.executeUpdate();
    }
    countTrials(database, connection, study);
    Sql.execute(connection, "delete from provenance where study = " + study);
    try (RowWriter rows = database.rows(connection, "provenance", 4, study)) {
      rows.begin(header.provenance().size());
      int position = 0;
      for (Map.Entry<String, String> entry : header.provenance().entrySet()) {
        rows.whole(position++).text(kept.apply(entry.getKey()));
        rows.text(kept.apply(entry.getValue())).endRow();
      }
    }
    Sql.execute(connection, "delete from factor where study = " + study);
    try (RowWriter rows = database.rows(connection, "factor", 4, study)) {
      rows.begin(header.factors().size());
      int position = 0;
      for (Factor factor : header.factors()) {
        rows.whole(position++).text(factor.name()).text(kept.apply(factor.preset())).endRow();
      }
    }
    return study;
  }

  /**
   * Counts the trials that are there. A run that begins does what is missing, so from now on the
   * count is right again.
   */
  private static void countTrials(Database database, Connection connection, int study)
      throws SQLException {
    TrialTable trials = database.trials(study, 0);
    Sql.execute(
        connection,
        "update study set kept = (select count(*) from "
            + trials.name()
            + " where "
            + trials.between(0, Integer.MAX_VALUE)
            + ") where number = "
            + study);
  }

  /** Deletes all rows of a study. */
  static void delete(Database database, Connection connection, int study) throws SQLException {
    TrialTable trials = database.trials(study, 0);
    Sql.execute(
        connection,
        "delete from " + trials.name() + " where " + trials.between(0, Integer.MAX_VALUE));
    for (String table : OF_A_STUDY) {
      Sql.execute(connection, "delete from " + table + " where study = " + study);
    }
    Sql.execute(connection, "delete from study where number = " + study);
  }

  /**
   * What a study varies; the first factors if it is older than declarations.
   *
   * @throws IllegalArgumentException if that is damaged
   */
  static List<Factor> factors(Database database, Connection connection, int study)
      throws SQLException {
    List<Factor> factors = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name, preset from factor where study = ? order by position")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          factors.add(
              new Factor(
                  String.valueOf(rows.getString(1)),
                  database.read().apply(String.valueOf(rows.getString(2)))));
        }
      }
    }
    return factors.isEmpty() ? Factor.FIRST : factors;
  }

  /**
   * What reading the rows of a study needs to know of it.
   *
   * @param number what rows call the study, -1 if there is none
   * @param targets how many targets it has
   * @param kept how many trials it must have, -1 if that is not known
   */
  record Known(int number, int targets, long kept) {}

  static Known find(Database database, Connection connection, String studyId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select number, targets, kept from study where id = ?")) {
      query.setString(1, database.kept().apply(studyId));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return new Known(-1, 0, 0);
        }
        int targets = targets(row.getString(2));
        long kept = row.getLong(3);
        boolean known = !row.wasNull();
        return new Known(row.getInt(1), targets, known ? kept : -1);
      }
    }
  }

  /** The number of targets; of damaged ones any, since what depends on it then does not fit. */
  private static int targets(String text) {
    try {
      return NumberList.decode(text).size();
    } catch (RuntimeException damaged) {
      return 0;
    }
  }

  /**
   * What the table study holds.
   *
   * @param headers the one begun last first
   * @param damaged a line for each study whose header is not as it was written
   */
  record Headers(List<StudyHeader> headers, List<String> damaged) {}

  static Headers all(Database database, Connection connection) throws SQLException {
    Map<Integer, Map<String, String>> provenance = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select study, name, value from provenance order by study, position");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        provenance
            .computeIfAbsent(rows.getInt(1), study -> new LinkedHashMap<>())
            .put(
                database.read().apply(rows.getString(2)), database.read().apply(rows.getString(3)));
      }
    }
    Headers all = new Headers(new ArrayList<>(), new ArrayList<>());
    try (PreparedStatement query =
            connection.prepareStatement(
                "select id, name, question, spec, trials, budget, targets, number, hash from study"
                    + " order by opened desc");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        try {
          int study = rows.getInt(8);
          all.headers.add(
              checkedHeader(
                  rows,
                  database.read(),
                  factors(database, connection, study),
                  provenance.getOrDefault(study, Map.of())));
        } catch (RuntimeException e) {
          all.damaged.add(
              ResultStoreException.damaged(
                      "the study \"" + rows.getString(1) + "\" in " + database,
                      "its header " + e.getMessage())
                  .getMessage());
        }
      }
    }
    return all;
  }

  private static StudyHeader checkedHeader(
      ResultSet row,
      UnaryOperator<String> read,
      List<Factor> factors,
      Map<String, String> provenance)
      throws SQLException {
    StudyHeader header =
        new StudyHeader(
            read.apply(row.getString(1)),
            read.apply(row.getString(2)),
            read.apply(row.getString(3)),
            read.apply(row.getString(4)),
            row.getLong(5),
            Sql.number(row, 6),
            NumberList.decode(row.getString(7)),
            factors,
            provenance);
    int hash = row.getInt(9);
    if (!row.wasNull() && hash != new ResultHash(header.id()).of(header)) {
      throw new IllegalArgumentException("does not fit its checksum");
    }
    return header;
  }
}
