package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Expectation;
import io.sluice.analysis.claim.Sample;
import io.sluice.analysis.claim.Standing;
import io.sluice.analysis.claim.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimListDocumentTest {

  private static final Section ANSWER = new Section("answer", "Answer", List.of());
  private static final Section PROVENANCE = new Section("provenance", "Where", List.of());

  private static Claim claim(Verdict expected, String note) {
    return new Claim(
        "old",
        "It was so.",
        "somebody",
        "",
        Optional.of(Verdict.HISTORY),
        Optional.empty(),
        List.of(),
        Sample.PRESET,
        List.of("A book"),
        Optional.of(new Expectation(expected, "", "")),
        note);
  }

  private static Document report(Section... sections) {
    return new Document("study", "", Map.of(), List.of(sections));
  }

  @Test
  void aReportSaysWhichClaimsRestOnItBeforeItSaysWhereItComesFrom() {
    Claim claim = claim(Verdict.HISTORY, "");
    Map<Claim, Standing> claims = Map.of(claim, Standing.without(claim));
    assertThat(ClaimListDocument.in(report(ANSWER, PROVENANCE), claims).sections())
        .extracting(Section::id)
        .containsExactly("answer", "claims", "provenance");
    Document without = ClaimListDocument.in(report(ANSWER), claims);
    assertThat(without.sections()).extracting(Section::id).containsExactly("answer", "claims");
    assertThat(JsonRenderer.of(without)).contains("\"verdict\": \"history\"", "claims show old");
  }

  @Test
  void aReportOnWhichNoClaimRestsSaysNothingOfClaims() {
    Document report = report(ANSWER, PROVENANCE);
    assertThat(ClaimListDocument.in(report, Map.of())).isEqualTo(report);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void whatIsOtherThanExpectedComesFirstWithItsNote(Verdict expected) {
    Claim claim = claim(expected, "Books differ.");
    String page =
        new MarkdownRenderer(figure -> "")
            .of(ClaimListDocument.of(Map.of(claim, Standing.without(claim))));
    if (expected == Verdict.HISTORY) {
      assertThat(page).doesNotContain("Other than expected", "Books differ.");
    } else {
      assertThat(page)
          .containsSubsequence(
              "## Other than expected",
              "old is history, not "
                  + expected.word()
                  + ": no experiment decides it. Books differ.",
              "## Claims");
    }
  }
}
