package io.sluice.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStoreException;
import io.sluice.spi.TableFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetWriterTest {

  @TempDir Path folder;

  private List<String> read(Path file, String columns) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = Instance.connect("jdbc:duckdb:", false);
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select concat_ws('|', " + columns + ") from '" + file + "'")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void rowsComeBackInOrderAndWithTheirTypes() throws SQLException {
    Path file = folder.resolve("it's.parquet");
    try (TableFormat.Writer table =
        new DuckdbStoreProvider().write(file, List.of("trial", "key \"x\"", "loss"))) {
      double[] losses = {Double.NaN, -0.0, Double.POSITIVE_INFINITY, 0.1 + 0.2, Double.MIN_VALUE};
      for (int i = 0; i < losses.length; i++) {
        table.whole(Long.MAX_VALUE - i).text("00" + i + "é\n").number(losses[i]).endRow();
      }
    }
    assertThat(
            read(
                Path.of(file.toString().replace("'", "''")), "trial % 10, \"key \"\"x\"\"\", loss"))
        .containsExactly(
            "7|000é\n",
            "6|001é\n|-0.0",
            "5|002é\n|inf",
            "4|003é\n|0.30000000000000004",
            "3|004é\n|5e-324");
  }

  @Test
  void manyRowsStayInOrder() throws SQLException {
    Path file = folder.resolve("many.parquet");
    try (TableFormat.Writer table = new DuckdbStoreProvider().write(file, List.of("n"))) {
      for (int i = 0; i < 300_000; i++) {
        table.whole(i).endRow();
      }
    }
    List<String> rows = read(file, "n");
    assertThat(rows).hasSize(300_000);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).isEqualTo(String.valueOf(i));
    }
  }

  @Test
  void tableWithoutRowsHasItsColumns() throws SQLException {
    Path file = folder.resolve("none.parquet");
    new DuckdbStoreProvider().write(file, List.of("trial", "loss")).close();
    assertThat(file).exists();
    assertThat(read(file, "trial, loss")).isEmpty();
  }

  @Test
  void fileThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createDirectory(folder.resolve("folder")).resolve("no/such/a.parquet");
    TableFormat.Writer table = new DuckdbStoreProvider().write(file, List.of("n"));
    table.whole(1).endRow();
    assertThatThrownBy(table::close)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("a.parquet");
  }
}
