package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
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
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import io.sluice.studies.ValleyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Everything about one component. */
final class ComponentSheet {

  private static final int LABEL = 10;

  private final Laboratory laboratory;
  private final Terminal terminal;
  private final double from;
  private final double to;
  private final List<String> lines = new ArrayList<>();

  /** A sheet whose plots go from {@code from} to {@code to}. */
  ComponentSheet(Laboratory laboratory, Terminal terminal, double from, double to) {
    this.laboratory = laboratory;
    this.terminal = terminal;
    this.from = from;
    this.to = to;
  }

  /** Prints all about a component of this kind. */
  void print(String kind, Catalog.Entry<? extends Component> entry) {
    Component component = entry.component();
    Description description = component.description();
    line("", description.summary());
    String text = component instanceof RuleOptimizer ? "rule" : "formula";
    for (String each : description.formula().lines().toList()) {
      line(text, each);
      text = "";
    }
    if (component instanceof FormulaActivation) {
      DigitLoss.of((FormulaActivation) component)
          .ifPresent(loss -> line("warning", loss.toString()));
    }
    if (component instanceof Activation && !((Activation) component).surrogateSlope().isEmpty()) {
      line("slope", ((Activation) component).surrogateSlope() + " (a surrogate)");
    }
    line("source", source(description));
    line("aliases", String.join(", ", description.aliases()));
    if (component instanceof ActivationFunction) {
      ActivationFunction activation = (ActivationFunction) component;
      line("range", activation.range().toString());
      line(
          "kinks",
          Arrays.stream(activation.kinks())
              .mapToObj(NumberText::of)
              .collect(Collectors.joining(", ")));
    }
    if (component instanceof LayerActivation) {
      line("units", "works on all of a layer" + widths((LayerActivation) component));
    }
    if (component instanceof TrainableActivation
        && !((TrainableActivation) component).trainable().isEmpty()) {
      TrainableActivation trainable = (TrainableActivation) component;
      line(
          "trainable",
          String.join(", ", trainable.trainable())
              + "; "
              + ActivationSpec.word(trainable.sharing())
              + " unless a study says otherwise");
    }
    if (component instanceof StochasticActivation) {
      boolean normal =
          ((StochasticActivation) component).draw() == StochasticActivation.Draw.NORMAL;
      line("draws", (normal ? "standard normal" : "uniform on (0, 1)") + ", in training only");
    }
    if (component instanceof Optimizer || component instanceof OptimizerWrapper) {
      line("kind", OptimizerKind.of(component).id());
      line("sees", OptimizerKind.sight(component));
    }
    if (component instanceof OptimizerWrapper) {
      line("written", ValleyPath.around((OptimizerWrapper) component));
    }
    if (component instanceof ProblemDefinition) {
      line("size", size(((ProblemDefinition) component).create()));
    }
    if (component instanceof ResultStoreProvider) {
      line("examples", String.join(", ", ((ResultStoreProvider) component).examples()));
    }
    presets(component);
    description.notes().forEach(note -> line("note", note));
    origin(entry.origin());
    if (component instanceof Activation) {
      plots((Activation) component);
    }
    if (component instanceof Optimizer || component instanceof OptimizerWrapper) {
      List<String> path = PathPlot.lines(laboratory, component, terminal.unicode());
      lines.add("");
      lines.addAll(path);
    }
    terminal.printHeading(component.id(), "  " + kind);
    lines.forEach(terminal::printLine);
  }

  private static String source(Description description) {
    return description.sourceRead() ? description.source() : description.source() + " (not read)";
  }

  private void line(String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + pad(label, LABEL) + text);
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
    if (problem instanceof Problem.Minimum) {
      return count(((Problem.Minimum) problem).function().dimensions(), "argument");
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

  private void presets(Component component) {
    List<Hyperparameter> presets = component.hyperparameters();
    int names = presets.stream().mapToInt(preset -> DisplayWidth.of(preset.name())).max().orElse(0);
    int values =
        presets.stream().mapToInt(preset -> ComponentText.value(preset).length()).max().orElse(0);
    for (int i = 0; i < presets.size(); i++) {
      Hyperparameter preset = presets.get(i);
      line(
          i == 0 ? "presets" : "",
          pad(preset.name(), names)
              + " = "
              + pad(ComponentText.value(preset), values)
              + "  "
              + allowed(preset)
              + (preset.meaning().isEmpty() ? "" : "  " + preset.meaning()));
    }
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

  private void origin(Origin origin) {
    line("origin", origin.file().isEmpty() ? "Sluice itself" : origin + " in " + origin.file());
    line("sha256", origin.sha256());
  }

  private void plots(Activation activation) {
    Plot plot = new Plot(from, to, terminal.unicode());
    lines.add("");
    lines.addAll(plot.lines("  f(x)", activation::value));
    lines.add("");
    lines.addAll(
        plot.lines(
            activation.surrogateSlope().isEmpty() ? "  f'(x)" : "  surrogate of f'(x)",
            activation::slope));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
  }
}
