package io.sluice.cli;

import io.sluice.analysis.Figures;
import io.sluice.analysis.Power;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.SeedSpread;
import io.sluice.analysis.StudyRows;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.run.RunEstimate;
import io.sluice.engine.study.Keep;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.ReadStudy;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = {
      "Shows what a study would do and cost, without running it.",
      "As csv or json it lists the cells.",
      "With --power it says what the repeats can find: the smallest differences that are found four"
          + " times of five, and how many repeats common ones take."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plan article",
      "  sluice plan my-study.yaml --set repeats=20",
      "  sluice plan article --format csv > cells.csv",
      "  sluice plan article --power",
      "  sluice plan article --power --store jsonl:results"
    })
final class PlanCommand implements Callable<Integer> {

  /** How many levels of a factor a person is shown. */
  private static final int MOST_LEVELS = 1000;

  private static final int TEXT_WIDTH = 78;

  @Mixin private StudyChoice choice = new StudyChoice();

  @Mixin private Format.Choice format = new Format.Choice();

  @Option(
      names = "--power",
      description = "What differences the repeats can find, instead of the plan.")
  private boolean power;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description = "With --power: where trials of the study are, whose spread is then used.")
  private String store;

  private final Workbench bench;

  PlanCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    ReadStudy study = choice.read(bench.terminal().in());
    StudyPlan plan = choice.plan(bench, study);
    if (power) {
      Power found = Power.of(plan.spec().repeats(), comparisons(plan), spread(plan));
      new PowerTables(found, bench.terminal()).print(format.format());
      return CommandFailure.DONE;
    }
    if (store != null) {
      throw CommandFailure.wrongUsage("--store goes with --power: a plan alone needs no store");
    }
    if (format.format() == Format.TABLE) {
      printText(plan);
    } else {
      cells(bench.laboratory().tuning(plan), plan).print(format.format(), bench.terminal());
    }
    return CommandFailure.DONE;
  }

  /** How many contenders the problem with the most of them has besides the best. */
  private static int comparisons(StudyPlan plan) {
    Map<String, Set<List<String>>> contenders = new HashMap<>();
    for (TrialSetup setup : plan.cells()) {
      Cell cell = setup.cell();
      List<String> labels = new ArrayList<>();
      Ranking.CONTENDER.forEach(factor -> labels.add(cell.factor(factor)));
      Factor.presets(plan.factors()).keySet().forEach(factor -> labels.add(cell.factor(factor)));
      contenders.computeIfAbsent(cell.factor("problem"), p -> new HashSet<>()).add(labels);
    }
    int most = contenders.values().stream().mapToInt(Set::size).max().orElse(1);
    return Math.max(1, most - 1);
  }

  /** The spread of the seeds in the store that was named, if it has trials of the study. */
  private Optional<SeedSpread> spread(StudyPlan plan) {
    if (store == null) {
      return Optional.empty();
    }
    try (ResultStore results = StoredStudies.open(bench, store)) {
      Optional<StudyHeader> header =
          results.studies().stream().filter(kept -> kept.id().equals(plan.id())).findFirst();
      Optional<SeedSpread> spread =
          header.flatMap(
              kept -> {
                try (Stream<TrialEvent.Finished> trials = results.trials(kept.id())) {
                  return SeedSpread.of(StudyRows.collect(kept, trials));
                }
              });
      if (spread.isEmpty()) {
        bench.say("note: " + store + " has no trials of " + plan.id() + " that show a spread");
      }
      return spread;
    }
  }

  private void printText(StudyPlan plan) {
    PrintWriter out = bench.terminal().out();
    bench.terminal().printHeading(plan.id(), "");
    if (!plan.spec().question().isEmpty()) {
      bench.terminal().printLine(Failures.oneLine(plan.spec().question()));
    }
    out.println();
    Listing listing = new Listing("factor", "levels", "");
    for (Factor factor : plan.factors()) {
      List<String> levels = plan.levels(factor);
      if (levels.equals(List.of(factor.preset()))) {
        continue;
      }
      List<String> lines = wrap(levels.subList(0, Math.min(MOST_LEVELS, levels.size())));
      if (levels.size() > MOST_LEVELS) {
        lines.add("… and " + (levels.size() - MOST_LEVELS) + " more, see --format csv");
      }
      listing.row(factor.name(), levels.size(), lines.get(0));
      lines.subList(1, lines.size()).forEach(line -> listing.row("", null, line));
    }
    listing.print(Format.TABLE, bench.terminal());
    out.println();
    out.println(
        plan.cells().size()
            + " cells x "
            + plan.spec().repeats()
            + " repeats = "
            + plan.trials()
            + " trials");
    Keep keep = plan.spec().keep();
    if (keep.summaries()) {
      out.println(
          "a summary of each cell is kept, and rows of its first "
              + Math.min(keep.rows(), plan.spec().repeats())
              + " trials");
    }
    out.println(
        "at most "
            + Figures.number(plan.largestCost())
            + " forward-equivalents in all, "
            + Figures.number(plan.largestCostOfTrial())
            + " in one trial");
    printTuning(bench.laboratory().tuning(plan), plan, out);
    printEstimate(RunEstimate.of(plan), out);
    plan.notes().forEach(note -> bench.terminal().printLine("note: " + note));
  }

  /** What comes before the study itself, if it is tuned. */
  private static void printTuning(List<StudyPlan> rungs, StudyPlan plan, PrintWriter out) {
    if (rungs.isEmpty()) {
      return;
    }
    for (StudyPlan rung : rungs) {
      out.println(
          "before, "
              + rung.spec().name()
              + ": "
              + rung.cells().size()
              + " cells x "
              + rung.spec().repeats()
              + " seeds = "
              + rung.trials()
              + " trials, at most "
              + Figures.number(rung.largestCost())
              + " forward-equivalents");
    }
    double tuning = rungs.stream().mapToDouble(StudyPlan::largestCost).sum();
    out.println(
        "with the tuning at most "
            + Figures.number(tuning + plan.largestCost())
            + " forward-equivalents, "
            + Figures.percent(tuning / (tuning + plan.largestCost()))
            + " of them for it");
  }

  private static void printEstimate(RunEstimate estimate, PrintWriter out) {
    if (estimate.measurements() > 0) {
      out.println(
          "at most "
              + Figures.number(estimate.measurements())
              + " measurements, "
              + estimate.series()
              + " a look, about "
              + megabytes(estimate.storeBytes())
              + " in the store");
    }
    out.println(
        "about " + megabytes(estimate.blockBytes()) + " of memory for each thread, besides data");
    if (estimate.isLarge()) {
      out.println(
          "note: measurements are very many; measure, such as measure: {per-decade: 20}, makes"
              + " them rarer, and metrics fewer at a look");
    }
  }

  private static String megabytes(double bytes) {
    return bytes < 1e6 ? "less than 1 MB" : Figures.number(bytes / 1e6) + " MB";
  }

  /** The words in lines that are not too long, separated by commas. */
  private static List<String> wrap(List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int left = words.size();
    for (String word : words) {
      left--;
      String next = word + (left > 0 ? "," : "");
      if (line.length() > 0 && line.length() + 1 + next.length() > TEXT_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(next);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The cells; of a study that is tuned those of its rungs first, each with its study's name. */
  private static Listing cells(List<StudyPlan> rungs, StudyPlan plan) {
    List<String> columns = new ArrayList<>(rungs.isEmpty() ? List.of() : List.of("study"));
    columns.add("cell");
    columns.addAll(Factor.names(plan.factors()));
    columns.addAll(List.of("repeats", "largest_cost", "hyperparameters"));
    List<StudyPlan> parts = new ArrayList<>(rungs);
    parts.add(plan);
    return new Listing(columns.toArray(String[]::new))
        .rows(
            () ->
                parts.stream()
                    .flatMap(
                        part ->
                            part.cells().stream()
                                .map(setup -> row(part, setup, parts.size() > 1))));
  }

  private static List<Object> row(StudyPlan part, TrialSetup setup, boolean isNamed) {
    List<Object> row = new ArrayList<>();
    if (isNamed) {
      row.add(part.spec().name());
    }
    Cell cell = setup.cell();
    row.add(cell.index());
    boolean open = isOpen(part, cell);
    cell.factors()
        .forEach(
            (factor, label) ->
                row.add(open && factor.equals("optimizer") ? unchosen(part, cell) : label));
    row.add(part.spec().repeats());
    row.add(part.largestCost(setup));
    row.add(open ? hyperparameters(part, cell) : cell.hyperparameters());
    return row;
  }

  /** Whether the cell has values that are still to be chosen, as all rungs but the first have. */
  private static boolean isOpen(StudyPlan part, Cell cell) {
    return part.awaitsTuning()
        ? cell.isTuned()
        : part.spec().tuning().map(tuning -> tuning.rung() > 1).orElse(false);
  }

  /** The optimizer without its values that are still to be chosen. */
  private static String unchosen(StudyPlan part, Cell cell) {
    String label = cell.factor("optimizer");
    if (cell.isTuned()) {
      return label;
    }
    for (String name : part.spec().tuning().orElseThrow().values().keySet()) {
      label = Cell.labelWithout(label, name);
    }
    return label;
  }

  private static Map<String, Double> hyperparameters(StudyPlan part, Cell cell) {
    Map<String, Double> values = new LinkedHashMap<>(cell.hyperparameters());
    Set<String> names = part.spec().tuning().orElseThrow().values().keySet();
    names.forEach(name -> values.remove("optimizer." + name));
    return values;
  }
}
