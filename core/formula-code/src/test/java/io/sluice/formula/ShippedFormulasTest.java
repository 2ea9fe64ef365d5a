package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.code.CodeCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of the built-in activations, as their page has them, have the same bits as code. */
class ShippedFormulasTest {

  private static final Pattern ROW =
      Pattern.compile("\\| <a id=\"([^\"]+)\"></a>.*?<br>`([^`]+)`<br>.*? \\| (.*?) \\| ");

  private static final Pattern PRESET = Pattern.compile("`([a-z0-9-]+) = ([^`]+)`");

  /**
   * An activation of the page.
   *
   * @param names of its hyper-parameters
   */
  private record Shipped(String id, String formula, List<String> names, double[] presets) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Shipped> shipped() throws IOException {
    return Files.readAllLines(Path.of("..", "..", "docs", "activations.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::find)
        .map(ShippedFormulasTest::shipped);
  }

  private static Shipped shipped(Matcher row) {
    List<Matcher> presets =
        PRESET.matcher(row.group(3)).results().map(each -> find(each.group())).toList();
    return new Shipped(
        row.group(1),
        row.group(2).replace("\\|", "|"),
        presets.stream().map(each -> each.group(1)).toList(),
        presets.stream().mapToDouble(each -> Double.parseDouble(each.group(2))).toArray());
  }

  private static Matcher find(String preset) {
    Matcher matcher = PRESET.matcher(preset);
    matcher.find();
    return matcher;
  }

  @Test
  void thePageHasMostActivations() throws IOException {
    assertThat(shipped().count()).isGreaterThan(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void codeHasTheBitsOfTheInterpreter(Shipped shipped) {
    int[] all = IntStream.range(0, shipped.names().size()).toArray();
    Model model = new Model(Formula.parse(shipped.formula(), shipped.names()), all);
    for (Program program :
        List.of(
            model.valuesAndSlopes(shipped.presets()),
            model.values(shipped.presets()),
            model.valuesAndAllSlopesGiven(shipped.presets()))) {
      ProgramCode code = new CodeCompiler().compile(program.steps()).orElseThrow();
      Comparison comparison = new Comparison(program, code);
      comparison.compareCodeAlone();
      comparison.compareOverInputs();
    }
  }
}
