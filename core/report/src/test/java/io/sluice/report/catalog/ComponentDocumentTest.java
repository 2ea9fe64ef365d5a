package io.sluice.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.text.CsvText;
import io.sluice.formula.FormulaActivation;
import io.sluice.report.Document;
import io.sluice.report.Figure;
import io.sluice.report.HtmlRenderer;
import io.sluice.report.JsonRenderer;
import io.sluice.report.LatexRenderer;
import io.sluice.report.MarkdownRenderer;
import io.sluice.report.TextRenderer;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComponentDocumentTest {

  private static final Origin ORIGIN = new Origin("mine", "1.0", "mine.jar", "ab".repeat(32));

  /** A line that is bent at 0. */
  private record Bent(double below) implements Activation {
    @Override
    public String id() {
      return "bent";
    }

    @Override
    public Description description() {
      return Description.of("Bent <at> 0", "max(below x, x)", "A book").aliases("crooked");
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("below", below, Interval.closed(0, 1), "the slope below zero"));
    }

    @Override
    public Activation with(Map<String, Double> values) {
      return new Bent(values.get("below"));
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }

    @Override
    public double value(double x) {
      return x < 0 ? below * x : x;
    }

    @Override
    public double slope(double x) {
      return x < 0 ? below : 1;
    }
  }

  private static Document of(Component component, double from, double to) {
    return ComponentDocument.of(
        "activation", new Catalog.Entry<>(component, ORIGIN), from, to, Optional.empty());
  }

  private static List<String> text(Document document) {
    List<String> lines = new ArrayList<>();
    new TextRenderer(
            new TextRenderer.Page() {
              @Override
              public void heading(String heading) {
                lines.add("# " + heading);
              }

              @Override
              public void line(String text) {
                lines.add(text);
              }
            },
            0)
        .write(document);
    return lines;
  }

  @Test
  void aTerminalSeesPropertiesAndCurves() {
    List<String> lines = text(of(new Bent(0.5), -1, 1));
    assertThat(lines)
        .startsWith("            Bent <at> 0", "  formula   max(below x, x)")
        .contains(
            "  source    A book",
            "  aliases   crooked",
            "  kinks     0",
            "  presets   below = 0.5  in [0, 1]  the slope below zero",
            "  origin    mine 1.0 in mine.jar",
            "",
            "  f(x)",
            "  f'(x)")
        .noneMatch(line -> line.startsWith("#"));
  }

  @Test
  void everyFormSaysTheSame() {
    Document document = of(new Bent(0.5), -1, 1);
    assertThat(HtmlRenderer.fragment(document))
        .contains("<h1>bent</h1>", "<p>Bent &lt;at&gt; 0</p>", "<dt>kinks</dt><dd>0</dd>")
        .contains("<caption>Hyper-parameters</caption>", "<td>in [0, 1]</td>")
        .contains("<figure id=\"curve\">\n<svg")
        .doesNotContain("below = 0.5");
    assertThat(new MarkdownRenderer(figure -> "").of(document))
        .contains("# bent\n", "- **aliases**: crooked\n", "| below | 0.5 | in \\[0, 1\\] |");
    assertThat(new LatexRenderer(figure -> "").of(document))
        .contains("\\item[{kinks}] 0\n", "\\begin{longtable}");
    assertThat(JsonRenderer.csv(document.table(ComponentDocument.PROPERTIES)))
        .startsWith("property,value\n,Bent <at> 0\nformula,")
        .contains("\npresets," + CsvText.quote("below = 0.5  in [0, 1]  the slope below zero"));
  }

  @Test
  void programsGetWhatIsDeclaredAndThePointsOfTheCurve() {
    Map<String, Object> tree = JsonRenderer.tree(of(new Bent(0.5), -1, 1));
    assertThat(tree)
        .containsEntry("id", "bent")
        .containsEntry("component", "activation")
        .containsEntry("kind", "scalar")
        .containsEntry("kinks", List.of(0.0))
        .containsKeys("range", "hyperparameters", "origin", "source_read");
    assertThat(List.<Object>copyOf((List<?>) tree.get("curve")))
        .hasSize(201)
        .contains(
            Map.of("x", -1.0, "value", -0.5, "slope", 0.5),
            Map.of("x", 0.5, "value", 0.5, "slope", 1.0));
  }

  @Test
  void kinksThatAreSeenAreAmongThePoints() {
    List<double[]> points = of(new Bent(0.5), -1, 3e-3).figures().get(0).panels().get(0).points();
    assertThat(points).hasSize(202).anyMatch(point -> point[0] == 0);
    assertThat(of(new Bent(0.5), 1, 2).figures().get(0).panels().get(0).points()).hasSize(201);
  }

  @Test
  void aFormulaIsWarnedOfWhereItLosesDigits() {
    assertThat(text(of(FormulaActivation.of("lossy", "cosh(x) - cos(x)", Map.of()), -1, 1)))
        .anyMatch(line -> line.startsWith("  warning   loses "));
    assertThat(text(of(FormulaActivation.of("ramp", "max(0, x)", Map.of()), -1, 1)))
        .noneMatch(line -> line.contains("warning"));
  }

  @Test
  void aPathIsDrawnFromItsPoints() {
    OptimizerPath path =
        new OptimizerPath(
            List.of(new double[] {-1.2, 1}, new double[] {-1, 0.9}, new double[] {0.5, 0.2}),
            7,
            21,
            0.25);
    Document document =
        ComponentDocument.of(
            "optimizer", new Catalog.Entry<>(new Bent(0), ORIGIN), -1, 1, Optional.of(path));
    assertThat(text(document))
        .contains(
            "  on rosenbrock from (-1.2, 1): 7 steps, cost 21, loss 0.25; o first, x last, +"
                + " minimum");
    assertThat(document.table("path").rows()).hasSize(3);
    assertThat(JsonRenderer.tree(document)).containsEntry("loss", 0.25);
    assertThat(HtmlRenderer.fragment(document)).contains("<figure id=\"path\">\n<svg");
  }

  @Test
  void aDrawingThatIsNotShownIsNotMade() {
    AtomicInteger made = new AtomicInteger();
    Figure eager = of(new Bent(0), -1, 1).figures().get(0);
    Figure later =
        Figure.later(
            "curve",
            eager.panels(),
            () -> {
              made.incrementAndGet();
              return eager;
            });
    assertThat(later.id()).isEqualTo("curve");
    assertThat(made).hasValue(0);
    assertThat(later.svg()).isEqualTo(eager.svg());
    assertThat(later.data()).isEqualTo(eager.data());
    assertThat(made).hasValue(1);
  }
}
