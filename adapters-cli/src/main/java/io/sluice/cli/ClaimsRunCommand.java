package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.analysis.claim.Verdict;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.report.ClaimDocument;
import io.sluice.report.ClaimListDocument;
import io.sluice.report.Document;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Runs what a store does not have yet of the studies of claims, and says what the rows say of"
          + " them. Without a name, all claims that come with Sluice.",
      "Ctrl-C stops cleanly and keeps what is finished; the same command then goes on. Quick is the"
          + " first repeats of the same trials, so a full run goes on from them. The exit code is 0"
          + " whatever the verdicts are, and 1 if trials failed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice claims run --quick",
      "  sluice claims run b1 c1",
      "  sluice claims run my-claim.yaml --store jsonl:results"
    })
final class ClaimsRunCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description =
          "Ids of claims that come with Sluice, files, or - for standard input; preset: all.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick", description = "Only the first repeats.")
  private boolean quick;

  @Mixin private DocumentChoice output = new DocumentChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private RunChoice runChoice = new RunChoice();

  private final Workbench bench;

  ClaimsRunCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    StudyRun run =
        new StudyRun(bench, storeChoice.url(), runChoice.options(), runChoice, this::command);
    ClaimLoader loader = new ClaimLoader(bench);
    try (StopSignal.Listening listening = bench.stopSignal().listen(run.stopping())) {
      List<StoredClaim> claims = loader.load(names);
      int exitCode = CommandFailure.DONE;
      for (StoredClaim claim : claims) {
        for (StudyPlan plan : (quick ? claim.quick() : claim.full()).values()) {
          Optional<StudyRows> rows = run.run(plan);
          if (rows.isEmpty()) {
            int signalled = listening.exitCode();
            return signalled == 0 ? CommandFailure.STOPPED : signalled;
          }
          exitCode = Math.max(exitCode, run.exitCode(rows.get()));
        }
        say(claim);
      }
      write(loader, claims);
      return exitCode;
    }
  }

  /** A line as soon as a claim is through, where more are to come. */
  private void say(StoredClaim claim) {
    if (names.size() == 1 || claim.claim().kind().isPresent()) {
      return;
    }
    Standing standing =
        ClaimsCommand.standings(bench, List.of(claim), storeChoice.url()).get(claim.claim());
    String verdict = standing.verdict(claim.claim()).map(Verdict::word).orElse("not run");
    bench.say("claim " + claim.claim().id() + ": " + verdict);
  }

  private void write(ClaimLoader loader, List<StoredClaim> claims) throws IOException {
    Map<Claim, Standing> standings = ClaimsCommand.standings(bench, claims, storeChoice.url());
    if (names.size() == 1) {
      Claim claim = claims.get(0).claim();
      Document page =
          ClaimDocument.of(
              claim, standings.get(claim), loader.commands(names.get(0), storeChoice.url()));
      output.write(page, ClaimDocument.EVIDENCE, bench.terminal());
    } else {
      output.write(ClaimListDocument.of(standings), ClaimListDocument.CLAIMS, bench.terminal());
    }
  }

  private String command() {
    StringBuilder text = new StringBuilder("sluice claims run");
    names.forEach(name -> text.append(' ').append(ShellWord.of(name)));
    return text
        + (quick ? " --quick" : "")
        + bench.storeArguments(storeChoice.url())
        + runChoice.arguments();
  }
}
