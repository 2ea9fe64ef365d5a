package io.sluice.report;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Expectation;
import io.sluice.analysis.claim.Judgement;
import io.sluice.analysis.claim.Standing;
import io.sluice.analysis.claim.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several claims and where each stands. */
public final class ClaimListDocument {

  /** The id of its table. */
  public static final String CLAIMS = "claims";

  private static final String PROVENANCE = "provenance";

  private ClaimListDocument() {}

  /**
   * The report of a study with the claims that its rows are evidence for, before it says where it
   * comes from; the same report if there are none.
   */
  public static Document in(Document report, Map<Claim, Standing> claims) {
    if (claims.isEmpty()) {
      return report;
    }
    Table.Builder table =
        Table.of(CLAIMS, "Claims that these rows are evidence for")
            .columns("claim", "statement", "verdict", "expected", "state");
    List<String> commands = new ArrayList<>();
    claims.forEach(
        (claim, standing) -> {
          table.row(
              Value.of(claim.id()),
              Value.of(claim.statement()),
              Value.of(standing.verdict(claim).map(Verdict::word).orElse("")),
              Value.of(claim.expectation().map(one -> one.verdict().word()).orElse("")),
              Value.of(standing.state().words()));
          commands.add("sluice claims show " + claim.id());
        });
    Code shown = new Code("claim-commands", "The whole of it", String.join("\n", commands));
    List<Section> sections = new ArrayList<>(report.sections());
    int last = sections.size() - 1;
    int place = last >= 0 && sections.get(last).id().equals(PROVENANCE) ? last : last + 1;
    sections.add(
        place, new Section(CLAIMS, "Which claims rest on it", List.of(table.build(), shown)));
    return new Document(report.title(), report.question(), report.facts(), sections);
  }

  /** The document about these claims, in their order. */
  public static Document of(Map<Claim, Standing> claims) {
    Table.Builder table =
        Table.of(CLAIMS, "Claims")
            .columns("claim", "verdict", "expected", "state", "statement")
            .details("reason", "said_by", "expected_when", "note", "full", "quick");
    List<String> apart = new ArrayList<>();
    claims.forEach(
        (claim, standing) -> {
          Optional<Verdict> verdict = standing.verdict(claim);
          Optional<Verdict> expected = claim.expectation().map(one -> one.verdict());
          table.row(
              Value.of(claim.id()),
              Value.of(verdict.map(Verdict::word).orElse("")),
              Value.of(expected.map(Verdict::word).orElse("")),
              Value.of(standing.state().words()),
              Value.of(claim.statement()),
              Value.of(standing.judgement().map(Judgement::reason).orElse("")),
              Value.of(claim.saidBy()),
              Value.of(claim.expectation().map(Expectation::when).orElse("")),
              Value.of(claim.note()),
              Value.of(claim.sample().full()),
              Value.of(claim.sample().quick()));
          if (verdict.filter(claim::isSurprisedBy).isPresent()) {
            apart.add(
                claim.id()
                    + " is "
                    + verdict.get().word()
                    + ", not "
                    + expected.get().word()
                    + ": "
                    + standing.judgement().map(Judgement::reason).orElse("no experiment decides it")
                    + "."
                    + (claim.note().isEmpty() ? "" : " " + claim.note()));
          }
        });
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("claims", (long) claims.size());
    facts.put("other_than_expected", (long) apart.size());
    List<Section> sections = new ArrayList<>();
    if (!apart.isEmpty()) {
      sections.add(new Section("apart", "Other than expected", List.of(new Sentences(apart))));
    }
    sections.add(new Section("claims", "Claims", List.of(table.build())));
    return new Document("Claims", "", facts, sections);
  }
}
