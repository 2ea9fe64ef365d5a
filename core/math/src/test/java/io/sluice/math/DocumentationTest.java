package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page on mathematics names the errors that the tests hold the functions to. */
class DocumentationTest {

  @Test
  void everyFunctionHasItsRow() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "..", "docs", "mathematics.md"));
    for (Functions.Function function : Functions.all()) {
      assertRow(lines, function.name(), function.limit());
    }
    assertRow(lines, "pow", PowerTest.LIMIT);
  }

  private static void assertRow(List<String> lines, String function, double limit) {
    String error = String.format(Locale.ROOT, " %.2f |", limit);
    assertThat(lines)
        .as("%s with%s", function, error)
        .anyMatch(line -> line.startsWith("| `" + function + "` |") && line.endsWith(error));
  }
}
