package io.sluice.store.postgres;

import io.sluice.spi.ResultStoreProvider;
import io.sluice.tck.ComponentContract;
import io.sluice.tck.ResultStoreChecks;

class PostgresStoreTest implements ComponentContract {
  @Override
  public ResultStoreProvider component() {
    System.setProperty(ResultStoreChecks.PLACE + "postgres", Server.location("{}"));
    return new PostgresStoreProvider();
  }
}
