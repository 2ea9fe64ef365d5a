package io.sluice.store.sqlite;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.LargeStoreContract;

class SqliteStoreTest implements LargeStoreContract {
  @Override
  public ResultStoreProvider component() {
    return new SqliteStoreProvider();
  }
}
