package io.sluice.store.jsonl;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ResultStoreContract;

class JsonlStoreTest implements ResultStoreContract {
  @Override
  public ResultStoreProvider provider() {
    return new JsonlStoreProvider();
  }
}
