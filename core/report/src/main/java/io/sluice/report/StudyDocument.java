package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.Parallel;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the document about a study from its rows: what is said, in which order, and by which
 * method.
 */
public final class StudyDocument {

  /** The id of the table of all contenders. */
  public static final String RANKINGS = "rankings";

  private final StudyReport report;
  private final StudyRows rows;
  private final int top;

  private StudyDocument(StudyRows rows, int top) {
    this.report = StudyReport.of(rows);
    this.rows = rows;
    this.top = top;
  }

  /** The document about these rows, with so many contenders of each ranking seen at first. */
  public static Document of(StudyRows rows, int top) {
    return new StudyDocument(rows, top).document();
  }

  /** The short form: the answer and the rankings, which take the least time. */
  public static Document brief(StudyRows rows) {
    StudyDocument made = new StudyDocument(rows, Integer.MAX_VALUE);
    List<Section> sections = new ArrayList<>(List.of(made.answer()));
    add(sections, "ranking", "What did best", List.of(made.rankings()));
    add(sections, PublishedTable.PUBLISHED, PublishedTable.HEADING, PublishedTable.of(rows));
    return made.document(sections);
  }

  private Document document(List<Section> sections) {
    return new Document(report.header().name(), report.header().question(), facts(), sections);
  }

  private Section answer() {
    return new Section("answer", "Answer", List.of(new Sentences(report.answer().sentences())));
  }

  private Document document() {
    List<Section> sections = new ArrayList<>(List.of(answer()));
    ContenderNames names = new ContenderNames(report, rows);
    StudyFigures figures = new StudyFigures(report, rows, names);
    JudgedTables judged = new JudgedTables(report, rows, names, top);
    ChoiceTables choices = new ChoiceTables(report, top);
    // Judging takes longest, so it is done beside the drawing.
    Supplier<List<Table>> leaders = Parallel.start(judged::leaders);
    add(sections, "pairs", "Which pair does what", optional(figures.heatMap()));
    add(
        sections,
        "explanation",
        "What explains it",
        joined(optional(figures.sources()), ExplainedTables.of(report)));
    add(
        sections,
        "ranking",
        "What did best, and how sure that is",
        joined(joined(List.of(rankings()), leaders.get()), figures.averageRanks()));
    add(
        sections,
        "cost",
        "How the cost is spread",
        joined(
            joined(
                optional(figures.reached("optimizer", rows.levels("optimizer"))),
                optional(figures.reached("activation", figures.firstActivations()))),
            new CostBlocks(report, rows, names, top).blocks()));
    add(sections, "budget", "When the order changes", joined(figures.flips(), judged.flips()));
    add(sections, "numbers", "What a number changes", figures.overNumbers());
    add(
        sections,
        "training",
        "How training went",
        joined(figures.training().convergence(), figures.training().telemetry()));
    add(
        sections,
        "sensitivity",
        "What hangs on a hyper-parameter",
        joined(figures.sensitivities(), choices.tables()));
    add(sections, "paired", "What single choices change", choices.paired());
    add(sections, "failures", "What failed, and why", failures());
    add(sections, PublishedTable.PUBLISHED, PublishedTable.HEADING, PublishedTable.of(rows));
    add(
        sections,
        "provenance",
        "Where this comes from",
        joined(
            List.of(provenance()),
            // Results from elsewhere have no text that could be run.
            spec().equals("{}")
                ? List.of()
                : List.of(repeatCommand(), new Code("spec", "The study", spec()))));
    return document(sections);
  }

  private static List<Block> joined(List<? extends Block> one, List<? extends Block> other) {
    List<Block> blocks = new ArrayList<>(one);
    blocks.addAll(other);
    return blocks;
  }

  private static List<Block> optional(Optional<Figure> figure) {
    return figure.map(found -> List.<Block>of(found)).orElse(List.of());
  }

