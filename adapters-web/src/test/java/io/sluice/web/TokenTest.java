package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.run.RunOptions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that other machines can reach answers those who have its token. */
class TokenTest extends WebFixture {

  private static final String TOKEN = "abcdefgh-1234567";

  @BeforeEach
  void open() throws IOException {
    server.stop();
    server =
        WebServer.start(
            laboratory,
            new MemoryStore(),
            new RunOptions(1, 0),
            limits(),
            new WebSettings("memory:any", "0.0.0.0", 0, Optional.of(TOKEN), 1e14));
  }

  private HttpResponse<String> with(String path, String header, String value) throws Exception {
    return send(request(path).header(header, value));
  }

  private String cookie(String value) {
    return "sluice-" + server.port() + "=" + value;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/studies",
        "/api/health",
        "/api/studies",
        "/api/metrics",
        "/style.css",
        "/report.js",
        "/nothing",
        "/api/health?token=" + TOKEN,
        "/?token=wrong",
        "/?token="
      })
  void strangersGetNothing(String path) throws Exception {
    HttpResponse<String> refused = get(path);
    assertError(refused, 401, "wants its token");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertError(with(path, "Authorization", "Bearer " + TOKEN + "x"), 401, "");
    assertError(with(path, "Cookie", cookie("x")), 401, "");
    assertError(with(path, "Cookie", "sluice-1=" + TOKEN), 401, "");
  }

  @Test
  void programsSayTheirToken() throws Exception {
    assertThat(with("/api/health", "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
    assertThat(with("/style.css", "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
    assertThat(
            send(request("/api/studies")
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/yaml")
                    .POST(HttpRequest.BodyPublishers.ofString(TestStudies.SMALL)))
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void aLinkWithTheTokenGivesABrowserItsCookie() throws Exception {
    HttpResponse<String> welcome = get("/claims?lang=ja&token=" + TOKEN);
    assertThat(welcome.statusCode()).isEqualTo(303);
    assertThat(welcome.headers().firstValue("Location")).hasValue("/claims?lang=ja");
    String set = welcome.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(welcome.body()).isEmpty();
    String given = set.substring(0, set.indexOf(';'));
    assertThat(given).isEqualTo(cookie(TOKEN));
    for (String path : List.of("/", "/style.css", "/api/health")) {
      assertThat(with(path, "Cookie", given).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("/?token=" + TOKEN).headers().firstValue("Location")).hasValue("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab.example", "192.0.2.1:7070", "localhost"})
  void anyNameOfTheMachineWillDo(String host) throws IOException {
    String bearer = "Authorization: Bearer " + TOKEN;
    assertThat(raw("GET /api/health HTTP/1.1", "Host: " + host, "Connection: close", bearer))
        .startsWith("HTTP/1.1 200");
    for (String own : List.of("http://", "https://")) {
      assertThat(
              raw(
                  "GET /api/health HTTP/1.1",
                  "Host: " + host,
                  "Origin: " + own + host,
                  "Connection: close",
                  bearer))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(
            raw(
                "GET /api/health HTTP/1.1",
                "Host: " + host,
                "Origin: http://evil.example",
                "Connection: close",
                bearer))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void anOpenServerWithoutTokenCannotBe() {
    for (String host : List.of("0.0.0.0", "192.0.2.1", "no.such.host.invalid")) {
      assertThatThrownBy(() -> new WebSettings("memory:any", host, 0, Optional.empty(), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a token");
    }
  }
}
