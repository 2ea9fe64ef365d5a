package io.sluice.store.sqlite;

import io.sluice.sdk.ResultStoreProviderExtension;
import io.sluice.spi.Description;
import io.sluice.spi.ResultStore;
import io.sluice.store.sql.SqlStore;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Opens stores that are one SQLite file. */
@Extension
public final class SqliteStoreProvider implements ResultStoreProviderExtension {

  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public Description description() {
    return Description.of(
        "One SQLite file with all studies, open to SQL; any number of readers while one writes.",
        "",
        "https://www.sqlite.org");
  }

  @Override
  public List<String> examples() {
    return List.of("sqlite:results/sluice.db");
  }

  @Override
  public ResultStore open(String location) {
    return new SqlStore(SqliteFile.open(location, SqliteFile.PATIENCE_MILLIS));
  }

  @Override
  public Optional<ResultStore> openExisting(String location) {
    return SqliteFile.openExisting(location, SqliteFile.PATIENCE_MILLIS).map(SqlStore::new);
  }
}
