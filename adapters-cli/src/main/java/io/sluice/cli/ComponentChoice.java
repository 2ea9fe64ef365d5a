package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.catalog.Settings;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.formula.FormulaException;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.WrappedOptimizer;
import io.sluice.studies.Complaint;
import io.sluice.studies.ComponentWord;
import io.sluice.studies.StudyFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The activation or the optimizer that a user means by a word: an id, a formula, a rule, or keys
 * and values as in a study; with the values of {@code --set}, which win.
 */
final class ComponentChoice {

  private final Laboratory laboratory;
  private final String shown;
  private final ComponentWord word;
  private final Map<String, Double> settings;

  private ComponentChoice(
      Laboratory laboratory, String shown, ComponentWord word, Map<String, Double> settings) {
    this.laboratory = laboratory;
    this.shown = shown;
    this.word = word;
    this.settings = settings;
  }

  /** What the word means. */
  static ComponentChoice of(Laboratory laboratory, String word, Map<String, String> settings) {
    return new ComponentChoice(
        laboratory, word, made(() -> ComponentWord.of(word)), numbers(settings));
  }

  /** The formula of the word, which is no id. */
  static ComponentChoice formula(Laboratory laboratory, String word, Map<String, String> settings) {
    return new ComponentChoice(
        laboratory, word, made(() -> ComponentWord.formula(word)), numbers(settings));
  }

  private static Map<String, Double> numbers(Map<String, String> settings) {
    return made(() -> Settings.numbers(settings));
  }

  /** Whether it is an id alone, which may be that of something else. */
  boolean isId() {
    return word.kind() == ComponentWord.Kind.ID && settings.isEmpty();
  }

  /** Whether an activation is meant, and no optimizer. */
  boolean isActivation() {
    return word.kind() == ComponentWord.Kind.FORMULA
        || (!word.spec().isText()
            && word.spec().around().isEmpty()
            && laboratory.components().activationsOfLayers().find(id()).isPresent());
  }

  /** Whether it is a rule, or names an optimizer, a wrapper, or one around another. */
  boolean isOptimizer() {
    return !isActivation()
        && (word.spec().isText() || !word.spec().around().isEmpty() || optimizer(id()).isPresent());
  }

  /** The id or the alias, or the name of a text. */
  String id() {
    return word.spec().id();
  }

  /** The entry of the activation. */
  Catalog.Entry<Activation> activation() {
    if (word.kind() == ComponentWord.Kind.FORMULA) {
      return made(() -> laboratory.activation(word.with(settings).spec()).orElseThrow());
    }
    if (word.kind() == ComponentWord.Kind.RULE || !word.spec().around().isEmpty()) {
      throw CommandFailure.wrongUsage("\"" + shown + "\" is an optimizer; this is for activations");
    }
    if (laboratory.components().layerActivations().find(id()).isPresent()) {
      throw CommandFailure.wrongUsage(
          id() + " works on all units of a layer at once; this is for functions of one number");
    }
    return configured(find(laboratory.components().activations(), "activation", id()));
  }

  /** The entry of the optimizer. */
  Catalog.Entry<Optimizer> optimizer() {
    if (word.kind() == ComponentWord.Kind.FORMULA) {
      throw CommandFailure.wrongUsage(
          "\"" + shown + "\" is a formula; a rule assigns w, such as w = w - 0.1 * g");
    }
    if (word.spec().isText()) {
      return made(() -> laboratory.optimizer(word.with(settings).spec()).orElseThrow());
    }
    if (!word.spec().around().isEmpty()) {
      Catalog.Entry<Optimizer> whole = made(() -> laboratory.optimizer(word.spec()).orElseThrow());
      return with(whole, settings);
    }
    return configured(
        optimizer(id())
            .orElseGet(() -> find(laboratory.components().optimizers(), "optimizer", id())));
  }

  /** With the values of the word, and those that are set. */
  private <T extends Component> Catalog.Entry<T> configured(Catalog.Entry<T> prototype) {
    Map<String, Double> values = new LinkedHashMap<>();
    word.with(settings).spec().values().forEach((name, one) -> values.put(name, one.get(0)));
    return with(prototype, values);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Component> Catalog.Entry<T> with(
      Catalog.Entry<T> entry, Map<String, Double> values) {
    T prototype = entry.component();
    if (values.isEmpty()) {
      return entry;
    }
    return new Catalog.Entry<>(
        (T) prototype.with(made(() -> Settings.values(prototype, values))), entry.origin());
  }

  /** The entry with this id or alias; otherwise says what there is. */
  private static <T extends Component> Catalog.Entry<T> find(
      Catalog<T> catalog, String kind, String id) {
    return catalog
        .find(id)
        .orElseThrow(
            () -> CommandFailure.wrongUsage("no " + kind + " \"" + id + "\"" + catalog.hint(id)));
  }

  /** The optimizer of this id; {@code a-around-b} of two, a wrapper alone around a common one. */
  private Optional<Catalog.Entry<Optimizer>> optimizer(String id) {
    Optional<Catalog.Entry<Optimizer>> found = laboratory.components().optimizers().find(id);
    String[] parts = id.split(WrappedOptimizer.AROUND, 2);
    String inside = parts.length == 2 ? parts[1] : OptimizerPath.INSIDE;
    return found.isPresent()
        ? found
        : laboratory
            .components()
            .wrappers()
            .find(parts[0])
            .flatMap(
                wrapper ->
                    optimizer(inside)
                        .map(Catalog.Entry::component)
                        .filter(GradientOptimizer.class::isInstance)
                        .map(
                            inner ->
                                new Catalog.Entry<>(
                                    wrapper.component().around((GradientOptimizer) inner),
                                    wrapper.origin())));
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
    } catch (StudyPlanException mistake) {
      throw CommandFailure.wrongStudy(
          mistake.complaints().stream().map(each -> "sluice: " + each.message()).toList(), mistake);
    } catch (IllegalArgumentException mistake) {
      throw CommandFailure.wrongUsage(mistake.getMessage());
    }
  }
}
