package io.sluice.store.jsonl;

import io.sluice.sdk.ResultStoreProviderExtension;
import io.sluice.spi.Description;
import io.sluice.spi.ResultStore;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Opens stores that are folders of JSON lines. */
@Extension
public final class JsonlStoreProvider implements ResultStoreProviderExtension {

  @Override
  public String id() {
    return "jsonl";
  }

  @Override
  public Description description() {
    return Description.of(
        "A folder of JSON lines per study, to be read by any program; one writer per study.",
        "",
        "https://jsonlines.org");
  }

  @Override
  public List<String> examples() {
    return List.of("jsonl:results/jsonl");
  }

  @Override
  public ResultStore open(String location) {
    return JsonlStore.open(location);
  }

  @Override
  public Optional<ResultStore> openExisting(String location) {
    return JsonlStore.openExisting(location);
  }
}
