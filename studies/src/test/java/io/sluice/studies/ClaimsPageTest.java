package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/claims.md shows is what is read, and what comes along is in its table. */
class ClaimsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "claims.md");
  private static final Pattern YAML =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TABLE =
      Pattern.compile("(<!-- claims -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  @Test
  void theTableIsOfTheClaimsThatComeAlong() throws IOException {
    String there = Files.readString(PAGE);
    String generated = KeyTables.rewritten(there);
    generated =
        TABLE
            .matcher(generated)
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + table() + found.group(2)));
    Path written = Path.of("target", "claims.md");
    Files.writeString(written, generated);

    assertThat(there).as("%s is how the page should be; copy it", written).isEqualTo(generated);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| claim | said by | statement | expected |\n|---|---|---|---|\n");
    for (String id : ShippedClaims.ids()) {
      Claim claim = ShippedClaims.read(id).claim();
      Expectation expected = claim.expectation().orElseThrow();
      table.append("| ").append(id).append(" | ").append(claim.saidBy());
      table.append(" | ").append(claim.statement()).append(" | ");
      table.append(expected.verdict().word());
      table.append(expected.when().isEmpty() ? "" : ", " + expected.when()).append(" |\n");
    }
    return table.toString();
  }

  @Test
  void theCardsOfThePageAreRead() throws IOException {
    List<String> cards =
        YAML.matcher(Files.readString(PAGE)).results().map(MatchResult::group).toList();
    assertThat(cards).hasSize(2);
    for (String card : cards) {
      String text = card.replaceAll("```(yaml)?", "");
      assertThat(ClaimReader.read(text, "page", null).claim().decide()).isPresent();
    }
    assertThat(cards.get(0).strip().lines().count()).isLessThanOrEqualTo(12);
  }
}
