package io.sluice.studies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.DecideBy;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a study as JSON on one line: every key in a fixed order, data inline, numbers as short as
 * possible. Equal studies give equal texts on every JDK, and {@link StudyReader} reads the study
 * back.
 */
public final class CanonicalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Beyond are characters that are not printable everywhere. */
  private static final int HIGHEST_PLAIN = '~';

  private final JsonGenerator json;
  private final Map<String, Dataset> written = new LinkedHashMap<>();

  private CanonicalJson(JsonGenerator json) {
    this.json = json;
  }

  /** The study as JSON. */
  public static String of(StudySpec study) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setHighestNonEscapedChar(HIGHEST_PLAIN);
      new CanonicalJson(json).study(study);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void study(StudySpec study) throws IOException {
    json.writeStartObject();
    json.writeStringField("study", study.name());
    json.writeStringField("question", study.question());
    if (study.decideBy().isPresent()) {
      decideBy(study.decideBy().get());
    }
    json.writeNumberField("seed", study.seed());
    json.writeNumberField("repeats", study.repeats());
    budget(study.budget());
    json.writeFieldName("targets");
    numbers(study.targets());
    stop(study.stopAtLastTarget() ? "last-target" : "budget", study.training().divergence());
    loss(study.loss());
    list("problems", study.problems(), this::problem);
    validation(study.validation());
    list("networks", study.networks(), network -> NetworkWriter.write(network, json));
    list("activations", study.activations(), this::activation);
    list("optimizers", study.optimizers(), this::component);
    list("weight-policies", study.weightPolicies(), this::weightPolicy);
    list("bounds", study.bounds(), this::bounds);
    list("initial-weights", study.initialWeights(), this::initialWeights);
    training(study.training());
    if (study.tuning().isPresent()) {
      TuningWriter.write(study.tuning().get(), json);
    }
    cadence(study.cadence());
    list("metrics", study.metrics(), metric -> json.writeString(metric.id()));
    json.writeEndObject();
  }

  private void decideBy(DecideBy decision) throws IOException {
    json.writeObjectFieldStart("decide-by");
    if (decision instanceof DecideBy.Target) {
      number("target", ((DecideBy.Target) decision).loss());
    } else {
      json.writeStringField("metric", ((DecideBy.Measured) decision).metric().id());
    }
    json.writeEndObject();
  }

  private void budget(Budget budget) throws IOException {
    json.writeObjectFieldStart("budget");
    number(budget.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'), budget.amount());
    number("gradient-cost", budget.gradientCost());
    json.writeEndObject();
  }

  private void stop(String at, double divergence) throws IOException {
    if (Double.isInfinite(divergence)) {
      json.writeStringField("stop", at);
      return;
    }
    json.writeObjectFieldStart("stop");
    json.writeStringField("at", at);
    number("divergence", divergence);
    json.writeEndObject();
  }

  private void loss(Loss loss) throws IOException {
    json.writeFieldName("loss");
    configured(loss);
  }

  /** The id, with every value if there are any. */
  private void configured(Component component) throws IOException {
    if (component.hyperparameters().isEmpty()) {
      json.writeString(component.id());
      return;
    }
    json.writeStartObject();
    json.writeStringField("id", component.id());
    for (Hyperparameter value : component.hyperparameters()) {
      number(value.name(), value.value());
    }
    json.writeEndObject();
  }

  private void training(TrainingSpec training) throws IOException {
    list("batches", training.batches(), this::batches);
    list("schedules", training.schedules(), this::schedule);
    list(
        "clipping",
        training.clippings(),
        clipping -> limit(clipping.kind().id(), clipping.limit()));
    list("weight-decay", training.weightDecays(), decay -> limit(decay.kind().id(), decay.rate()));
  }

  private void batches(Batches batches) throws IOException {
    if (batches.size() == 0) {
      json.writeString(batches.label());
      return;
    }
    json.writeStartObject();
    json.writeNumberField("size", batches.size());
    json.writeStringField("order", batches.order().id());
    json.writeEndObject();
  }

  private void schedule(Schedule schedule) throws IOException {
    if (schedule.equals(Schedule.CONSTANT)) {
      json.writeString(schedule.id());
    } else {
      configured(schedule);
    }
  }

  private void limit(String kind, double value) throws IOException {
    if (value == 0) {
      json.writeString(kind);
      return;
    }
    json.writeStartObject();
    number(kind, value);
    json.writeEndObject();
  }

  private void problem(ProblemSpec problem) throws IOException {
    json.writeStartObject();
    if (!problem.name().isEmpty()) {
      json.writeStringField("name", problem.name());
    }
    if (problem instanceof ProblemSpec.Data) {
      data(problem.name(), ((ProblemSpec.Data) problem).data());
    } else {
      componentFields(((ProblemSpec.BuiltIn) problem).component());
    }
    preparation(problem.preparation());
    json.writeEndObject();
  }

  /** Nothing where nothing is done. */
  private void preparation(Preparation preparation) throws IOException {
    if (preparation.inputs() != Scaling.NONE || preparation.outputs() != Scaling.NONE) {
      json.writeObjectFieldStart("scale");
      json.writeStringField("inputs", preparation.inputs().id());
      json.writeStringField("outputs", preparation.outputs().id());
      json.writeEndObject();
    }
    if (preparation.inputNoise() > 0 || preparation.outputNoise() > 0) {
      json.writeObjectFieldStart("training-noise");
      number("inputs", preparation.inputNoise());
      number("outputs", preparation.outputNoise());
      json.writeEndObject();
    }
  }

  private void validation(Validation validation) throws IOException {
    if (!validation.last()) {
      number("validation", validation.share());
      return;
    }
    json.writeObjectFieldStart("validation");
    number("last", validation.share());
    json.writeEndObject();
  }

  /** Data that several problems share are written once. */
  private void data(String name, Dataset data) throws IOException {
    Optional<String> other =
        written.entrySet().stream()
            .filter(entry -> entry.getValue() == data)
            .map(Map.Entry::getKey)
            .findFirst();
    written.putIfAbsent(name, data);
    if (other.isPresent()) {
      json.writeStringField("data-of", other.get());
      return;
    }
    json.writeArrayFieldStart("x");
    for (int row = 0; row < data.rows(); row++) {
      json.writeStartArray();
      for (int column = 0; column < data.inputs(); column++) {
        number(data.input(row, column));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("y");
    for (int row = 0; row < data.rows(); row++) {
      json.writeStartArray();
      for (int column = 0; column < data.outputs(); column++) {
        number(data.output(row, column));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void activation(ActivationSpec activation) throws IOException {
    if (activation.layers().size() == 1) {
      component(activation.layers().get(0), activation.sharing().map(ActivationSpec::word));
      return;
    }
    json.writeStartObject();
    list("layers", activation.layers(), this::component);
    if (activation.sharing().isPresent()) {
      json.writeStringField("train", ActivationSpec.word(activation.sharing().get()));
    }
    json.writeEndObject();
  }

  private void component(ComponentSpec component) throws IOException {
    component(component, Optional.empty());
  }

  private void component(ComponentSpec component, Optional<String> training) throws IOException {
    if (component.values().isEmpty() && training.isEmpty() && !component.isFormula()) {
      json.writeString(component.id());
      return;
    }
    json.writeStartObject();
    componentFields(component);
    if (training.isPresent()) {
      json.writeStringField("train", training.get());
    }
    json.writeEndObject();
  }

  private void componentFields(ComponentSpec component) throws IOException {
    if (component.isFormula()) {
      json.writeStringField("formula", component.formula());
      if (!component.formulaName().isEmpty()) {
        json.writeStringField("name", component.formulaName());
      }
    } else {
      json.writeStringField("id", component.id());
    }
    for (Map.Entry<String, List<Double>> entry : component.values().entrySet()) {
      json.writeFieldName(entry.getKey());
      numbers(entry.getValue());
    }
  }

  private void weightPolicy(WeightPolicy policy) throws IOException {
    json.writeString(policy.id());
  }

  private void bounds(BoundsSpec bounds) throws IOException {
    if (bounds instanceof BoundsSpec.AsInitial) {
      json.writeString("initial");
      return;
    }
    json.writeStartObject();
    if (bounds instanceof BoundsSpec.Explicit) {
      number("lower", ((BoundsSpec.Explicit) bounds).lower());
      number("upper", ((BoundsSpec.Explicit) bounds).upper());
    } else {
      number("from-activation", ((BoundsSpec.FromActivation) bounds).share());
    }
    json.writeEndObject();
  }

  private void initialWeights(InitialWeights weights) throws IOException {
    json.writeStartObject();
    if (weights instanceof InitialWeights.Uniform) {
      json.writeFieldName("uniform");
      numbers(((InitialWeights.Uniform) weights).limits());
    } else if (weights instanceof InitialWeights.Normal) {
      json.writeFieldName("normal");
      numbers(((InitialWeights.Normal) weights).deviations());
    } else if (weights instanceof InitialWeights.Explicit) {
      json.writeFieldName("explicit");
      numbers(((InitialWeights.Explicit) weights).weights());
    } else if (weights instanceof InitialWeights.Paired) {
      PairedWeights.write((InitialWeights.Paired) weights, json, this::numbers);
    } else {
      SchemeWriter.write(weights, json);
    }
    json.writeEndObject();
  }

  private void cadence(Cadence cadence) throws IOException {
    if (!cadence.measures()) {
      json.writeStringField("measure", "none");
      return;
    }
    json.writeObjectFieldStart("measure");
    json.writeNumberField(
        cadence.every() > 0 ? "every" : "per-decade",
        cadence.every() > 0 ? cadence.every() : cadence.perDecade());
    json.writeEndObject();
  }

  private void numbers(List<Double> numbers) throws IOException {
    json.writeStartArray();
    for (double number : numbers) {
      number(number);
    }
    json.writeEndArray();
  }

  private void number(String key, double value) throws IOException {
    json.writeFieldName(key);
    number(value);
  }

  private void number(double value) throws IOException {
    json.writeNumber(NumberText.of(value));
  }

  private <T> void list(String key, List<T> items, Part<T> part) throws IOException {
    json.writeArrayFieldStart(key);
    for (T item : items) {
      part.write(item);
    }
    json.writeEndArray();
  }

  /** Writes one part of a study. */
  private interface Part<T> {
    void write(T part) throws IOException;
  }
}
