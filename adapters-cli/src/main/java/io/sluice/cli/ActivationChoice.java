package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.catalog.Settings;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.FormulaException;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.WrappedOptimizer;
import io.sluice.studies.Complaint;
import io.sluice.studies.FormulaText;
import io.sluice.studies.StudyFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The activation that a user names by an id or a formula, or the optimizer of a rule. */
final class ActivationChoice {

  private ActivationChoice() {}

  /** Whether the word is a formula. */
  static boolean isFormula(String word) {
    return FormulaText.isFormula(word);
  }

  /**
   * The entry of the activation, its hyper-parameters as the user set them.
   *
   * @param word an id, an alias, a formula, or a formula with its values as in a study
   * @param settings values by name
   */
  static Catalog.Entry<Activation> entry(
      Laboratory laboratory, String word, Map<String, String> settings) {
    if (isFormula(word)) {
      return formula(laboratory, word, settings);
    }
    if (laboratory.components().layerActivations().find(word).isPresent()) {
      throw CommandFailure.wrongUsage(
          word + " works on all units of a layer at once; this is for functions of one number");
    }
    Catalog.Entry<Activation> found =
        find(laboratory.components().activations(), "activation", word);
    Activation prototype = found.component();
    Activation chosen = prototype.with(values(prototype, settings));
    return new Catalog.Entry<>(chosen, found.origin());
  }

  /** The entry of a formula. */
  static Catalog.Entry<Activation> formula(
      Laboratory laboratory, String word, Map<String, String> settings) {
    Map<String, Double> values = new LinkedHashMap<>();
    settings.forEach((name, text) -> values.put(name, number(name, text)));
    return made(() -> laboratory.activation(FormulaText.read(word, values)).orElseThrow());
  }

  /** Whether the word is a rule: it assigns something. */
  static boolean isRule(String word) {
    return word.matches("(?s)([^{]*[;\\n])?\\s*[a-z]\\w*\\s*=[^=].*");
  }

  /** Whether the word is a rule, or names an optimizer, a wrapper, or one around another. */
  static boolean isOptimizer(Laboratory laboratory, String word) {
    return isRule(word) || optimizer(laboratory, word).isPresent();
  }

  /** The optimizer of this id; {@code a-around-b} of two, a wrapper alone around a common one. */
  private static Optional<Catalog.Entry<Optimizer>> optimizer(Laboratory laboratory, String word) {
    Optional<Catalog.Entry<Optimizer>> found = laboratory.components().optimizers().find(word);
    String[] parts = word.split(WrappedOptimizer.AROUND, 2);
    String inside = parts.length == 2 ? parts[1] : OptimizerPath.INSIDE;
    return found.isPresent()
        ? found
        : laboratory
            .components()
            .wrappers()
            .find(parts[0])
            .flatMap(
                wrapper ->
                    optimizer(laboratory, inside)
                        .map(Catalog.Entry::component)
                        .filter(GradientOptimizer.class::isInstance)
                        .map(
                            inner ->
                                new Catalog.Entry<>(
                                    wrapper.component().around((GradientOptimizer) inner),
                                    wrapper.origin())));
  }

  /**
   * The entry of an optimizer by its id or of a rule, its hyper-parameters as the user set them.
   */
  static Catalog.Entry<Optimizer> optimizer(
      Laboratory laboratory, String word, Map<String, String> settings) {
    if (!isRule(word)) {
      Catalog.Entry<Optimizer> found =
          optimizer(laboratory, word)
              .orElseGet(() -> find(laboratory.components().optimizers(), "optimizer", word));
      Optimizer prototype = found.component();
      return new Catalog.Entry<>(prototype.with(values(prototype, settings)), found.origin());
    }
    Map<String, List<Double>> values = new LinkedHashMap<>();
    settings.forEach(
        (name, text) -> values.put(name.replace('_', '-'), List.of(number(name, text))));
    return made(() -> laboratory.optimizer(ComponentSpec.rule("", word, values)).orElseThrow());
  }

  /** The entry with this id or alias; otherwise says what there is. */
  private static <T extends Component> Catalog.Entry<T> find(
      Catalog<T> catalog, String kind, String id) {
    return catalog
        .find(id)
        .orElseThrow(
            () -> CommandFailure.wrongUsage("no " + kind + " \"" + id + "\"" + catalog.hint(id)));
  }

  private static Map<String, Double> values(Component component, Map<String, String> settings) {
    return said(() -> Settings.values(component, settings));
  }

  private static double number(String name, String text) {
    return said(() -> Settings.number(name, text));
  }

  /** What the user set; a mistake in it is one of usage. */
  private static <T> T said(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException mistake) {
      throw CommandFailure.wrongUsage(mistake.getMessage());
    }
  }

  /** What a text makes; a mistake in it is shown with its character. */
  private static <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (FormulaException mistake) {
      List<String> lines = new ArrayList<>();
      lines.add("sluice: " + mistake.getMessage());
      mistake.pointer().lines().forEach(line -> lines.add("  " + line));
      throw CommandFailure.wrongStudy(lines, mistake);
    } catch (StudyFormatException mistake) {
      throw CommandFailure.wrongStudy(
          mistake.complaints().stream().map(Complaint::toString).toList(), mistake);
    } catch (IllegalArgumentException mistake) {
      throw CommandFailure.wrongUsage(mistake.getMessage());
    }
  }
}
