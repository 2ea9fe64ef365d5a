package io.sluice.store.duckdb;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ComponentContract;

class DuckdbStoreTest implements ComponentContract {
  @Override
  public ResultStoreProvider component() {
    return new DuckdbStoreProvider();
  }
}
