package io.sluice.cli;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.report.ClaimDocument;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description =
        "Shows a claim: the verdict, the evidence with its intervals, the controls, what would"
            + " change it, and the command that repeats it. It is made from the store alone.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice claims show a5",
      "  sluice claims show a5 --format md > a5.md",
      "  sluice claims show my-claim.yaml -o my-claim.html"
    })
final class ClaimsShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CLAIM",
      description = "The id of a claim that comes with Sluice, a file, or - for standard input.")
  private String name;

  @Mixin private DocumentChoice output = new DocumentChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ClaimsShowCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    ClaimLoader loader = new ClaimLoader(bench);
    List<StoredClaim> claims = loader.load(List.of(name));
    Claim claim = claims.get(0).claim();
    Standing standing = ClaimsCommand.standings(bench, claims, storeChoice.url()).get(claim);
    output.write(
        ClaimDocument.of(claim, standing, loader.commands(name, storeChoice.url())),
        ClaimDocument.EVIDENCE,
        bench.terminal());
    return CommandFailure.DONE;
  }
}
