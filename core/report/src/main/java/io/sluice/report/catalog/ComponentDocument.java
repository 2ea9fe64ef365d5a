package io.sluice.report.catalog;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.text.DisplayWidth;
import io.sluice.engine.text.NumberText;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import io.sluice.passport.DigitLoss;
import io.sluice.report.Block;
import io.sluice.report.Document;
import io.sluice.report.Section;
import io.sluice.report.Sheet;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Invariance;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything about one component: formula, source, presets, where it comes from; of an activation
 * its curve and its slope, of an optimizer its path through a valley.
 */
public final class ComponentDocument {

  /** The id of its properties. */
  public static final String PROPERTIES = "properties";

  /** Where curves begin and end, unless somebody says otherwise. */
  public static final double FROM = -5;

  /** Where curves end. */
  public static final double TO = 5;

  private final Component component;
  private final Sheet.Builder sheet = new Sheet.Builder(PROPERTIES);

  private ComponentDocument(Component component) {
    this.component = component;
  }

  /**
   * The document about the component of an entry.
   *
   * @param kind what it is, as {@code activation}
   * @param from where a curve begins
   * @param to where it ends
   * @param path the path of an optimizer
   */
  public static Document of(
      String kind,
      Catalog.Entry<? extends Component> entry,
      double from,
      double to,
      Optional<OptimizerPath> path) {
    Component component = entry.component();
    Map<String, Object> facts = new LinkedHashMap<>(ComponentFacts.of(entry));
    facts.put("component", kind);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new ComponentDocument(component).sheet(entry.origin()));
    if (component instanceof Activation activation) {
      blocks.add(ActivationCurve.figure(activation, from, to));
    }
    path.ifPresent(
        way -> {
          facts.put("cost", way.cost());
          facts.put("loss", way.loss());
          blocks.add(PathFigure.of(component, way));
        });
    String heading = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    return new Document(entry.id(), "", facts, List.of(new Section("component", heading, blocks)));
  }

  private Sheet sheet(Origin origin) {
    Description description = component.description();
    sheet.line("", description.summary());
    sheet.line(component instanceof RuleOptimizer ? "rule" : "formula", description.formula());
    if (component instanceof FormulaActivation formula) {
      formula.definition().computed().ifPresent(text -> sheet.line("computed", text));
      DigitLoss.of(formula).ifPresent(loss -> sheet.line("warning", loss.toString()));
    }
    if (component instanceof Activation activation && !activation.surrogateSlope().isEmpty()) {
      sheet.line("slope", activation.surrogateSlope() + " (a surrogate)");
    }
    sheet.line(
        "source",
        description.sourceRead() ? description.source() : description.source() + " (not read)");
    sheet.line("aliases", String.join(", ", description.aliases()));
    activation();
    optimizer();
    if (component instanceof ProblemDefinition problem) {
      sheet.line("size", size(problem.create()));
    }
    if (component instanceof ResultStoreProvider store) {
      sheet.line("examples", String.join(", ", store.examples()));
    }
    presets();
    description.notes().forEach(note -> sheet.line("note", note));
    sheet.line(
        "origin", origin.file().isEmpty() ? "Sluice itself" : origin + " in " + origin.file());
    sheet.line("sha256", origin.sha256());
    return sheet.build();
  }

  private void activation() {
    if (component instanceof ActivationFunction activation) {
      sheet.line("range", activation.range().toString());
      sheet.line(
          "kinks",
          Arrays.stream(activation.kinks())
              .mapToObj(NumberText::of)
              .collect(Collectors.joining(", ")));
    }
    if (component instanceof LayerActivation layer) {
      sheet.line("units", "works on all of a layer" + widths(layer));
    }
    if (component instanceof TrainableActivation trainable && !trainable.trainable().isEmpty()) {
      sheet.line(
          "trainable",
          String.join(", ", trainable.trainable())
              + "; "
              + ActivationSpec.word(trainable.sharing())
              + " unless a study says otherwise");
    }
    if (component instanceof StochasticActivation stochastic) {
      boolean normal = stochastic.draw() == StochasticActivation.Draw.NORMAL;
      sheet.line(
          "draws", (normal ? "standard normal" : "uniform on (0, 1)") + ", in training only");
    }
  }

  private void optimizer() {
    if (component instanceof Optimizer || component instanceof OptimizerWrapper) {
      sheet.line("kind", OptimizerKind.of(component).id());
      sheet.line("sees", OptimizerKind.sight(component));
    }
    if (component instanceof Optimizer optimizer) {
      sheet.line(
          "invariant",
          optimizer.invariances().stream()
              .sorted()
              .map(Invariance::meaning)
              .collect(Collectors.joining("; ")));
    }
    if (component instanceof OptimizerWrapper wrapper) {
      sheet.line("written", OptimizerPath.around(wrapper));
    }
  }

  /** How many come in for a dozen that go on, or for the next fewer that are possible. */
  private static String widths(LayerActivation activation) {
    for (int outputs = 12; outputs > 0; outputs--) {
      try {
        return ": " + activation.inputs(outputs) + " come in for " + outputs + " that go on";
      } catch (IllegalArgumentException refused) {
        continue;
      }
    }
    return "";
  }

  private static String size(Problem problem) {
    if (problem instanceof Problem.Minimum minimum) {
      return count(minimum.function().dimensions(), "argument");
    }
    Dataset data = ((Problem.Fit) problem).data();
    return count(data.rows(), "example")
        + ", "
        + count(data.inputs(), "input")
        + ", "
        + count(data.outputs(), "output");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void presets() {
    List<Hyperparameter> presets = component.hyperparameters();
    int names = presets.stream().mapToInt(preset -> DisplayWidth.of(preset.name())).max().orElse(0);
    int values = presets.stream().mapToInt(preset -> value(preset).length()).max().orElse(0);
    Table.Builder table =
        Table.of("presets", "Hyper-parameters").columns("name", "preset", "allowed", "meaning");
    List<String> lines = new ArrayList<>();
    for (Hyperparameter preset : presets) {
      lines.add(
          pad(preset.name(), names)
              + " = "
              + pad(value(preset), values)
              + "  "
              + allowed(preset)
              + (preset.meaning().isEmpty() ? "" : "  " + preset.meaning()));
      table.row(
          Value.of(preset.name()),
          new Value(value(preset), preset.value()),
          Value.of(allowed(preset)),
          Value.of(preset.meaning()));
    }
    sheet.table("presets", lines, table.build());
  }

  /** A preset as study files spell it. */
  private static String value(Hyperparameter preset) {
    return preset.kind() == Hyperparameter.Kind.FLAG
        ? Boolean.toString(preset.value() != 0)
        : NumberText.of(preset.value());
  }

  private static String allowed(Hyperparameter preset) {
    switch (preset.kind()) {
      case FLAG:
        return "true or false";
      case INTEGER:
        return "whole, in " + preset.range();
      default:
        return "in " + preset.range();
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
  }
}
