package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OracleOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** docs/optimizers.md says of these optimizers what they say of themselves. */
class PageOfOraclesTest {

  private static final Path PAGE = Path.of("../docs/optimizers.md");
  private static final String BEGIN = "<!-- optimizers that look where they want -->\n";
  private static final String END = "<!-- end -->\n";

  private static final List<OracleOptimizer> ALL =
      List.of(
          new GradientDescentArmijo(),
          new GradientDescentWolfe(),
          new BarzilaiBorweinLong(),
          new BarzilaiBorweinShort(),
          new FletcherReeves(),
          new PolakRibiere(),
          new HagerZhang(),
          new Lbfgs(),
          new Bfgs(),
          new NewtonCg(),
          new GaussNewton(),
          new LevenbergMarquardt(),
          new NaturalGradient(),
          new IrpropPlus(),
          new SophiaH(),
          new AdaHessian(),
          new PolyakSgd(),
          new AliG(),
          new Momo(),
          new MomoAdam(),
          new NoisySgd(),
          new GuidedEs());

  @Test
  void thePageHasThemAsTheyAre() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .isEqualTo(section());
  }

  private static String section() {
    StringBuilder text = new StringBuilder();
    for (OracleOptimizer each : ALL) {
      Description description = each.description();
      text.append("\n### `").append(each.id()).append("`\n\n");
      text.append(description.summary()).append(".\n\n");
      text.append(description.formula()).append("\n\n");
      text.append("| hyper-parameter | preset | range | |\n|---|---|---|---|\n");
      for (Hyperparameter preset : each.hyperparameters()) {
        text.append("| `").append(preset.name()).append("` | ").append(value(preset));
        text.append(" | ").append(preset.range()).append(" | ");
        text.append(preset.meaning().replace("|", "\\|")).append(" |\n");
      }
      StringJoiner notes = new StringJoiner(" ", "\n", "\n");
      notes.add(description.source() + ".");
      description.notes().forEach(notes::add);
      text.append(notes);
    }
    return text.append('\n').toString();
  }

  private static String value(Hyperparameter preset) {
    if (preset.kind() == Hyperparameter.Kind.FLAG) {
      return preset.value() == 1 ? "true" : "false";
    }
    return NumberText.of(preset.value());
  }

  /** Writes the section of the page anew; run in the folder of this module. */
  public static void main(String[] none) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        PAGE, page.substring(0, from) + section() + page.substring(page.indexOf(END)));
  }
}
