package io.sluice.store.duckdb;

import io.sluice.sdk.ResultStoreProviderExtension;
import io.sluice.spi.Description;
import io.sluice.spi.ResultStore;
import io.sluice.spi.TableFormat;
import io.sluice.store.sql.SqlStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Opens stores that are one DuckDB file, and writes tables as Parquet. */
@Extension
public final class DuckdbStoreProvider implements ResultStoreProviderExtension, TableFormat {

  @Override
  public String id() {
    return "duckdb";
  }

  @Override
  public Description description() {
    return Description.of(
        "One DuckDB file with all studies, open to SQL and quick with very many rows; one process at"
            + " a time.",
        "",
        "https://duckdb.org");
  }

  @Override
  public List<String> examples() {
    return List.of("duckdb:results/sluice.duckdb");
  }

  @Override
  public ResultStore open(String location) {
    return new SqlStore(DuckdbFile.open(location));
  }

  @Override
  public Optional<ResultStore> openExisting(String location) {
    return DuckdbFile.openExisting(location).map(SqlStore::new);
  }

  @Override
  public String format() {
    return "parquet";
  }

  @Override
  public Writer write(Path file, List<String> columns) {
    return new ParquetWriter(file, columns);
  }
}
