package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/optimizers.md has the rules of the pack as they are; {@link #main} writes them anew. */
class RulesPageTest {

  private static final String BEGIN = "<!-- rules: written by RulesPageTest -->\n";
  private static final String END = "<!-- end of rules -->\n";
  private static final Path PAGE = Path.of("docs", "optimizers.md");

  /** Writes the table into the page; run it in the root of the repository. */
  public static void main(String[] none) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(page.indexOf(END)));
  }

  @Test
  void thePageHasTheRulesAsTheyAre() throws IOException {
    String page = Files.readString(Path.of("..").resolve(PAGE)).replace("\r\n", "\n");
    assertThat(page).contains(BEGIN + table() + END);
  }

  private static String table() {
    return OptimizerTable.of(BuiltIns.rules().toList());
  }
}
