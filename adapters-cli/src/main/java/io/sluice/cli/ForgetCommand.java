package io.sluice.cli;

import io.sluice.engine.StoreUrlException;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "forget",
    description = {
      "Deletes studies from a store with everything that was kept of them. Says how many trials go,"
          + " and asks first; without a terminal it refuses unless --yes is given.",
      "A study that somebody writes to is not deleted. The studies that chose values for a tuned one"
          + " are studies of their own and stay."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice forget quickstart               asks",
      "  sluice forget quickstart-0c7e1d52 --yes --store jsonl:results"
    })
final class ForgetCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "STUDY",
      arity = "1..*",
      description = "Its id in the store, or its name for the one begun last; or several.")
  private List<String> studies = new ArrayList<>();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ForgetCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    String url = storeChoice.url();
    if (!yes && !bench.terminal().asks()) {
      throw CommandFailure.wrongUsage(
          "forget asks before it deletes, and there is no terminal to ask at; --yes means that you"
              + " want it");
    }
    Map<String, Integer> doomed = doomed(url);
    if (!yes && !confirmed(doomed, url)) {
      bench.say("nothing was deleted");
      return CommandFailure.WORK_FAILED;
    }
    try (ResultStore store = bench.laboratory().openStore(url)) {
      for (Map.Entry<String, Integer> each : doomed.entrySet()) {
        store.forget(each.getKey());
        bench.terminal().printLine("forgot " + each.getKey() + " with " + trials(each.getValue()));
      }
    }
    return CommandFailure.DONE;
  }

  /** The ids of the studies, and how many trials were kept of them. */
  private Map<String, Integer> doomed(String url) {
    Map<String, Integer> doomed = new LinkedHashMap<>();
    try (ResultStore store = StoredStudies.open(bench, url)) {
      for (String study : studies) {
        StudyHeader header = StoredStudies.find(store, study, url);
        doomed.put(header.id(), store.finished(header.id()).cardinality());
      }
    }
    return doomed;
  }

  private boolean confirmed(Map<String, Integer> doomed, String url) throws IOException {
    doomed.forEach(
        (id, kept) -> bench.say(id + ": " + trials(kept) + " in " + StoreUrlException.shown(url)));
    bench.terminal().err().print("Delete " + (doomed.size() == 1 ? "it" : "them") + "? [y/N] ");
    bench.terminal().err().flush();
    String answer =
        new BufferedReader(new InputStreamReader(bench.terminal().in(), Charset.defaultCharset()))
            .readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private static String trials(int kept) {
    return kept == 1 ? "1 finished trial" : kept + " finished trials";
  }
}
