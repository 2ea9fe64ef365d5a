package io.sluice.store.jsonl;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.LargeStoreContract;

class JsonlStoreTest implements LargeStoreContract {
  @Override
  public ResultStoreProvider component() {
    return new JsonlStoreProvider();
  }
}
