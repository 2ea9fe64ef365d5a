package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.OptimizerWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** docs/optimizers.md has the wrappers as they are; {@link #main} writes them anew. */
class WrappersPageTest {

  private static final String BEGIN = "<!-- wrappers: written by WrappersPageTest -->\n";
  private static final String END = "<!-- end of wrappers -->\n";
  private static final Path PAGE = Path.of("docs", "optimizers.md");

  /** Writes the table into the page; run it in the root of the repository. */
  public static void main(String[] none) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(page.indexOf(END)));
  }

  @Test
  void thePageHasTheWrappersAsTheyAre() throws IOException {
    String page = Files.readString(Path.of("..").resolve(PAGE)).replace("\r\n", "\n");
    assertThat(page).contains(BEGIN + table() + END);
  }

  private static String table() {
    return OptimizerTable.of(
        BuiltIns.wrappers().stream().sorted(Comparator.comparing(OptimizerWrapper::id)).toList());
  }
}
