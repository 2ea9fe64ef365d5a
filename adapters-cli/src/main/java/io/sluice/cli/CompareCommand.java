package io.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyComparison;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
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

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  CompareCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
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
    List<StudyComparison> comparisons = new ArrayList<>();
    try (ResultStore store = StoredStudies.open(bench, url(0))) {
      StudyHeader first = StoredStudies.find(store, name(0), url(0));
      for (int i = 1; i < studies.size(); i++) {
        comparisons.add(compare(store, first, i));
      }
    }
    print(comparisons);
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

  private void print(List<StudyComparison> comparisons) {
    switch (format.format()) {
      case JSON:
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        comparisons.forEach(comparison -> all.add(json(comparison)));
        Listing.printJson(all, bench.terminal().out());
        break;
      case CSV:
        exact(comparisons).print(Format.CSV, bench.terminal());
        break;
      default:
        for (int i = 0; i < comparisons.size(); i++) {
          printText(comparisons.get(i), url(i + 1).equals(url(0)) ? -1 : i + 1);
        }
    }
    bench.terminal().out().flush();
  }

  /** Prints a comparison; the stores are named if that of the i-th study is another. */
  private void printText(StudyComparison one, int i) {
    Terminal terminal = bench.terminal();
    terminal.printHeading(
        one.second().id() + (i < 0 ? "" : " in " + url(i)),
        " compared with " + one.first().id() + (i < 0 ? "" : " in " + url(0)));
    terminal.printLine(
        "Both have "
            + count(one.cells(), "cell")
            + alone(one.onlyFirst(), "the first")
            + alone(one.onlySecond(), "the second")
            + ", in them "
            + count(one.pairs(), "trial")
            + (one.unpaired() == 0 ? "" : "; " + one.unpaired() + " more only one of them has")
            + ".");
    if (one.pairs() > 0) {
      long different = one.pairs() - one.equal();
      terminal.printLine(
          different == 0
              ? "All are equal bit by bit."
              : one.equal() + " are equal bit by bit, " + different + " differ.");
    }
    terminal.printLine("");
    if (!one.targets().isEmpty() && one.equal() < one.pairs()) {
      Listing listing =
          new Listing(
              "target", "reached", "before", "better", "worse", "p", "cost_ratio", "p_cost");
      for (StudyComparison.AtTarget at : one.targets()) {
        listing.row(
            new Listing.Rounded(at.target(), Figures.exact(at.target())),
            at.reachedSecond(),
            at.reachedFirst(),
            at.better(),
            at.worse(),
            probability(at.successP()),
            new Listing.Rounded(at.costRatio(), Figures.number(at.costRatio())),
            probability(at.costP()));
      }
      listing.print(Format.TABLE, terminal);
      terminal.printLine("");
    }
    if (!one.provenance().isEmpty()) {
      Listing listing = new Listing("made_with", "first", "second");
      one.provenance()
          .forEach(
              (name, values) ->
                  listing.row(
                      name, Listing.cut(values.get(0), 50), Listing.cut(values.get(1), 50)));
      listing.print(Format.TABLE, terminal);
      terminal.printLine("");
    }
  }

  private static Listing.Rounded probability(double p) {
    return new Listing.Rounded(p, Figures.probability(p).replaceFirst("p (= )?", ""));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String alone(long cells, String owner) {
    return cells == 0 ? "" : ", " + owner + " has " + cells + " alone";
  }

  private static Listing exact(List<StudyComparison> comparisons) {
    Listing listing =
        new Listing(
            "first",
            "second",
            "pairs",
            "equal",
            "target",
            "reached_first",
            "reached_second",
            "better",
            "worse",
            "success_p",
            "cost_ratio",
            "cost_p");
    for (StudyComparison one : comparisons) {
      for (StudyComparison.AtTarget at : one.targets()) {
        listing.row(
            one.first().id(),
            one.second().id(),
            one.pairs(),
            one.equal(),
            at.target(),
            at.reachedFirst(),
            at.reachedSecond(),
            at.better(),
            at.worse(),
            at.successP(),
            at.costRatio(),
            at.costP());
      }
    }
    return listing;
  }

  private static ObjectNode json(StudyComparison one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("first", one.first().id());
    json.put("second", one.second().id());
    json.put("cells", one.cells());
    json.put("cells_only_first", one.onlyFirst());
    json.put("cells_only_second", one.onlySecond());
    json.put("pairs", one.pairs());
    json.put("equal", one.equal());
    json.put("unpaired", one.unpaired());
    json.set("targets", exact(List.of(one)).json());
    json.withArray("targets")
        .forEach(
            target -> ((ObjectNode) target).remove(List.of("first", "second", "pairs", "equal")));
    ObjectNode provenance = json.putObject("provenance");
    one.provenance().forEach((name, values) -> provenance.set(name, Listing.node(values)));
    return json;
  }
}
