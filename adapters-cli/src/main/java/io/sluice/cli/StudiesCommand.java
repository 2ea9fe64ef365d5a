package io.sluice.cli;

import io.sluice.report.Document;
import io.sluice.report.kept.KeptStudiesDocument;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "studies",
    description = {
      "Lists the studies that a store has, the one begun last first: how many trials are kept of how"
          + " many planned, and in how many cells. What in the store cannot be read is named with the"
          + " reason; the rest does not suffer from it.",
      "The studies that come with Sluice are listed by: sluice list studies"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice studies",
      "  sluice studies --store jsonl:results --format csv",
      "  sluice studies --format json -o studies.json"
    })
final class StudiesCommand implements Callable<Integer> {

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private DocumentChoice output = new DocumentChoice();

  private final Workbench bench;

  StudiesCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    Document document;
    try (ResultStore store = StoredStudies.openQuietly(bench, storeChoice.url())) {
      if (output.as() == DocumentChoice.As.CSV) {
        StoredStudies.tellUnreadable(bench, store); // A table has no place for it.
      }
      document = KeptStudiesDocument.of(store, StudyLoader::cells);
    }
    if (document.table(KeptStudiesDocument.STUDIES).rows().isEmpty()) {
      bench.say(storeChoice.url() + " has no studies");
    }
    output.write(document, KeptStudiesDocument.STUDIES, bench.terminal());
    return CommandFailure.DONE;
  }
}
