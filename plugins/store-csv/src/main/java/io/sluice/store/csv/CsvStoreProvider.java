package io.sluice.store.csv;

import io.sluice.sdk.lines.LineFormat;
import io.sluice.sdk.lines.LineStoreExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** Opens stores that are folders of comma-separated values. */
@Extension
public final class CsvStoreProvider implements LineStoreExtension {

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public Description description() {
    return Description.of(
        "A folder of tables per study, to be opened by a spreadsheet; one writer per study.",
        "",
        "https://www.rfc-editor.org/rfc/rfc4180");
  }

  @Override
  public LineFormat format() {
    return new CsvFormat();
  }
}
