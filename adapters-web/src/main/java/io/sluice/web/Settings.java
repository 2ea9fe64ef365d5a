package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of hyper-parameters in the query of a request: {@code ?alpha=0.3}. */
final class Settings {

  private Settings() {}

  /**
   * The values that a query names.
   *
   * @param others words of the query that are no hyper-parameters
   */
  static Map<String, Double> named(Context context, Set<String> others) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> named : context.queryParamMap().entrySet()) {
      if (!others.contains(named.getKey())) {
        List<String> texts = named.getValue();
        values.put(
            named.getKey(),
            number(named.getKey(), texts.isEmpty() ? "" : texts.get(texts.size() - 1)));
      }
    }
    return values;
  }

  /** All values of a component: those that are named, else its presets. */
  static Map<String, Double> of(Component prototype, Map<String, Double> named) {
    Map<String, Hyperparameter> declared = new LinkedHashMap<>();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : prototype.hyperparameters()) {
      declared.put(each.name(), each);
      values.put(each.name(), each.value());
    }
    named.forEach(
        (name, value) -> {
          Hyperparameter hyperparameter = declared.get(name);
          if (hyperparameter == null) {
            throw new RequestException(
                400,
                prototype.id()
                    + " has no hyper-parameter \""
                    + name
                    + "\""
                    + NearestWord.hint(name, declared.keySet()));
          }
          String complaint = hyperparameter.complaint(value);
          if (!complaint.isEmpty()) {
            throw new RequestException(400, complaint);
          }
          values.put(name, value);
        });
    return values;
  }

  /** A finite or infinite number, or true or false for 1 or 0. */
  static double number(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true") ? 1 : 0;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new RequestException(400, name + " must be a number, not \"" + text + "\"");
    }
  }

  /** The whole number of a query, or a preset if it is not there. */
  static int whole(Context context, String name, int preset, int least, int most) {
    String text = context.queryParam(name);
    if (text == null) {
      return preset;
    }
    long value = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
    if (value < least || value > most) {
      throw new RequestException(
          400,
          name + " is a whole number from " + least + " to " + most + ", not \"" + text + "\"");
    }
    return (int) value;
  }
}
