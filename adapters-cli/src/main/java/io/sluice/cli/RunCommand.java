package io.sluice.cli;

import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.Tuned;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.LostTrialsException;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.text.MemoryText;
import io.sluice.report.Document;
import io.sluice.report.StudyDocument;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.CanonicalJson;
import io.sluice.studies.ReadStudy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  sluice run my-study.yaml --store jsonl:results --threads 4",
      "  sluice run article --set repeats=20 --seed 7 --format csv > ranking.csv"
    })
final class RunCommand implements Callable<Integer> {

  /** How long the short form is at most, with the two lines at its end. */
  private static final int LINES = 23;

  @Mixin private StudyChoice choice = new StudyChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; preset: one for each core. Changes no result.")
  private Integer threads;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description = "How many trials a block computes side by side. Changes no result.")
  private Integer lanes;

  @Option(
      names = "--call-limit",
      paramLabel = "SECONDS",
      description =
          "How long one call of a component may take, over one block of numbers; then its trials"
              + " fail; preset: 60.")
  private Integer callLimit;

  @Mixin private TopChoice top = new TopChoice();

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  RunCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    RunOptions options = options();
    int contenders = top.or(0);
    Cancellation cancellation = new Cancellation();
    Stopping stopping = new Stopping(cancellation);
    try (StopSignal.Listening listening = bench.stopSignal().listen(stopping)) {
      ReadStudy study = choice.read(bench.terminal().in());
      Laboratory laboratory = bench.laboratory();
      StudyPlan plan = choice.plan(bench, study);
      stopping.runs = true;
      Optional<StudyRows> rows = run(laboratory, plan, options, cancellation);
      rows.ifPresent(done -> print(done, contenders));
      int signalled = listening.exitCode();
      int stopped = signalled == 0 ? CommandFailure.STOPPED : signalled;
      return rows.map(this::exitCode).orElse(stopped);
    }
  }

  /** What Ctrl-C does: before trials run it ends the command, then it lets them come to an end. */
  private final class Stopping implements StopSignal.Work {
    private final Cancellation cancellation;
    private volatile boolean runs;

    Stopping(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public boolean stop() {
      if (runs) {
        bench.say("stopping when what is being computed comes back; again ends it at once");
        cancellation.cancel();
        return true;
      }
      bench.say("stopped before a trial was run. To begin again:");
      bench.say("  " + command());
      return false;
    }

    @Override
    public void abandon() {
      bench.say("stopped at once; what the store has is kept. To go on:");
      bench.say("  " + command());
    }
  }

  /** The answer first, then the head of the ranking, and where the rest is. */
  private void print(StudyRows rows, int contenders) {
    DocumentOutput output = new DocumentOutput(bench.terminal());
    if (format.format() == Format.TABLE) {
      output.brief(StudyDocument.brief(rows), LINES, contenders);
      String arguments = rows.header().id() + storeArguments();
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

  /** The rows, or none if the run was stopped. A study that is tuned is run part by part. */
  private Optional<StudyRows> run(
      Laboratory laboratory, StudyPlan plan, RunOptions options, Cancellation cancellation) {
    try (ResultStore store = laboratory.openStore(storeChoice.url())) {
      StoredStudies.tellUnreadable(bench, store);
      while (true) {
        StudyPlan part = laboratory.next(plan, store);
        StudyHeader header = laboratory.header(part, CanonicalJson.of(part.spec()));
        Optional<StudyRows> rows = run(laboratory, part, header, store, options, cancellation);
        if (rows.isEmpty() || !plan.awaitsTuning() || !part.isRung()) {
          return rows;
        }
      }
    } catch (LostTrialsException lost) {
      throw CommandFailure.workFailed(storeChoice.url() + ": " + lost.getMessage());
    }
  }

  /** The trials of one part of the study, or none if the run was stopped. */
  private Optional<StudyRows> run(
      Laboratory laboratory,
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      RunOptions options,
      Cancellation cancellation) {
    Map<String, Integer> taken;
    try (HeadwayLine line = new HeadwayLine(bench.terminal(), "taking over", "trials")) {
      taken = laboratory.takeOver(plan, header, store, cancellation, line);
    }
    long before = store.finished(header.id()).cardinality();
    announce(plan, before);
    taken.forEach((id, trials) -> bench.say(trials + " of them were taken over from " + id));
    RowCollector rows = new RowCollector(header);
    List<ResultSink> listeners = new ArrayList<>(progress(before));
    if (before == 0) {
      listeners.add(rows);
    }
    RunSummary summary;
    try {
      summary = laboratory.run(plan, header, store, listeners, options, cancellation);
    } catch (OutOfMemoryError full) {
      throw outOfMemory(full, store.finished(header.id()).cardinality(), plan.trials());
    }
    if (summary.before() < before) {
      bench.say(
          "note: "
              + (before - summary.before())
              + " of the trials that were there were damaged and run again");
    }
    summary.failures().forEach(line -> bench.say("sluice: " + line));
    if (summary.cancelled()) {
      sayHowToGoOn(summary);
      return Optional.empty();
    }
    // Only now is everything there, the trials that were damaged as well.
    return Optional.of(
        before > 0
            ? StudyRows.collect(header, store)
            : rows.rows().withTuning(Tuned.rows(store, header)));
  }

  private RunOptions options() {
    RunOptions preset = RunOptions.automatic();
    if (callLimit != null && callLimit < 1) {
      throw CommandFailure.wrongUsage("--call-limit must be at least 1, not " + callLimit);
    }
    try {
      return new RunOptions(
          threads == null ? preset.threads() : threads,
          lanes == null ? preset.lanes() : lanes,
          callLimit == null ? preset.callLimit() : Duration.ofSeconds(callLimit));
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage("--" + refused.getMessage());
    }
  }

  private void announce(StudyPlan plan, long before) {
    bench.say(
        plan.id()
            + ": "
            + plan.trials()
            + " trials in "
            + plan.cells().size()
            + (plan.isRung() ? " cells to choose from, kept in " : " cells, kept in ")
            + storeChoice.url());
    if (before > 0) {
      bench.say(
          before == plan.trials()
              ? "all of them are there already"
              : before + " of them are there already, " + (plan.trials() - before) + " to go");
    }
    if (plan.isRung()) {
      return; // The study itself has the same notes.
    }
    plan.notes().forEach(note -> bench.say("note: " + note));
  }

  private List<ResultSink> progress(long before) {
    Terminal terminal = bench.terminal();
    return terminal.redraws()
        ? List.of(
            new Progress(
                terminal.errors().codes(),
                before,
                terminal.unicode(),
                WindowWidth.ofSystem(),
                System::nanoTime))
        : List.of();
  }

  private void sayHowToGoOn(RunSummary summary) {
    bench.say(
        "stopped: "
            + (summary.before() + summary.finished())
            + " of "
            + summary.planned()
            + " trials are finished and kept. To go on:");
    bench.say("  " + command());
  }

  private String command() {
    return "sluice run " + choice.arguments() + storeArguments();
  }

  /** The options by which a command finds the store of this run, and what its plugins know. */
  private String storeArguments() {
    return " --store " + ShellWord.of(storeChoice.url()) + bench.pluginArguments();
  }

  private static CommandFailure outOfMemory(OutOfMemoryError full, int kept, long trials) {
    String line = MemoryText.of(full, "use fewer --threads or --lanes, or measure more rarely");
    return CommandFailure.workFailed(
        line + "; " + kept + " of " + trials + " trials are kept, and the same command goes on",
        full);
  }

  private int exitCode(StudyRows rows) {
    long failed = rows.count(Outcome.FAILED);
    if (failed == 0) {
      return CommandFailure.DONE;
    }
    bench.say(
        "sluice: "
            + failed
            + " of "
            + rows.trials()
            + " trials failed; sluice export "
            + rows.header().id()
            + " --what trials"
            + storeArguments()
            + " says why");
    return CommandFailure.WORK_FAILED;
  }
}
