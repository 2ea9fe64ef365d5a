package io.sluice.store.jsonl;

import io.sluice.sdk.lines.LineFormat;
import io.sluice.sdk.lines.LineStoreExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** Opens stores that are folders of JSON lines. */
@Extension
public final class JsonlStoreProvider implements LineStoreExtension {

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
  public LineFormat format() {
    return new JsonFormat();
  }
}
