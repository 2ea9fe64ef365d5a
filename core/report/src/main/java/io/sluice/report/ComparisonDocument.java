package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.Sampling;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the document about two groups of a study's trials: is the one really better? */
public final class ComparisonDocument {

  /** The id of the table of the comparison. */
  public static final String COMPARISON = "comparison";

  private ComparisonDocument() {}

  /** The document about a comparison of these rows. */
  public static Document of(StudyRows rows, Comparison comparison) {
    StudyHeader header = rows.header();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("study", header.id());
    facts.put("first_group", comparison.first());
    facts.put("second_group", comparison.second());
    facts.put("metric", comparison.metric().isEmpty() ? null : comparison.metric());
    facts.put("target", goal(header, comparison).isEmpty() ? null : target(header, comparison));
    Table.Builder table = JudgedTables.table(COMPARISON, "The two groups");
    table.row(JudgedTables.values(comparison));
    Table.Builder tests = Table.of("tests", "Tests that they are equal").columns("test", "p");
    comparison
        .tests()
        .forEach(test -> tests.row(Value.of(test.method()), Value.probability(test.p())));
    return new Document(
        header.name(),
        JudgedTables.differing(comparison.first(), comparison.second())
            + " or "
            + JudgedTables.differing(comparison.second(), comparison.first())
            + "?",
        facts,
        List.of(
            new Section("answer", "Answer", List.of(new Sentences(sentences(rows, comparison)))),
            new Section("numbers", "The numbers", List.of(table.build(), tests.build()))));
  }

  private static double target(StudyHeader header, Comparison comparison) {
    return header.targets().get(comparison.target());
  }

  private static String goal(StudyHeader header, Comparison comparison) {
    return comparison.target() < 0 ? "" : "at loss " + Figures.exact(target(header, comparison));
  }

  private static List<String> sentences(StudyRows rows, Comparison comparison) {
    StudyHeader header = rows.header();
    List<String> sentences = new ArrayList<>();
    String first = JudgedTables.differing(comparison.first(), comparison.second());
    String second = JudgedTables.differing(comparison.second(), comparison.first());
    String evidence =
        "of "
            + comparison.pairs()
            + " pairs of trials in "
            + comparison.repeats()
            + " repeats "
            + first
            + " does better in "
            + Figures.percent(comparison.better())
            + ", "
            + Figures.probability(comparison.p());
    String where =
        !comparison.metric().isEmpty()
            ? ", by the " + comparison.measure()
            : comparison.target() < 0 ? "" : ", " + goal(header, comparison);
    switch (comparison.verdict()) {
      case FIRST:
        sentences.add(first + " is better than " + second + where + ": " + evidence + ".");
        break;
      case SECOND:
        sentences.add(second + " is better than " + first + where + ": " + evidence + ".");
        break;
      case EQUAL:
        sentences.add(
            first
                + " and "
                + second
                + " are equal for practical purposes"
                + where
                + ": "
                + evidence
                + "; with odds of "
                + Figures.percent(comparison.odds().within())
                + " the "
                + comparison.measure()
                + " differs by less than "
                + Figures.number(comparison.region())
                + ".");
        break;
      default:
        sentences.add(
            "Which of "
                + first
                + " and "
                + second
                + " is better cannot be told"
                + where
                + ": "
                + evidence
                + ".");
        sentences.add(more(comparison));
    }
    sentences.add(
        "This holds for a pair that was named before its results were seen; one that was picked"
            + " from a ranking was also lucky, which the report of the study takes into account.");
    Sampling.ofRowsAlone(rows).ifPresent(sentences::add);
    return sentences;
  }

  private static String more(Comparison comparison) {
    double seeds = comparison.moreSeeds();
    if (Double.isNaN(seeds)) {
      return "With fewer than two repeats nothing can be told.";
    }
    if (Double.isInfinite(seeds)) {
      return "As it stands no number of seeds would tell them apart.";
    }
    return "Some "
        + Figures.number(Math.ceil(seeds))
        + " more seeds would settle it, if effect and spread stay as they are.";
  }
}
