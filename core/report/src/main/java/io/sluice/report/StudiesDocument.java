package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyComparison;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the document about studies that are compared with another, trial by trial. */
public final class StudiesDocument {

  /** The id of the table of what each has at each target. */
  public static final String TARGETS = "targets";

  private StudiesDocument() {}

  /**
   * One comparison, and what its studies are called.
   *
   * @param first the name of the study that is compared with, such as its id
   * @param second the name of the other
   */
  public record Named(String first, String second, StudyComparison comparison) {

    /** A comparison of studies that are called by their ids. */
    public static Named of(StudyComparison comparison) {
      return new Named(comparison.first().id(), comparison.second().id(), comparison);
    }
  }

  /** The document about these, which have the same first study. */
  public static Document of(List<Named> comparisons) {
    String first = comparisons.get(0).first();
    List<String> others = comparisons.stream().map(Named::second).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("first", comparisons.get(0).comparison().first().id());
    List<Section> sections = new ArrayList<>();
    for (Named one : comparisons) {
      sections.add(
          new Section(
              sections.isEmpty() ? "answer" : "answer-" + (sections.size() + 1),
              one.second() + " compared with " + one.first(),
              List.of(new Sentences(sentences(one.comparison())))));
    }
    sections.add(new Section("numbers", "The numbers", List.of(studies(comparisons))));
    sections.add(new Section(TARGETS, "At each target", List.of(targets(comparisons))));
    Table provenance = provenance(comparisons);
    if (!provenance.rows().isEmpty()) {
      sections.add(new Section("provenance", "How they were made", List.of(provenance)));
    }
    return new Document(
        first, String.join(", ", others) + " compared with " + first, facts, sections);
  }

  private static List<String> sentences(StudyComparison one) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
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
      sentences.add(
          different == 0
              ? "All are equal bit by bit."
              : one.equal() + " are equal bit by bit, " + different + " differ.");
    }
    for (StudyHeader header : List.of(one.first(), one.second())) {
      String rows = header.provenance().get(StudyHeader.ROWS_OF_A_CELL);
      if (rows != null) {
        sentences.add(
            header.id()
                + " keeps summaries; compared are the trials that have rows, the first "
                + rows
                + " of each cell.");
      }
    }
    return sentences;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String alone(long cells, String owner) {
    return cells == 0 ? "" : ", " + owner + " has " + cells + " alone";
  }

  private static Table studies(List<Named> comparisons) {
    Table.Builder table =
        Table.of("studies", "What the studies have in common")
            .columns("study", "cells", "cells_only_first", "cells_only_second")
            .columns("pairs", "equal", "unpaired");
    for (Named named : comparisons) {
      StudyComparison one = named.comparison();
      table.row(
          Value.of(named.second()),
          Value.of(one.cells()),
          Value.of(one.onlyFirst()),
          Value.of(one.onlySecond()),
          Value.of(one.pairs()),
          Value.of(one.equal()),
          Value.of(one.unpaired()));
    }
    return table.build();
  }

  private static Table targets(List<Named> comparisons) {
    Table.Builder table =
        Table.of(TARGETS, "Reached and cost at each target")
            .method(
                "p-values of sign-flip tests over repeats, corrected by Holm; cost_ratio is the"
                    + " geometric mean of the second's costs over the first's, a miss counting"
                    + " with its budget")
            .details("first", "second", "pairs", "equal")
            .columns("target", "reached_first", "reached_second", "better", "worse")
            .columns("success_p", "cost_ratio", "cost_p");
    for (Named named : comparisons) {
      StudyComparison one = named.comparison();
      for (StudyComparison.AtTarget at : one.targets()) {
        table.row(
            Value.of(named.first()),
            Value.of(named.second()),
            Value.of(one.pairs()),
            Value.of(one.equal()),
            new Value(Figures.exact(at.target()), at.target()),
            Value.of(at.reachedFirst()),
            Value.of(at.reachedSecond()),
            Value.of(at.better()),
            Value.of(at.worse()),
            Value.probability(at.successP()),
            Value.of(at.costRatio()),
            Value.probability(at.costP()));
      }
    }
    return table.build();
  }

  private static Table provenance(List<Named> comparisons) {
    Table.Builder table =
        Table.of("provenance", "What is not the same of how they came about")
            .details("study")
            .columns("made_with")
            .cut("first", 50)
            .cut("second", 50);
    for (Named named : comparisons) {
      named
          .comparison()
          .provenance()
          .forEach(
              (name, values) ->
                  table.row(
                      Value.of(named.second()),
                      Value.of(name),
                      Value.of(values.get(0)),
                      Value.of(values.get(1))));
    }
    return table.build();
  }
}
