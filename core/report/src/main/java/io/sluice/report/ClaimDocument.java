package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Effect;
import io.sluice.analysis.claim.Expectation;
import io.sluice.analysis.claim.Finding;
import io.sluice.analysis.claim.Judgement;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Standing;
import io.sluice.analysis.claim.Verdict;
import io.sluice.report.figure.Forest;
import io.sluice.report.figure.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of a claim: verdict, evidence, controls, what would change it, how to repeat it. */
public final class ClaimDocument {

  /** The id of the table of what was found. */
  public static final String EVIDENCE = "evidence";

  private static final Set<String> OF_ROWS = Set.of("answer", EVIDENCE, "controls", "rows");

  private final Claim claim;
  private final Standing standing;

  private ClaimDocument(Claim claim, Standing standing) {
    this.claim = claim;
    this.standing = standing;
  }

  /**
   * The page.
   *
   * @param commands that run the claim, from nothing and quickly
   */
  public static Document of(Claim claim, Standing standing, List<String> commands) {
    return new ClaimDocument(claim, standing).document(commands);
  }

  /** Whether a section is made from rows; the others say what stands in the card. */
  public static boolean isOfRows(Section section) {
    return OF_ROWS.contains(section.id());
  }

  private Document document(List<String> commands) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("answer", "Verdict", List.of(new Sentences(verdict()))));
    standing
        .judgement()
        .ifPresent(
            judgement -> {
              sections.add(new Section("evidence", "Evidence", evidence(judgement)));
              if (!judgement.controls().isEmpty()) {
                sections.add(new Section("controls", "Controls", List.of(controls(judgement))));
              }
              sections.add(new Section("rows", "Where the rows come from", List.of(rows())));
            });
    if (!claim.note().isEmpty()) {
      sections.add(
          new Section("note", "What is to be learnt", List.of(Sentences.of(claim.note()))));
    }
    sections.add(new Section("rule", "How it is decided", List.of(new Sentences(rule()))));
    if (!claim.literature().isEmpty()) {
      sections.add(
          new Section(
              "literature",
              "Literature",
              List.of(new Sentences(claim.literature().stream().map(l -> l + ".").toList()))));
    }
    if (claim.kind().isEmpty()) {
      sections.add(
          new Section(
              "repeat",
              "Repeat it",
              List.of(new Code("command", "The command", String.join("\n", commands)))));
    }
    return new Document("Claim " + claim.id(), claim.statement(), facts(), sections);
  }

  private Map<String, Object> facts() {
    Optional<Expectation> expected = claim.expectation();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("claim", claim.id());
    facts.put("statement", claim.statement());
    facts.put("said_by", claim.saidBy());
    facts.put("verdict", standing.verdict(claim).map(Verdict::word).orElse(null));
    facts.put("expected", expected.map(one -> one.verdict().word()).orElse(null));
    facts.put("expected_when", expected.map(Expectation::when).orElse(null));
    facts.put("expected_source", expected.map(Expectation::source).orElse(null));
    facts.put("state", standing.state().words());
    facts.put("reason", standing.judgement().map(Judgement::reason).orElse(""));
    facts.put("note", claim.note());
    facts.put("refuted_if", claim.refutedIf());
    facts.put("rule", claim.decide().map(Rule::words).orElse(null));
    facts.put("full", (long) claim.sample().full());
    facts.put("quick", (long) claim.sample().quick());
    facts.put("literature", claim.literature());
    facts.put("studies", standing.rows().stream().map(Standing.Rows::study).toList());
    return facts;
  }

  private Table rows() {
    Table.Builder table =
        Table.of("rows", "Studies that were run").columns("study", "trials", "seed", "sluice");
    standing
        .rows()
        .forEach(
            rows ->
                table.row(
                    Value.of(rows.study()),
                    Value.of(rows.trials()),
                    Value.of(rows.seed()),
                    Value.of(rows.version())));
    return table.build();
  }

  private List<String> verdict() {
    List<String> sentences = new ArrayList<>();
    Optional<Verdict> found = standing.verdict(claim);
    Optional<Expectation> expected = claim.expectation();
    if (found.filter(claim::isSurprisedBy).isPresent()) {
      sentences.add(
          "This is not what was expected: the rows say "
              + found.get().word()
              + ", the expectation was "
              + expectation(expected.get())
              + ".");
    }
    sentences.add(
        found
            .map(word -> capital(word.word()) + reason(word) + ".")
            .orElse("It was not run yet: " + standing.state().words() + "."));
    standing
        .judgement()
        .map(judgement -> judgement.decided().change())
        .filter(change -> !change.isEmpty())
        .ifPresent(change -> sentences.add("What would change it: " + change + "."));
    if (standing.state() == Standing.State.QUICK) {
      sentences.add(
          "These are the first "
              + claim.sample().quick()
              + " of "
              + claim.sample().full()
              + " repeats.");
    }
    if (found.filter(claim::isSurprisedBy).isEmpty()) {
      expected.ifPresent(one -> sentences.add("Expected: " + expectation(one) + "."));
    }
    return sentences;
  }

  private String reason(Verdict verdict) {
    return verdict.isEmpirical()
        ? ": " + standing.judgement().map(Judgement::reason).orElse("")
        : ": no experiment decides it, its sources do";
  }

  private static String expectation(Expectation expectation) {
    return expectation.verdict().word()
        + (expectation.when().isEmpty() ? "" : ", " + expectation.when())
        + (expectation.source().isEmpty() ? "" : " (" + expectation.source() + ")");
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static List<Block> evidence(Judgement judgement) {
    List<Block> blocks = new ArrayList<>();
    Table.Builder table =
        Table.of(EVIDENCE, "What was asked and what was found")
            .method("Intervals of all rows hold together with 95 %.")
            .columns("condition", "asked", "found")
            .column("effect", "effect")
            .columns("unit")
            .details("repeats", "reason");
    Map<String, List<Forest.Row>> forests = new LinkedHashMap<>();
    judgement
        .decided()
        .leaves()
        .forEach(
            leaf -> {
              Effect effect = leaf.effect().orElseThrow();
              table.row(
                  Value.of(leaf.condition()),
                  Value.of(leaf.asked()),
                  Value.of(leaf.verdict().word()),
                  Value.of(effect.estimate()),
                  Value.of(effect.unit().strip()),
                  Value.of(effect.repeats()),
                  Value.of(leaf.reason()));
              if (effect.estimate().hasInterval()) {
                forests
                    .computeIfAbsent(effect.unit().strip(), unit -> new ArrayList<>())
                    .add(new Forest.Row(name(leaf, effect), effect.estimate()));
              }
            });
    blocks.add(table.build());
    forests.forEach(
        (unit, rows) ->
            blocks.add(
                new Forest(
                        "effects" + (blocks.size() == 1 ? "" : "-" + blocks.size()),
                        "Effects with their intervals",
                        Quantity.linear(unit.isEmpty() ? "effect" : unit),
                        rows)
                    .figure()));
    return blocks;
  }

  private static String name(Finding leaf, Effect effect) {
    return leaf.condition().isEmpty() ? effect.quantity() : leaf.condition();
  }

  private static Table controls(Judgement judgement) {
    Table.Builder table =
        Table.of("controls", "Controls").columns("control", "must", "found", "behaves", "reason");
    for (Judgement.Checked checked : judgement.controls()) {
      table.row(
          Value.of(checked.control().name()),
          Value.of(checked.control().must()),
          Value.of(checked.finding().verdict().word()),
          Value.of(checked.behaves() ? "yes" : "no"),
          Value.of(checked.finding().reason()));
    }
    return table.build();
  }

  private List<String> rule() {
    List<String> sentences = new ArrayList<>();
    if (!claim.saidBy().isEmpty()) {
      sentences.add("Said by " + claim.saidBy() + ".");
    }
    if (!claim.refutedIf().isEmpty()) {
      sentences.add("Refuted if " + claim.refutedIf());
    }
    claim.decide().ifPresent(rule -> sentences.addAll(rule(rule)));
    return sentences;
  }

  private List<String> rule(Rule rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add("The rule, fixed beforehand: " + rule.words() + ".");
    if (!claim.controls().isEmpty()) {
      sentences.add(
          "Controls: "
              + claim.controls().stream()
                  .map(control -> control.name() + " (" + control.must() + ")")
                  .collect(Collectors.joining("; "))
              + ".");
    }
    sentences.add(power(rule));
    return sentences;
  }

  private String power(Rule rule) {
    OptionalDouble full = rule.power(claim.sample().full(), rule.level());
    OptionalDouble quick = rule.power(claim.sample().quick(), rule.level());
    if (full.isEmpty() || quick.isEmpty()) {
      return "Run with "
          + claim.sample().full()
          + " repeats, quickly with "
          + claim.sample().quick()
          + "; with which power cannot be told beforehand.";
    }
    return "If it is so, by the smallest effect that matters, "
        + claim.sample().full()
        + " repeats find it with a power of "
        + Figures.percent(full.getAsDouble())
        + ", the quick "
        + claim.sample().quick()
        + " with "
        + Figures.percent(quick.getAsDouble())
        + (rule.intervals() > 1 ? ", each of " + rule.intervals() + " intervals by itself." : ".");
  }
}
