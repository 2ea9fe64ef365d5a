package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ResultStoreContract;

class SqliteStoreTest implements ResultStoreContract {
  @Override
  public ResultStoreProvider provider() {
    return new SqliteStoreProvider();
  }
}
