package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.engine.catalog.Settings;
import io.sluice.spi.Component;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hyper-parameters in the query of an address. */
final class HyperparameterQuery {

  private HyperparameterQuery() {}

  /**
   * The component as the query wants it.
   *
   * @param others parameters of the query that are none of the component
   * @throws RequestException if there is no such hyper-parameter or the value is not allowed
   */
  static Component configured(Component prototype, Context context, String... others) {
    Map<String, List<String>> query = new HashMap<>(context.queryParamMap());
    List.of(others).forEach(query::remove);
    Map<String, String> settings = new HashMap<>();
    query.forEach(
        (name, texts) -> settings.put(name, texts.isEmpty() ? "" : texts.get(texts.size() - 1)));
    try {
      return settings.isEmpty() ? prototype : prototype.with(Settings.values(prototype, settings));
    } catch (IllegalArgumentException refused) {
      throw new RequestException(400, refused.getMessage());
    }
  }
}
