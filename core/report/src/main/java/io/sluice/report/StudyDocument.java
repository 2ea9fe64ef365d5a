package io.sluice.report;

import io.sluice.analysis.Figures;
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

  private Document document() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section("answer", "Answer", List.of(new Sentences(report.answer().sentences()))));
    add(sections, "sources", "What explains the cost", ExplainedTables.of(report));
    add(sections, "ranking", "What did best", List.of(rankings()));
    add(sections, "provenance", "Where this comes from", List.of(provenance()));
    return new Document(report.header().name(), report.header().question(), facts(), sections);
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
    int smallest = rows.smallestTarget();
    Table.Builder table =
        Table.of(
                RANKINGS,
                smallest < 0
                    ? "Ranking by the lowest loss"
                    : "Ranking by reaching loss " + Figures.exact(targets.get(smallest)))
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
      if (i != smallest) {
        table.details("success_" + Figures.exact(targets.get(i)));
      }
    }
    if (smallest >= 0) {
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
        table.row(row(ranking, row, smallest));
      }
    }
    return table.build();
  }

  private static List<Value> row(Ranking ranking, Ranking.Row row, int smallest) {
    TrialSummary summary = row.summary();
    List<Value> values = new ArrayList<>();
    values.add(Value.of(ranking.problem()));
    values.add(Value.of(row.rank()));
    row.contender().forEach(label -> values.add(Value.of(label)));
    for (int i = 0; i < summary.successes().size(); i++) {
      if (i != smallest) {
        values.add(Value.percent(summary.successes().get(i).estimate()));
      }
    }
    if (smallest >= 0) {
      values.add(Value.percent(summary.success().estimate()));
      values.add(Value.of(summary.costToTarget()));
    }
    values.add(Value.of(summary.bestLoss()));
    values.add(Value.of(summary.trials()));
    values.add(Value.of(summary.diverged()));
    values.add(Value.of(summary.failed()));
    return values;
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
}
