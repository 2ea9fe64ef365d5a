package io.sluice.store.csv;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ComponentContract;

class CsvStoreTest implements ComponentContract {
  @Override
  public ResultStoreProvider component() {
    return new CsvStoreProvider();
  }
}
