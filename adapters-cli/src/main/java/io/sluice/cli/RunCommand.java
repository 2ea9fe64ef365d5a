package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.engine.run.RunOptions;
import io.sluice.report.Document;
import io.sluice.report.StudyDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.ReadStudy;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "run",
    description = {
      "Runs what a store does not have yet of a study, ranks what was compared, and answers the"
          + " study's question.",
      "Ctrl-C stops cleanly and keeps what is finished, a second one at once; the same command then"
          + " goes on. The exit code is 1 if trials failed because a component threw or did not come"
          + " back; diverging is a result, not a failure.",
      "Progress and notes go to standard error, the report to standard output. As csv it is the"
          + " ranking, as json everything."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice run article",
      "  sluice run article-3f2a91c0                    goes on with a study of the store, by its id",
      "  sluice run my-study.yaml --store jsonl:results --threads 4",
      "  sluice run my-study.yaml --on spark://host:7077",
      "  sluice run article --set repeats=20 --seed 7 --format csv > ranking.csv"
    })
final class RunCommand implements Callable<Integer> {

  /** How long the short form is at most, with the two lines at its end. */
  private static final int LINES = 23;

  @Mixin private StudyChoice choice = new StudyChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private RunChoice runChoice = new RunChoice();

  @Mixin private TopChoice top = new TopChoice();

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  RunCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    RunOptions options = runChoice.options();
    int contenders = top.or(0);
    StudyRun run = new StudyRun(bench, storeChoice.url(), options, runChoice, this::command);
    try (StopSignal.Listening listening = bench.stopSignal().listen(run.stopping())) {
      ReadStudy study = choice.read(bench.terminal().in(), this::kept);
      Optional<StudyRows> rows = run.run(choice.plan(bench, study));
      rows.ifPresent(done -> print(done, contenders));
      int signalled = listening.exitCode();
      int stopped = signalled == 0 ? CommandFailure.STOPPED : signalled;
      return rows.map(run::exitCode).orElse(stopped);
    }
  }

  /**
   * The text of the study that the store has under an id, so that it can go on without its file.
   */
  private Optional<String> kept(String id) {
    if (!id.matches("(?s).+-[0-9a-f]{8}")) {
      return Optional.empty();
    }
    try (ResultStore store = bench.laboratory().openExistingStore(storeChoice.url()).orElse(null)) {
      return Optional.ofNullable(store)
          .flatMap(found -> found.find(id))
          .filter(header -> header.id().equals(id))
          .map(StudyHeader::spec);
    }
  }

  /** The answer first, then the head of the ranking, and where the rest is. */
  private void print(StudyRows rows, int contenders) {
    DocumentOutput output = new DocumentOutput(bench.terminal());
    if (format.format() == Format.TABLE) {
      output.brief(StudyDocument.brief(rows), LINES, contenders);
      String arguments = rows.header().id() + bench.storeArguments(storeChoice.url());
      bench.terminal().printLine("");
      bench.terminal().printLine("Full report: sluice report " + arguments + " -o report.html");
    } else {
      Document document =
          format.format() == Format.CSV
              ? StudyDocument.brief(rows)
              : StudyDocument.of(rows, Integer.MAX_VALUE);
      output.print(
          contenders == 0 ? document : document.cut(StudyDocument.RANKINGS, contenders),
          format.format());
    }
    bench.terminal().out().flush();
  }

  private String command() {
    return "sluice run "
        + choice.arguments()
        + bench.storeArguments(storeChoice.url())
        + runChoice.arguments();
  }
}
