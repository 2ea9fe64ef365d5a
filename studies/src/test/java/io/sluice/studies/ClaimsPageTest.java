package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/claims.md shows is what is read. */
class ClaimsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "claims.md");
  private static final Pattern YAML =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void theTablesOfKeysAreCurrent() throws IOException {
    String there = Files.readString(PAGE);
    String generated = KeyTables.rewritten(there);
    Path written = Path.of("target", "claims.md");
    Files.writeString(written, generated);

    assertThat(there).as("%s is how the page should be; copy it", written).isEqualTo(generated);
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
