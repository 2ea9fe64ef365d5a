package io.sluice.store.sqlite;

import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
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
      insert into study (id, name, question, spec, trials, budget, targets, hash, opened)
      values (?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(opened), 0) + 1 from study))
      on conflict (id) do update set
        name = excluded.name, question = excluded.question, spec = excluded.spec,
        trials = excluded.trials, budget = excluded.budget, targets = excluded.targets,
        hash = excluded.hash, opened = excluded.opened
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
      insert.setInt(8, new ResultHash(header.id()).of(header));
      insert.executeUpdate();
    }
    int study = find(connection, header.id()).number();
    countTrials(connection, study);
    SqliteFile.execute(connection, "delete from provenance where study = " + study);
    try (Inserter rows = new Inserter(connection, "provenance", 4, study)) {
      rows.begin(header.provenance().size());
      int position = 0;
      for (Map.Entry<String, String> entry : header.provenance().entrySet()) {
        rows.whole(position++).text(entry.getKey()).text(entry.getValue()).endRow();
      }
    }
    SqliteFile.execute(connection, "delete from factor where study = " + study);
    try (Inserter rows = new Inserter(connection, "factor", 4, study)) {
      rows.begin(header.factors().size());
      int position = 0;
      for (Factor factor : header.factors()) {
        rows.whole(position++).text(factor.name()).text(factor.preset()).endRow();
      }
    }
    return study;
  }

  /**
   * What a study varies; the first factors if it is older than declarations.
   *
   * @throws IllegalArgumentException if that is damaged
   */
  static List<Factor> factors(Connection connection, int study) throws SQLException {
    List<Factor> factors = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name, preset from factor where study = ? order by position")) {
      query.setInt(1, study);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          factors.add(
              new Factor(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2))));
        }
      }
    }
    return factors.isEmpty() ? Factor.FIRST : factors;
  }

  /**
   * Counts the trials that are there. A run that begins does what is missing, so from now on the
   * count is right again.
   */
  private static void countTrials(Connection connection, int study) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement(
            "update study set kept = (select count(*) from trial_row where id between ? and ?)"
                + " where number = ?")) {
      count.setLong(1, TrialRow.id(study, 0));
      count.setLong(2, TrialRow.id(study, Integer.MAX_VALUE));
      count.setInt(3, study);
      count.executeUpdate();
    }
  }

  /**
   * What reading the rows of a study needs to know of it.
   *
   * @param number what rows call the study, -1 if there is none
   * @param targets how many targets it has
   * @param kept how many trials it must have, -1 if that is not known
   */
  record Known(int number, int targets, long kept) {}

  static Known find(Connection connection, String studyId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select number, targets, kept from study where id = ?")) {
      query.setString(1, studyId);
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

  static Headers all(Connection connection, SqliteFile file) throws SQLException {
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
                  rows, factors(connection, study), provenance.getOrDefault(study, Map.of())));
        } catch (RuntimeException e) {
          all.damaged.add(
              ResultStoreException.damaged(
                      "the study \"" + rows.getString(1) + "\" in " + file,
                      "its header " + e.getMessage())
                  .getMessage());
        }
      }
    }
    return all;
  }

  private static StudyHeader checkedHeader(
      ResultSet row, List<Factor> factors, Map<String, String> provenance) throws SQLException {
    StudyHeader header =
        new StudyHeader(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            Rows.number(row, 6),
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
