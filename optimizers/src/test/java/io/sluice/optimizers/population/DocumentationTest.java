package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.optimizers.OptimizerTable;
import io.sluice.spi.PopulationOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table of this package in the documentation says what its optimizers say of themselves; {@link
 * #main} writes it anew.
 */
class DocumentationTest {

  private static final String BEGIN = "<!-- populations: written by DocumentationTest -->\n";
  private static final String END = "<!-- end of populations -->\n";
  private static final Path PAGE = Path.of("docs", "optimizers.md");

  /** Writes the table into the page; run it in the root of the repository. */
  public static void main(String[] none) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(page.indexOf(END)));
  }

  @Test
  void theTableSaysWhatTheOptimizersSay() throws IOException {
    String page = Files.readString(Path.of("..").resolve(PAGE)).replace("\r\n", "\n");
    assertThat(page).contains(BEGIN + table() + END);
  }

  private static List<PopulationOptimizer> optimizers() {
    return ConvergenceTest.rows().map(row -> (PopulationOptimizer) row.get()[1]).toList();
  }

  private static String table() {
    return OptimizerTable.of(optimizers());
  }
}
