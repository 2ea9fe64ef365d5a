package io.sluice.store.jsonl;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ComponentContract;

class JsonlStoreTest implements ComponentContract {
  @Override
  public ResultStoreProvider component() {
    return new JsonlStoreProvider();
  }
}
