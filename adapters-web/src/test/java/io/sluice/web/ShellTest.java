package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest extends WebFixture {

  private HttpResponse<String> visit(String path) throws Exception {
    return send(request(path).header("Accept", "text/html,application/xhtml+xml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalogue",
        "/catalogue/activations/tanh",
        "/catalogue/optimizers/adam-w",
        "/studies",
        "/studies/one.two-1a2b3c4d",
        "/claims",
        "/claims/a5",
        "/plugins",
        "/catalogue?lang=ja"
      })
  void everyAddressOfAPageGivesTheShell(String path) throws Exception {
    HttpResponse<String> page = visit(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self';");
    assertThat(page.body()).isEqualTo(visit("/").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/api",
        "/api/studies/nothing",
        "/nothing.js",
        "/pages/nothing.js",
        "/words/nothing.json",
        "/a/b/c/d"
      })
  void whatIsNoPageIsAProblem(String path) throws Exception {
    assertError(visit(path), 404, "");
  }

  @Test
  void onlyBrowsersGetTheShell() throws Exception {
    assertError(get("/catalogue"), 404, "nothing at GET /catalogue");
    assertError(
        send(
            request("/catalogue")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.noBody())),
        404,
        "nothing at POST /catalogue");
  }

  @Test
  void catalogIsSentOnceToWhoKeepsItsTag() throws Exception {
    HttpResponse<String> first = get("/api/catalog");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    for (String known : new String[] {tag, "\"x\", " + tag, tag.substring(2), "*"}) {
      HttpResponse<String> again = send(request("/api/catalog").header("If-None-Match", known));
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    }
    HttpResponse<String> other = send(request("/api/catalog").header("If-None-Match", "\"x\""));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(first.body());
  }

  @Test
  void catalogIsCompressedForWhoReadsThat() throws Exception {
    HttpResponse<java.io.InputStream> packed =
        open(request("/api/catalog").header("Accept-Encoding", "br, gzip;q=0.5"));
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] bytes = new java.util.zip.GZIPInputStream(packed.body()).readAllBytes();
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(get("/api/catalog").body());
    assertThat(
            open(request("/api/catalog").header("Accept-Encoding", "gzip;q=0"))
                .headers()
                .firstValue("Content-Encoding"))
        .isEmpty();
  }
}
