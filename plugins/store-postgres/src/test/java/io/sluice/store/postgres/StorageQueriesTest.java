package io.sluice.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import io.sluice.store.duckdb.DuckdbStoreProvider;
import io.sluice.store.sqlite.SqliteStoreProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The queries of docs/storage.md run on every store in a SQL database and are answered alike. */
class StorageQueriesTest {

  private static final Path PAGE = Path.of("../../docs/storage.md");
  private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);

  private static final StudyHeader HEADER =
      new StudyHeader("article-1", "article", "?", "{}", 80, 9, List.of(0.1, 0.01), Map.of());

  @TempDir static Path folder;

  private static Map<String, Connection> databases;

  @BeforeAll
  static void keepTheSameEverywhere() throws SQLException {
    databases = new LinkedHashMap<>();
    keep(new SqliteStoreProvider(), folder + "/a.db");
    keep(new DuckdbStoreProvider(), folder + "/a.duckdb");
    keep(new PostgresStoreProvider(), Server.location("queries"));
    databases.put("sqlite", DriverManager.getConnection("jdbc:sqlite:" + folder + "/a.db"));
    databases.put("duckdb", DriverManager.getConnection("jdbc:duckdb:" + folder + "/a.duckdb"));
    databases.put(
        "postgres",
        PostgresAddress.of(Server.location("queries"), Map.of()).source().getConnection());
  }

  @AfterAll
  static void close() throws SQLException {
    for (Connection connection : databases.values()) {
      connection.close();
    }
  }

  private static void keep(ResultStoreProvider provider, String location) {
    try (ResultStore store = provider.open(location)) {
      for (StudyHeader header :
          List.of(
              HEADER, new StudyHeader("other-1", "other", "", "{}", 8, 9, List.of(), Map.of()))) {
        try (ResultWriter writer = store.open(header)) {
          for (int index = 0; index < 80; index++) {
            Finished finished = finished(index);
            for (int step = 0; step < 3; step++) {
              double value = index % 7 == 0 ? Double.NaN : (index + 1.0) / (step + 3);
              writer.write(new Measured(finished.trial(), step, 3 * step, "loss", value));
              writer.write(new Measured(finished.trial(), step, 3 * step, "accuracy", 0.5));
            }
            writer.write(finished);
          }
        }
      }
    }
  }

  /** Two activations with two optimizers at two rates, ten times each; some trials diverge. */
  private static Finished finished(int index) {
    int cell = index / 10;
    Map<String, String> labels = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "some " + factor));
    labels.put("activation", cell % 2 == 0 ? "tanh" : "relu");
    labels.put("optimizer", cell % 4 < 2 ? "adam" : "sgd");
    labels.put("problem", cell < 4 ? "xor" : "abs");
    double rate = cell < 4 ? 0.1 : 0.002;
    boolean diverged = index % 7 == 0;
    double loss = diverged ? Double.NaN : Math.sin(index) + 2;
    double hit = index % 3 == 0 ? Double.NaN : 10.5 + index;
    return new Finished(
        new Trial(
            index,
            String.format(Locale.ROOT, "%016x", index),
            Cell.of(Factor.FIRST, cell, labels, Map.of("optimizer.learning-rate", rate)),
            index % 10),
        new TrialResult(
            diverged ? Outcome.DIVERGED : Outcome.COMPLETED,
            2,
            6,
            3,
            loss,
            loss,
            6,
            List.of(hit, Double.NaN),
            ""));
  }

  private static List<String> queries() throws IOException {
    String page = Files.readString(PAGE);
    Matcher queries = QUERY.matcher(page.substring(page.indexOf("## Five questions in SQL")));
    return queries.results().map(found -> found.group(1)).toList();
  }

  @TestFactory
  Stream<DynamicTest> queryIsAnsweredAlikeByAll() throws IOException {
    List<String> queries = queries();
    assertThat(queries).hasSize(5);
    return IntStream.range(0, queries.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "query " + (i + 1), () -> assertThatAllAnswerAlike(queries.get(i))));
  }

  private static void assertThatAllAnswerAlike(String query) throws SQLException {
    List<List<String>> expected = answer(databases.get("sqlite"), query);
    assertThat(expected).hasSizeGreaterThan(1);
    for (Map.Entry<String, Connection> database : databases.entrySet()) {
      assertThat(answer(database.getValue(), query)).as(database.getKey()).isEqualTo(expected);
    }
  }

  @Test
  void viewsHaveTheSameColumnsAndRows() throws SQLException {
    for (String view : List.of("trial_view", "measurement_view")) {
      boolean measures = view.startsWith("m");
      assertThatAllAnswerAlike(
          "select * from " + view + " order by study, trial" + (measures ? ", position" : ""));
    }
  }

  /**
   * The names of columns, then the rows; of numbers the twelve digits that no order of sums moves.
   */
  private static List<List<String>> answer(Connection connection, String query)
      throws SQLException {
    List<List<String>> answer = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.replaceFirst(";\\s*$", ""))) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> names = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        names.add(rows.getMetaData().getColumnLabel(column));
      }
      answer.add(names);
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(rounded(rows.getString(column)));
        }
        answer.add(row);
      }
    }
    return answer;
  }

  private static String rounded(String value) {
    return value != null && value.matches("-?[0-9.]+(E-?[0-9]+)?") && !value.matches("[0-9a-f]{16}")
        ? new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
