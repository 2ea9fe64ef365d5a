package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ComponentContract;

class SqliteStoreTest implements ComponentContract {
  @Override
  public ResultStoreProvider component() {
    return new SqliteStoreProvider();
  }
}
