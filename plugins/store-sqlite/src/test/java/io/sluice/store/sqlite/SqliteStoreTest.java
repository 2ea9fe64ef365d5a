package io.sluice.store.sqlite;

import io.sluice.spi.ResultStore;
import io.sluice.tck.ResultStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements ResultStoreContract {

  @TempDir Path folder;

  @Override
  public ResultStore open() {
    return new SqliteStoreProvider().open(folder.resolve("results/sluice.db").toString());
  }
}
