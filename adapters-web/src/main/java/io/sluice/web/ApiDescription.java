package io.sluice.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What can be asked of this server, in OpenAPI: as it is written, and the same as JSON. */
final class ApiDescription {

  /** Made when it is first asked for. */
  private static final class Answers {
    static final FixedAnswer YAML = new FixedAnswer("application/yaml", text());
    static final FixedAnswer JSON = json();
  }

  void configure(RoutesConfig routes) {
    routes.get("/api/openapi.yaml", context -> Answers.YAML.answer(context));
    routes.get("/api/openapi.json", context -> Answers.JSON.answer(context));
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
