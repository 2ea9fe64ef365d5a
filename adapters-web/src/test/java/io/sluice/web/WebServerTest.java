package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.run.RunOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest extends WebFixture {

  @Test
  void isHealthy() throws Exception {
    JsonNode json = json(get("/api/health"));
    assertThat(json.get("status").asText()).isEqualTo("ok");
    assertThat(json.get("version").asText()).isEqualTo(TestLaboratory.VERSION);
  }

  @Test
  void catalogHasWhatStudiesCanName() throws Exception {
    JsonNode json = json(get("/api/catalog"));
    assertThat(json.findValuesAsText("id"))
        .contains("tanh", "leaky-relu", "sgd", "xor", "rosenbrock", "memory", "article");
    JsonNode relu = json.get("activations").get(0);
    assertThat(relu.get("id").asText()).isEqualTo("leaky-relu");
    assertThat(relu.get("kind").asText()).isEqualTo("scalar");
    assertThat(relu.get("range").get("upper").asText()).isEqualTo("Infinity");
    assertThat(relu.get("kinks").get(0).asDouble()).isZero();
    JsonNode slope = relu.get("hyperparameters").get(0);
    assertThat(slope.get("name").asText()).isEqualTo("negative-slope");
    assertThat(slope.get("preset").asDouble()).isEqualTo(0.01);
    assertThat(slope.get("range").get("text").asText()).isEqualTo("[0, ∞)");
    assertThat(relu.get("origin").get("plugin").asText()).isEqualTo("test");
    JsonNode tanh = json.get("activations").get(2);
    assertThat(tanh.get("formula").asText()).isEqualTo("tanh x");
    assertThat(tanh.get("aliases").get(0).asText()).isEqualTo("th");
    assertThat(json.get("optimizers").get(0).get("kind").asText()).isEqualTo("gradient");
    assertThat(json.get("stores").get(0).get("examples").get(0).asText()).isEqualTo("memory:any");
    assertThat(json.get("plugins").get("rejected").get(0).get("reason").asText())
        .isEqualTo("<b>not a jar</b>");
  }

  @Test
  void passportIsComputedOnDemand() throws Exception {
    JsonNode tanh = json(get("/api/catalog/activations/th/passport"));
    assertThat(tanh.get("valid").asBoolean()).isTrue();
    assertThat(tanh.get("range").get("text").asText()).isEqualTo("(-1, 1)");
    assertThat(tanh.get("symmetry").get("value").asText()).isEqualTo("odd");
    JsonNode leaky = json(get("/api/catalog/activations/leaky-relu/passport?negative-slope=0.25"));
    assertThat(leaky.get("hyperparameters").get("negative-slope").asDouble()).isEqualTo(0.25);
    assertThat(leaky.get("slopes").get("least").get("value").asDouble()).isEqualTo(0.25);
    assertThat(leaky.get("range").get("greatest").get("value").asText()).isEqualTo("Infinity");
    assertThat(leaky.get("kinks").get(0).get("slopeBelow").asDouble()).isEqualTo(0.25);
  }

  @Test
  void passportOfNothingIsRefused() throws Exception {
    assertError(get("/api/catalog/activations/tan/passport"), 404, "did you mean");
    assertError(get("/api/catalog/activations/tanh/passport?a=1"), 400, "no hyper-parameter");
    assertError(
        get("/api/catalog/activations/leaky-relu/passport?negative-slope=-1"),
        400,
        "negative-slope must lie in [0, ∞)");
    assertError(
        get("/api/catalog/activations/leaky-relu/passport?negative-slope=x"), 400, "a number");
  }

  @Test
  void catalogGivesTheTextOfShippedStudies() throws Exception {
    for (JsonNode study : json(get("/api/catalog")).get("studies")) {
      assertThat(study.get("text").asText()).contains("study: " + study.get("id").asText());
      assertThat(study.get("question").asText()).isNotBlank();
    }
  }

  @Test
  void pageNeedsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self';");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.body()).doesNotContain("http:", "https:", "style=", "onclick");
    List<String> files =
        List.of("app.js", "router.js", "words.js", "dom.js", "api.js", "report.js");
    for (String file : files) {
      HttpResponse<String> script = get("/" + file);
      assertThat(script.statusCode()).as(file).isEqualTo(200);
      assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("javascript");
      assertThat(script.body()).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML");
    }
    assertThat(get("/style.css").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/css");
    assertThat(get("/icon.svg").headers().firstValue("Content-Type").orElse(""))
        .startsWith("image/svg+xml");
  }

  @Test
  void pageFilesCannotBeLeft() throws Exception {
    assertThat(raw("GET /../openapi.yaml HTTP/1.1", "Host: localhost", "Connection: close"))
        .startsWith("HTTP/1.1 400");
    assertError(get("/..%2fopenapi.yaml"), 404, "nothing at");
    assertError(get("/page/..%2f..%2fopenapi.yaml"), 404, "nothing at");
    assertError(get("/%2e%2e/openapi.yaml"), 400, "");
  }

  @Test
  void whatIsNotThereIsJsonToo() throws Exception {
    assertError(get("/api/nothing"), 404, "nothing at GET /api/nothing");
    assertError(get("/nothing.html"), 404, "nothing at GET /nothing.html");
    assertError(post("/api/health", "text/plain", ""), 405, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:99", "127.0.0.1", "127.0.0.1:8080", "[::1]:1"})
  void answersAsThisMachine(String host) throws IOException {
    assertThat(raw("GET /api/health HTTP/1.1", "Host: " + host, "Connection: close"))
        .startsWith("HTTP/1.1 200")
        .contains("\"ok\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "192.168.0.1",
        "127.0.0.2"
      })
  void refusesOtherHosts(String host) throws IOException {
    for (String path : List.of("/", "/api/health", "/api/studies", "/style.css")) {
      assertThat(raw("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close"))
          .as(path)
          .startsWith("HTTP/1.1 403")
          .contains("\"detail\":\"this server answers only as localhost")
          .doesNotContain("\"ok\"", "<html");
    }
  }

  @Test
  void refusesRequestsWithoutHost() throws IOException {
    assertThat(raw("GET /api/health HTTP/1.0")).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "https://localhost", "http://127.0.0.1:1"})
  void refusesPagesOfOtherSites(String origin) throws Exception {
    assertError(
        send(
            request("/api/studies")
                .header("Content-Type", "text/plain")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(TestStudies.SMALL))),
        403,
        "not one from \"" + origin + "\"");
    assertThat(json(get("/api/studies")).get("studies")).isEmpty();
  }

  @Test
  void answersItsOwnPage() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/health").header("Origin", "http://127.0.0.1:" + server.port()));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    List<InetAddress> others = new ArrayList<>();
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .forEach(others::add);
    for (InetAddress address : others) {
      assertThatThrownBy(() -> connect(address)).as("%s", address).isInstanceOf(IOException.class);
    }
    connect(InetAddress.getByName("127.0.0.1"));
    assertThatThrownBy(() -> connect(InetAddress.getByName("127.0.0.2")))
        .isInstanceOf(ConnectException.class);
  }

  private void connect(InetAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.port()), 2000);
    }
  }

  @Test
  void takenPortIsNamed() {
    MemoryStore other = new MemoryStore();
    assertThatThrownBy(
            () -> WebServer.start(laboratory, other, RunOptions.automatic(), server.port()).stop())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + server.port());
    assertThat(other.isClosed()).isTrue();
  }

  @Test
  void stoppingStopsStudiesAndThenClosesTheStore() throws Exception {
    String running = submit(TestStudies.endless(1));
    submit(TestStudies.endless(2));
    awaitState(running, "running");
    URI health = uri("/api/health");
    server.stop();
    assertThat(store.isClosed()).isTrue();
    assertThat(store.wasClosedWhileWriting()).isFalse();
    assertThatThrownBy(() -> send(HttpRequest.newBuilder(health))).isInstanceOf(IOException.class);
  }
}
