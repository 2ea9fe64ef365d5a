package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    StringBuilder text =
        new StringBuilder("\n| optimizer | rule | hyper-parameters with presets | source |\n");
    text.append("|---|---|---|---|\n");
    for (PopulationOptimizer each : optimizers()) {
      Description says = each.description();
      String presets =
          each.hyperparameters().stream()
              .map(DocumentationTest::preset)
              .collect(Collectors.joining("; "));
      String row = String.join(" | ", names(each), rule(says), presets, cell(says.source()));
      text.append("| ").append(row).append(" |\n");
    }
    text.append("\nNotes:\n\n");
    for (PopulationOptimizer each : optimizers()) {
      for (String note : each.description().notes()) {
        text.append("- `").append(each.id()).append("`: ").append(note).append('\n');
      }
    }
    return text.append('\n').toString();
  }

  private static String names(PopulationOptimizer optimizer) {
    return Stream.concat(Stream.of(optimizer.id()), optimizer.description().aliases().stream())
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", also "));
  }

  private static String rule(Description says) {
    return cell(says.summary() + ". " + says.formula());
  }

  private static String preset(Hyperparameter parameter) {
    double value = parameter.value();
    String number =
        value == Math.rint(value) && Math.abs(value) < 1e7
            ? String.format(Locale.ROOT, "%.0f", value)
            : Double.toString(value);
    if (parameter.kind() == Hyperparameter.Kind.FLAG) {
      number = value == 0 ? "false" : "true";
    }
    return "`" + parameter.name() + "` " + number + " (" + cell(parameter.meaning()) + ")";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
