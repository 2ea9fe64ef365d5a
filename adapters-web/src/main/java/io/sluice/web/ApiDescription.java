package io.sluice.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What can be asked of this server, in OpenAPI: as it is written, and the same as JSON. */
final class ApiDescription {

  private final Supplier<FixedAnswer> yaml =
      Suppliers.memoize(() -> new FixedAnswer("application/yaml", text()));

  private final Supplier<FixedAnswer> json = Suppliers.memoize(ApiDescription::json);

  void configure(RoutesConfig routes) {
    routes.get("/api/openapi.yaml", context -> yaml.get().answer(context));
    routes.get("/api/openapi.json", context -> json.get().answer(context));
  }

  private static FixedAnswer json() {
    try {
      return new FixedAnswer("application/json", Json.text(new YAMLMapper().readTree(text())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text() {
    try (InputStream file = ApiDescription.class.getResourceAsStream("openapi.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
