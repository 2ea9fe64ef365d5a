package io.sluice.cli;

import io.sluice.engine.kept.StudyState;
import io.sluice.report.kept.StudyStateDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = {
      "How far a study is: how many of its trials are finished, how they ended, which are missing or"
          + " damaged, who writes to it where the store can tell, and the command that goes on.",
      "Reads everything that was kept and compares it with its checksums. The exit code is 0 if"
          + " nothing is left to run, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice status                         the study begun last",
      "  sluice status article",
      "  sluice status article-3f2a91c0 --store jsonl:results --format json"
    })
final class StatusCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..1",
      description =
          "Its id in the store, or its name for the one begun last; preset: the study begun last.")
  private String study;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private DocumentChoice output = new DocumentChoice();

  private final Workbench bench;

  StatusCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    String url = storeChoice.url();
    StudyState state;
    try (ResultStore store = StoredStudies.open(bench, url)) {
      StudyHeader header =
          study == null ? StoredStudies.last(store, url) : StoredStudies.find(store, study, url);
      state = StudyState.of(header, store);
    }
    String command = "sluice run " + ShellWord.of(state.header().id()) + bench.storeArguments(url);
    output.write(StudyStateDocument.of(state, command), StudyStateDocument.STATE, bench.terminal());
    return state.isWhole() ? CommandFailure.DONE : CommandFailure.WORK_FAILED;
  }
}
