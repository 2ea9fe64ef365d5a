package io.sluice.cli;

import io.sluice.engine.StoreUrlException;
import io.sluice.engine.kept.StudyCopy;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "copy",
    description = {
      "Copies studies from one store to another, of whatever kinds, with the studies that chose their"
          + " values if they were tuned. Then reads them back from there and compares every trial and"
          + " measurement with what was copied.",
      "What is there already, and sound, is not written again, so a copy that was stopped goes on"
          + " with the same command. A result that is there is never overwritten by another one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice copy article --to jsonl:for-a-colleague",
      "  sluice copy article quickstart --from jsonl:results --to sqlite:all.db",
      "  sluice copy --all --from sqlite:results/sluice.db --to jsonl:backup"
    })
final class CopyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..*",
      description = "Its id in the store, or its name for the one begun last; or several.")
  private List<String> studies = new ArrayList<>();

  @Option(names = "--all", description = "Copy every study of the store.")
  private boolean all;

  @Option(
      names = "--from",
      paramLabel = "URL",
      defaultValue = StoreChoice.PRESET,
      description = "The store that is copied from; preset: ${DEFAULT-VALUE}.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "The store that is copied to; made if it is not there.")
  private String to;

  private final Workbench bench;
  private volatile boolean stopped;

  CopyCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (all == !studies.isEmpty()) {
      throw CommandFailure.wrongUsage("name the studies to copy, or say --all");
    }
    if (from.equals(to)) {
      throw CommandFailure.wrongUsage(
          "--from and --to name the same store, " + StoreUrlException.shown(from));
    }
    try (StopSignal.Listening listening = bench.stopSignal().listen(new Stopping());
        ResultStore source = StoredStudies.open(bench, from)) {
      List<StudyHeader> headers = headers(source);
      try (ResultStore target = bench.laboratory().openStore(to)) {
        StoredStudies.tellUnreadable(bench, target);
        for (StudyHeader header : headers) {
          if (!copy(header, source, target)) {
            int signalled = listening.exitCode();
            return signalled == 0 ? CommandFailure.STOPPED : signalled;
          }
        }
      }
    }
    return CommandFailure.DONE;
  }

  /** Those to be copied, each after the studies that chose its values. */
  private List<StudyHeader> headers(ResultStore source) {
    List<StudyHeader> named = new ArrayList<>();
    if (all) {
      source.studies().forEach(header -> named.add(0, header)); // Begun last is copied last.
    } else {
      studies.forEach(study -> named.add(StoredStudies.find(source, study, from)));
    }
    Map<String, StudyHeader> headers = new LinkedHashMap<>();
    for (StudyHeader header : named) {
      for (String id : header.tunedBy()) {
        source
            .find(id)
            .filter(found -> found.id().equals(id))
            .ifPresentOrElse(
                found -> headers.putIfAbsent(id, found),
                () ->
                    bench.warn(id + ", which chose values for " + header.id() + ", is not there"));
      }
      headers.putIfAbsent(header.id(), header);
    }
    return List.copyOf(headers.values());
  }

  private boolean copy(StudyHeader header, ResultStore source, ResultStore target) {
    StudyCopy.Copied copied;
    try (HeadwayLine copying =
            new HeadwayLine(bench.terminal(), "copying " + header.id(), "trials");
        HeadwayLine comparing =
            new HeadwayLine(bench.terminal(), "comparing " + header.id(), "trials")) {
      copied = new StudyCopy(header, source, target, to, () -> stopped).run(copying, comparing);
    }
    if (copied.stopped()) {
      bench.say(
          "stopped: what was copied of "
              + header.id()
              + " stays in "
              + StoreUrlException.shown(to)
              + ". To go on:");
      bench.say("  " + command());
      return false;
    }
    bench
        .terminal()
        .printLine(
            header.id()
                + ": "
                + copied.trials()
                + " trials are the same in "
                + StoreUrlException.shown(to)
                + (copied.before() == 0 ? "" : ", " + copied.before() + " were there already")
                + "; checksum "
                + copied.checksumText());
    bench.terminal().out().flush();
    if (copied.better() > 0) {
      bench.warn(
          copied.better()
              + " of them have a result in "
              + StoreUrlException.shown(to)
              + " and none in "
              + StoreUrlException.shown(from)
              + "; they stay as they are there");
    }
    return true;
  }

  private String command() {
    StringBuilder text = new StringBuilder("sluice copy");
    studies.forEach(study -> text.append(' ').append(ShellWord.of(study)));
    text.append(all ? " --all" : "");
    return text.append(" --from ")
        .append(ShellWord.of(StoreUrlException.shown(from)))
        .append(" --to ")
        .append(ShellWord.of(StoreUrlException.shown(to)))
        .append(bench.pluginArguments())
        .toString();
  }

  /** What Ctrl-C does: the trial that is being written is finished. */
  private final class Stopping implements StopSignal.Work {
    @Override
    public boolean stop() {
      stopped = true;
      return true;
    }

    @Override
    public void abandon() {
      bench.say("stopped at once; to go on:");
      bench.say("  " + command());
    }
  }
}
