package io.sluice.store.csv;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.LargeStoreContract;

class CsvStoreTest implements LargeStoreContract {
  @Override
  public ResultStoreProvider component() {
    return new CsvStoreProvider();
  }
}
