package io.sluice.store.jsonl;

import io.sluice.spi.ResultStore;
import io.sluice.tck.ResultStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonlStoreTest implements ResultStoreContract {

  @TempDir Path folder;

  @Override
  public ResultStore open() {
    return new JsonlStoreProvider().open(folder.resolve("results/jsonl").toString());
  }
}