  private static void add(
      List<Section> sections, String id, String heading, List<? extends Block> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(id, heading, List.copyOf(blocks)));
    }
  }

  private Map<String, Object> facts() {
    StudyHeader header = report.header();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("study", header.id());
    facts.put("question", header.question());
    facts.put("trials", report.trials());
    facts.put("planned", header.trials());
    facts.put("budget", header.budget());
    facts.put("targets", header.targets());
    facts.put(
        "headline_target",
        report.headlineTarget().isPresent() ? report.headlineTarget().getAsDouble() : null);
    Map<String, Object> outcomes = new LinkedHashMap<>();
    report.outcomes().forEach((outcome, count) -> outcomes.put(word(outcome), count));
    facts.put("outcomes", outcomes);
    return facts;
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private Table rankings() {
    List<Double> targets = report.header().targets();
    int target = report.rankings().isEmpty() ? -1 : first().target();
    String metric = rows.rankingMetric();
    Table.Builder table =
        Table.of(
                RANKINGS,
                !metric.isEmpty()
                    ? "Ranking by the final " + metric.replace('-', ' ')
                    : target < 0
                        ? "Ranking by the lowest loss"
                        : "Ranking by reaching loss " + Figures.exact(targets.get(target)))
            .method(
                "Success: Wilson's interval. Medians: the interval between order statistics; a"
                    + " trial that missed the target costs ∞, one that diverged or failed has the"
                    + " loss ∞.")
            .parted()
            .head(top)
            .columns("problem", "rank");
    List<String> factors =
        report.rankings().isEmpty() ? Ranking.CONTENDER : report.rankings().get(0).factors();
    for (String factor : factors) {
      String name = factor.replace('-', '_');
      if (rows.levels(factor).size() > 1) {
        table.columns(name);
      } else {
        table.details(name);
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      if (i != target) {
        table.details("success_" + Figures.exact(targets.get(i)));
      }
    }
    if (!metric.isEmpty()) {
      table.column("median_" + metric.replace('-', '_'), "median " + metric.replace('-', ' '));
    }
    for (String other : rows.otherMerits()) {
      table.column("median_" + other.replace('-', '_'), "median " + other.replace('-', ' '));
    }
    if (target >= 0) {
      table.columns("success", "median_cost");
    }
    table.columns("median_best_loss").details("trials");
    for (Outcome outcome : List.of(Outcome.DIVERGED, Outcome.FAILED)) {
      if (report.outcomes().get(outcome) > 0) {
        table.columns(word(outcome));
      } else {
        table.details(word(outcome));
      }
    }
    for (Ranking ranking : report.rankings()) {
      for (Ranking.Row row : ranking.rows()) {
        table.row(row(ranking, row));
      }
    }
    return table.build();
  }

  private TrialSummary first() {
    return report.rankings().get(0).rows().get(0).summary();
  }

  private List<Value> row(Ranking ranking, Ranking.Row row) {
    TrialSummary summary = row.summary();
    List<Value> values = new ArrayList<>();
    values.add(Value.of(ranking.problem()));
    values.add(Value.of(row.rank()));
    row.contender().forEach(label -> values.add(Value.of(label)));
    for (int i = 0; i < summary.successes().size(); i++) {
      if (i != summary.target()) {
        values.add(Value.percent(summary.successes().get(i).estimate()));
      }
    }
    if (!rows.rankingMetric().isEmpty()) {
      values.add(summary.metric().map(one -> Value.of(one.median())).orElse(Value.NONE));
    }
    for (String other : rows.otherMerits()) {
      values.add(
          summary.others().stream()
              .filter(one -> one.metric().equals(other))
              .findFirst()
              .map(one -> Value.of(one.median()))
              .orElse(Value.NONE));
    }
    if (summary.target() >= 0) {
      values.add(Value.percent(summary.success().estimate()));
      values.add(Value.of(summary.costToTarget()));
    }
    values.add(Value.of(summary.bestLoss()));
    values.add(Value.of(summary.trials()));
    values.add(Value.of(summary.diverged()));
    values.add(Value.of(summary.failed()));
    return values;
  }

  private List<Table> failures() {
    if (rows.failures().isEmpty()) {
      return List.of();
    }
    Table.Builder table =
        Table.of("failures", "What components said").head(top).columns("trials", "message");
    table.column("first", "the first of these trials");
    rows.failures()
        .forEach(
            failure ->
                table.row(
                    Value.of(failure.trials()),
                    Value.of(failure.message()),
                    Value.of(failure.first())));
    return List.of(table.build());
  }

  private Table provenance() {
    StudyHeader header = report.header();
    Table.Builder table = Table.of("provenance", "The study and what computed it");
    table.columns("what", "value");
    table.row(Value.of("study"), Value.of(header.id()));
    table.row(Value.of("trials"), Value.of(report.trials() + " of " + header.trials()));
    header.provenance().forEach((name, value) -> table.row(Value.of(name), Value.of(value)));
    return table.build();
  }

  private Code repeatCommand() {
    String study = report.header().name();
    return new Code(
        "command",
        "To run it again, with the study below as " + study + ".json",
        "sluice run " + study + ".json");
  }

  private String spec() {
    return report.header().spec();
  }
}
