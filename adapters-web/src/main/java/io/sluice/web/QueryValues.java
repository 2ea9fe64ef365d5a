package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.engine.catalog.Settings;
import io.sluice.spi.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Values of hyper-parameters in the query of a request: {@code ?alpha=0.3}. */
final class QueryValues {

  private QueryValues() {}

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
    return allowed(() -> Settings.values(prototype, named));
  }

  /**
   * The component as the query wants it.
   *
   * @param others words of the query that are no hyper-parameters
   */
  static Component configured(Component prototype, Context context, String... others) {
    Map<String, Double> named = named(context, Set.of(others));
    return named.isEmpty() ? prototype : prototype.with(of(prototype, named));
  }

  /** A finite or infinite number, or true or false for 1 or 0. */
  static double number(String name, String text) {
    return allowed(() -> Settings.number(name, text));
  }

  private static <T> T allowed(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException refused) {
      throw new RequestException(400, refused.getMessage());
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
