package io.sluice.store.postgres;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.LargeStoreContract;
import io.sluice.tck.ResultStoreChecks;

class PostgresStoreTest implements LargeStoreContract {
  @Override
  public ResultStoreProvider component() {
    System.setProperty(ResultStoreChecks.PLACE + "postgres", Server.location("{}"));
    return new PostgresStoreProvider();
  }
}
