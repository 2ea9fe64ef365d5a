package io.sluice.store.jsonl;

import io.sluice.sdk.lines.FaultContract;
import io.sluice.sdk.lines.LineStoreExtension;

class FaultTest extends FaultContract {
  @Override
  protected LineStoreExtension stores() {
    return new JsonlStoreProvider();
  }
}
