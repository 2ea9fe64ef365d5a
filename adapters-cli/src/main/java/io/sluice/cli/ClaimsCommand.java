package io.sluice.cli;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.Laboratory;
import io.sluice.report.ClaimListDocument;
import io.sluice.spi.ResultStore;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "claims",
    description = {
      "Lists claims about activations and optimizers: the verdict that the rows of a store give"
          + " each, what was expected, and whether it was run, quickly or fully.",
      "A claim is a card: a statement that can be false, its studies, and the rule that decides it,"
          + " fixed beforehand. Your own is a text: see docs/claims.md."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice claims",
      "  sluice claims run --quick",
      "  sluice claims run a5 my-claim.yaml",
      "  sluice claims show a5 -o a5.html"
    })
final class ClaimsCommand implements Callable<Integer> {

  @Mixin private DocumentChoice output = new DocumentChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ClaimsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    List<StoredClaim> claims = new ClaimLoader(bench).load(List.of());
    output.write(
        ClaimListDocument.of(standings(bench, claims, storeChoice.url())),
        ClaimListDocument.CLAIMS,
        bench.terminal());
    return CommandFailure.DONE;
  }

  /** Where these claims stand; a store that is not there has no rows. */
  static Map<Claim, Standing> standings(
      Workbench bench, List<StoredClaim> claims, String storeUrl) {
    Laboratory laboratory = bench.laboratory();
    Map<Claim, Standing> standings = new LinkedHashMap<>();
    Optional<ResultStore> opened = laboratory.openExistingStore(storeUrl);
    try (ResultStore store = opened.orElse(null)) {
      for (StoredClaim claim : claims) {
        standings.put(claim.claim(), standing(laboratory, store, claim));
      }
    }
    return standings;
  }

  private static Standing standing(Laboratory laboratory, ResultStore store, StoredClaim claim) {
    if (store == null) {
      return Standing.without(claim.claim());
    }
    try {
      return claim.standing(laboratory, store);
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("claim " + claim.claim().id() + ": " + refused.getMessage());
    }
  }
}
