package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "Says everything about a study that a store has: the answer with its uncertainty, what"
          + " explains what, rankings, failures, where it comes from.",
      "As html it is one file that needs no network; its figures are drawings with their numbers"
          + " beside them. The report is made from the store alone, so it can be made again at any"
          + " time and is the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice report article -o article.html",
      "  sluice report article --format md --figures figures > article.md",
      "  sluice report article --format json -o article.json"
    })
final class ReportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "STUDY",
      description = "Its id in the store, or its name for the one begun last.")
  private String study;

  @Mixin private ReportOutput output = new ReportOutput();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ReportCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    StudyRows rows;
    Map<Claim, Standing> claims;
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      StudyHeader header = StoredStudies.find(store, study, storeChoice.url());
      rows = StudyRows.collect(header, store);
      claims = StoredClaim.restingOn(header, bench.laboratory(), store);
    }
    output.write(rows, claims, bench.terminal());
    return CommandFailure.DONE;
  }
}
