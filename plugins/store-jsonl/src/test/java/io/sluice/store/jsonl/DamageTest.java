package io.sluice.store.jsonl;

import io.sluice.sdk.lines.DamageContract;
import io.sluice.sdk.lines.LineStoreExtension;

class DamageTest extends DamageContract {
  @Override
  protected LineStoreExtension stores() {
    return new JsonlStoreProvider();
  }
}
