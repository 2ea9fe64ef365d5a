package io.sluice.studies;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a loss: its id, or its id with values for hyper-parameters, one each. */
final class LossReader {

  private static final String EXAMPLE = "mse or {id: huber, delta: 0.5}";

  private LossReader() {}

  static Optional<Loss> read(Field field) {
    Map<String, Loss> losses = new LinkedHashMap<>();
    Loss.all().forEach(loss -> losses.put(loss.id(), loss));
    if (field.isScalar()) {
      return field.oneOf(losses);
    }
    if (field.isMapping() && !field.has("id")) {
      field.complain("a loss needs the key \"id\": it is written as " + EXAMPLE);
      return Optional.empty();
    }
    if (!field.isMapping()) {
      field.complain("a loss is written as " + EXAMPLE + ", not as " + field.node().describe());
      return Optional.empty();
    }
    return field.child("id").flatMap(id -> id.oneOf(losses)).flatMap(loss -> with(field, loss));
  }

  private static Optional<Loss> with(Field field, Loss loss) {
    Map<String, Double> values = new LinkedHashMap<>();
    loss.hyperparameters().forEach(h -> values.put(h.name(), h.value()));
    boolean right = true;
    for (String key : field.keys()) {
      if (!key.equals("id")) {
        right &= value(field.child(key).orElseThrow(), key, loss, values);
      }
    }
    return right ? Optional.of(loss.with(values)) : Optional.empty();
  }

  private static boolean value(Field field, String key, Loss loss, Map<String, Double> values) {
    Optional<Hyperparameter> declared =
        loss.hyperparameters().stream().filter(h -> h.name().equals(key)).findFirst();
    if (declared.isEmpty()) {
      List<String> names = List.copyOf(values.keySet());
      field.complain(
          loss.id()
              + " has no hyper-parameter \""
              + key
              + '"'
              + NearestWord.hint(key, names)
              + "; "
              + (names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
      return false;
    }
    Optional<Double> number = field.number("0.5");
    String complaint = number.map(declared.get()::complaint).orElse("");
    if (!complaint.isEmpty()) {
      field.complain(complaint);
    }
    number.ifPresent(value -> values.put(key, value));
    return number.isPresent() && complaint.isEmpty();
  }
}
