package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.plan.PlanLimits;
import io.sluice.web.fuzz.Fuzzing;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest extends WebFixture {

  @Override
  WebLimits limits() {
    return new WebLimits(PlanLimits.TIGHT, WebLimits.PRESET_COST, 10, 3600, 2, 1000);
  }

  private void assertRefused(String answer, int... statuses) {
    assertThat(Integer.parseInt(answer.substring(9, 12))).as(answer).isIn(boxed(statuses));
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(body).doesNotContain("\n", "Exception").startsWith("{\"type\":\"");
    assertThat(Json.parse(body).get("detail").asText()).isNotBlank();
  }

  private static Object[] boxed(int... statuses) {
    return java.util.Arrays.stream(statuses).boxed().toArray();
  }

  private String raw(String head, String body) throws IOException {
    return raw(
        (head.replace("|", "\r\n") + "\r\nHost: localhost\r\nConnection: close\r\n\r\n" + body)
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 415",
    "utf-16, 415",
    "iso-8859-1, 415",
    "\"nonsense\", 415",
    "a b, 415",
    "utf-8, 202",
    "UTF8, 202",
    "\"utf-8\", 202",
  })
  void studiesAreUtf8(String charset, int status) throws Exception {
    HttpResponse<String> answer =
        post("/api/studies", "application/yaml; charset=" + charset, TestStudies.SMALL);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status != 202) {
      assertError(answer, status, "charset");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZZZ\r\nx\r\n0\r\n\r\n",
        "-1\r\nx\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\nx\r\n",
        "3\r\nabcdef\r\n0\r\n\r\n",
        "\r\n\r\n"
      })
  void brokenChunksAreRefused(String chunks) throws IOException {
    assertRefused(
        raw(
            "POST /api/studies HTTP/1.1|Content-Type: application/yaml|Transfer-Encoding: chunked",
            chunks),
        400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/studies HTTP/1.1|Content-Length: -1",
        "POST /api/studies HTTP/1.1|Content-Length: 1|Content-Length: 2",
        "POST /api/studies HTTP/1.1|Transfer-Encoding: gzip",
        "GET /% HTTP/1.1",
        "GET /api/studies/%zz HTTP/1.1",
        "GET /api/studies/%00 HTTP/1.1",
        "GET /api/studies/%ff HTTP/1.1",
        "GET /../x HTTP/1.1",
        "GET \\ HTTP/1.1",
        "GET /api/health HTTP/1.1|Host: other.example",
        "GET /api/health HTTP/1.1|no colon",
        "GET http://evil.example/ HTTP/1.1",
        "CONNECT /api/health HTTP/1.1"
      })
  void malformedRequestsAreRefused(String head) throws IOException {
    assertRefused(raw(head, ""), 400);
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, 405",
    "PUT, 405",
    "DELETE, 405",
    "PATCH, 405",
    "TRACE, 405",
    "NONSENSE, 405",
    "get, 405"
  })
  void otherMethodsAreNotAllowed(String method, int status) throws IOException {
    assertRefused(raw(method + " /api/studies HTTP/1.1", ""), status);
    assertRefused(raw(method + " /api/health HTTP/1.1", ""), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTPS"})
  void otherProtocolsAreTheClientsMistake(String version) throws IOException {
    assertRefused(raw("GET /api/health " + version, ""), 400, 426);
  }

  @Test
  void headersAreBounded() throws IOException {
    assertRefused(raw("GET /api/health HTTP/1.1|X: " + "y".repeat(20_000), ""), 431);
    assertRefused(raw("GET /" + "y".repeat(20_000) + " HTTP/1.1", ""), 414);
    assertRefused(raw("GET /api/health HTTP/1.1|Expect: 200-ok", ""), 417);
  }

  @Test
  void textsThatCostACarelessReaderMuchAreRefused() throws Exception {
    StringBuilder bomb = new StringBuilder("a: &a [x]\n");
    for (char name = 'b'; name <= 'k'; name++) {
      char before = (char) (name - 1);
      bomb.append(name).append(": &").append(name);
      bomb.append(" [").append(("*" + before + ", ").repeat(9)).append("*").append(before);
      bomb.append("]\n");
    }
    List<String> texts =
        List.of(
            bomb.toString(),
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "- ".repeat(100_000),
            "study: \u0000",
            "!!javax.script.ScriptEngineManager []",
            "");
    for (String text : texts) {
      assertThat(post(text).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void networksThatAreTooDeepAreRefused() throws Exception {
    String deep = "[" + "3, ".repeat(20_000) + "3]";
    HttpResponse<String> refused =
        post(TestStudies.SMALL.replace("hidden: [1]", "hidden: " + deep));
    assertError(refused, 400, "has 20,002 layers, more than the 1,000 allowed");
    assertThat(problem(refused).get("errors").get(0).get("line").asInt()).isEqualTo(7);
  }

  @Test
  void studyThatIsTooDearIsRefusedWithItsEstimate() throws Exception {
    String year =
        TestStudies.SMALL
            .replace("repeats: 3", "repeats: 1000000")
            .replace("budget: 100", "budget: 1000000000000");
    assertError(post(year), 422, "multiplications, some", "years", "takes studies of up to 1e14");
    assertThat(json(get("/api/studies")).get("studies")).isEmpty();
  }

  @Test
  void streamsAreBounded() throws Exception {
    String id = submit(TestStudies.endless(1));
    for (int i = 0; i < 2; i++) {
      open(request("/api/studies/" + id + "/events").header("Accept", "text/event-stream"));
    }
    HttpResponse<String> refused =
        send(request("/api/studies/" + id + "/events").header("Accept", "text/event-stream"));
    assertError(refused, 503, "2 streams already");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "nonsense", ""})
  void requestsThatOtherSitesCauseAreRefused(String site) throws IOException {
    List<String> paths =
        List.of(
            "/api/catalog/activations/tanh/passport",
            "/api/catalog",
            "/api/studies",
            "/api/health",
            "/api/openapi.yaml",
            "/style.css",
            "/");
    for (String path : paths) {
      assertRefused(raw("GET " + path + " HTTP/1.1|Sec-Fetch-Site: " + site, ""), 403);
    }
    String visit = "|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|Sec-Fetch-Site: " + site;
    assertThat(raw("GET / HTTP/1.1" + visit, "")).startsWith("HTTP/1.1 200");
    assertRefused(raw("GET /api/health HTTP/1.1" + visit, ""), 403);
    assertRefused(raw("POST / HTTP/1.1" + visit, ""), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void requestsOfThePageAndOfTypedAddressesAreAnswered(String site) throws IOException {
    for (String path : List.of("/", "/api/health", "/style.css")) {
      assertThat(raw("GET " + path + " HTTP/1.1|Sec-Fetch-Site: " + site, ""))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void bodiesThatNeverEndHoldNobodyUp() throws Exception {
    List<Socket> halves = new ArrayList<>();
    try {
      String half =
          "POST /api/studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
              + "Content-Length: 1000\r\n\r\nstudy: half";
      for (int i = 0; i < 400; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        halves.add(socket);
      }
      run(TestStudies.SMALL);
      assertThat(json(get("/api/health")).get("status").asText()).isEqualTo("ok");
      for (Socket socket : halves) {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        byte[] answer = socket.getInputStream().readAllBytes();
        assertRefused(new String(answer, StandardCharsets.UTF_8), 408);
      }
    } finally {
      for (Socket socket : halves) {
        socket.close();
      }
    }
  }

  @Test
  void severalHundredFuzzedRequestsGetNoServerError() throws Exception {
    Fuzzing fuzzing = new Fuzzing(server.port(), 26);
    fuzzing.send(600);
    assertThat(fuzzing.complaints()).isEmpty();
    assertThat(fuzzing.statuses()).containsKeys(200, 400, 403, 404, 405, 415, 417);
    JsonNode health = json(get("/api/health"));
    assertThat(health.get("status").asText()).isEqualTo("ok");
  }
}
