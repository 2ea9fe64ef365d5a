package io.sluice.store.csv;

import io.sluice.sdk.lines.DamageContract;
import io.sluice.sdk.lines.LineStoreExtension;

class DamageTest extends DamageContract {
  @Override
  protected LineStoreExtension stores() {
    return new CsvStoreProvider();
  }
}
