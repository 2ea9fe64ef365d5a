package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sluice.engine.Laboratory;
import io.sluice.engine.run.RunOptions;
import io.sluice.web.described.Description;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on a free port for each test, and the words to talk to it. */
abstract class WebFixture {

  static final Duration PATIENCE = Duration.ofMinutes(1);

  final Laboratory laboratory = TestLaboratory.create();
  final MemoryStore store = store();
  WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  MemoryStore store() {
    return new MemoryStore();
  }

  /** With turns so long that a test sees one at most. */
  WebLimits limits() {
    return WebLimits.PRESET.withTurns(TimeUnit.DAYS.toMillis(1));
  }

  @BeforeEach
  void start() throws IOException {
    server = WebServer.start(laboratory, store, new RunOptions(2, 0), limits(), 0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
  }

  /** Sends a request; the answer must be as the server's description says. */
  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.uri().getRawPath().startsWith("/api/")) {
      assertThat(description().complaints(answer(response))).isEmpty();
    }
    return response;
  }

  static Description.Answer answer(HttpResponse<String> response) {
    return new Description.Answer(
        response.request().method(),
        response.uri().getRawPath(),
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  private static Description described;

  /** What the server says of itself; read once for all tests. */
  static synchronized Description description() throws IOException {
    if (described == null) {
      try (InputStream file = WebServer.class.getResourceAsStream("openapi.yaml")) {
        described = new Description(new YAMLMapper().readTree(file).toString());
      }
    }
    return described;
  }

  HttpResponse<InputStream> open(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> post(String study) throws Exception {
    return post("/api/studies", "application/yaml", study);
  }

  /** Posts a study that is accepted; gives its id. */
  String submit(String study) throws Exception {
    HttpResponse<String> response = post(study);
    assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
    return json(response).get("id").asText();
  }

  /** Posts a study and waits for its end. */
  String run(String study) throws Exception {
    String id = submit(study);
    awaitState(id, "finished");
    return id;
  }

  /** What a study has finished so far. */
  long finished(String id) throws Exception {
    return json(get("/api/studies/" + id)).get("progress").get("finished").asLong();
  }

  /** Asks for something that a study is to do, such as to stop. */
  HttpResponse<String> order(String id, String what) throws Exception {
    return post("/api/studies/" + id + "/" + what, "text/plain", "");
  }

  void awaitState(String id, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> json(get("/api/studies/" + id)).get("state").asText(), state::equals);
  }

  /** The body, which must be JSON. */
  static JsonNode json(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return Json.parse(response.body());
  }

  static void assertError(HttpResponse<String> response, int status, String... words) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode problem = problem(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).contains(words);
  }

  /** The body, which must be a problem. */
  static JsonNode problem(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.TYPE);
    JsonNode problem = Json.parse(response.body());
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    assertThat(problem.get("title").asText()).isNotBlank();
    return problem;
  }

  /** Sends these lines as they are and gives what comes back until the server closes. */
  String raw(String... lines) throws IOException {
    String text = String.join("\r\n", lines) + "\r\n\r\n";
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends these bytes as they are and gives what comes back until the server closes. */
  String raw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
