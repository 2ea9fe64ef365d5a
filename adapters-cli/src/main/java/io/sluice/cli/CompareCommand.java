package io.sluice.cli;

import io.sluice.analysis.StudyComparison;
import io.sluice.engine.StoreUrlException;
import io.sluice.report.StudiesDocument;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = {
      "Compares the trials that studies have in common: the same cells by factors and"
          + " hyper-parameters, the same repeats. Says how many are equal bit by bit, and whether"
          + " success and cost at each target differ by more than chance.",
      "All others are compared with the first. That they differ is a result, not a failure."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice compare article-1a2b3c4d article-5e6f7a8b",
      "  sluice compare article article --store sqlite:old.db --store sqlite:new.db",
      "  sluice compare article@sqlite:old.db article@jsonl:new --format json"
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "STUDY",
      description =
          "Ids in the store, or names for those begun last; STUDY@URL names the store as well.")
  private List<String> studies = new ArrayList<>();

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Where results are kept, once for all studies or once for each; preset: "
              + StoreChoice.PRESET
              + ". See: sluice list stores")
  private List<String> urls = new ArrayList<>();

  @Mixin private DocumentChoice output = new DocumentChoice();

  private final Workbench bench;

  CompareCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    if (studies.size() < 2) {
      throw CommandFailure.wrongUsage(
          "compare needs two studies or more, not only " + studies.get(0));
    }
    if (urls.size() > 1 && urls.size() != studies.size()) {
      throw CommandFailure.wrongUsage(
          "--store is given once for all studies or once for each of the "
              + studies.size()
              + ", not "
              + urls.size()
              + " times");
    }
    List<StudiesDocument.Named> comparisons = new ArrayList<>();
    try (ResultStore store = StoredStudies.open(bench, url(0))) {
      StudyHeader first = StoredStudies.find(store, name(0), url(0));
      for (int i = 1; i < studies.size(); i++) {
        StudyComparison one = compare(store, first, i);
        comparisons.add(
            new StudiesDocument.Named(named(one.first(), 0, i), named(one.second(), i, i), one));
      }
    }
    output.write(
        StudiesDocument.of(comparisons), StudiesDocument.TARGETS, figure -> "", bench.terminal());
    return CommandFailure.DONE;
  }

  private StudyComparison compare(ResultStore firstStore, StudyHeader first, int i) {
    try (ResultStore store = StoredStudies.open(bench, url(i));
        Stream<TrialEvent.Finished> ofFirst = firstStore.trials(first.id())) {
      StudyHeader second = StoredStudies.find(store, name(i), url(i));
      try (Stream<TrialEvent.Finished> ofSecond = store.trials(second.id())) {
        return StudyComparison.of(first, ofFirst, second, ofSecond);
      }
    }
  }

  /** A study's id, with its store where those of a comparison differ. */
  private String named(StudyHeader header, int i, int other) {
    return header.id()
        + (url(other).equals(url(0)) ? "" : " in " + StoreUrlException.shown(url(i)));
  }

  private String name(int i) {
    int at = studies.get(i).indexOf('@');
    return at < 0 ? studies.get(i) : studies.get(i).substring(0, at);
  }

  private String url(int i) {
    int at = studies.get(i).indexOf('@');
    if (at >= 0) {
      return studies.get(i).substring(at + 1);
    }
    return urls.isEmpty() ? StoreChoice.PRESET : urls.get(urls.size() == 1 ? 0 : i);
  }
}
