package io.sluice.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests from broken to merely odd; the same ones for the same seed. None is a valid study. */
final class FuzzedRequests {

  private static final List<String> METHODS =
      List.of(
          "GET",
          "POST",
          "HEAD",
          "OPTIONS",
          "PUT",
          "DELETE",
          "PATCH",
          "TRACE",
          "CONNECT",
          "get",
          "PRI",
          "X",
          "G\u0001T",
          "");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/api/health",
          "/api/catalog",
          "/api/studies",
          "/api/studies/none-1a2b3c4d",
          "/api/studies/none-1a2b3c4d/stop",
          "/api/studies/none-1a2b3c4d/events",
          "/api/studies/none-1a2b3c4d/trials.csv",
          "/api/studies/none-1a2b3c4d/measurements.jsonl",
          "/api/openapi.yaml",
          "/api/catalog/activations/tanhh/passport",
          "/api/catalog/activations/tanh/passport?no=1",
          "/api/openapi.json",
          "/api/catalog/curves.json",
          "/api/catalog/activations/tanh/curve.json?from=-1&to=1&points=5",
          "/api/catalog/activations/tanh/check.json",
          "/api/catalog/optimizers/none/show.json",
          "/api/play/state?hidden=2",
          "/api/play/run?hidden=2&steps=5",
          "/api/play/surface?size=4",
          "/api/play/state?activation=x*sin(x)&data=1,2",
          "/api/studies/none-1a2b3c4d/cells.json?target=1",
          "/api/studies/none-1a2b3c4d/judge.json?of=activation=tanh",
          "/api/studies/none-1a2b3c4d/comparison.html?with=none",
          "/api/studies/none-1a2b3c4d/trials/0/reproduction.json",
          "/api/studies/none-1a2b3c4d/pause",
          "/api/studies/none-1a2b3c4d/resume",
          "/api/queue",
          "/api/metrics",
          "/api/claims/a5",
          "/api/claims/none/run",
          "/index.html",
          "/style.css");

  /** Where texts are posted; none of those below is one that any of them takes. */
  private static final List<String> POSTED =
      List.of(
          "/api/studies",
          "/api/studies",
          "/api/plan",
          "/api/formula",
          "/api/formula?from=0&to=1e999",
          "/api/claims/a5/run",
          "/api/studies/none-1a2b3c4d/stop");

  private static final List<String> ODDITIES =
      List.of(
          "%",
          "%0",
          "%zz",
          "%00",
          "%0a",
          "%0d%0a",
          "%2e%2e%2f",
          "%2f",
          "%5c",
          "%ff",
          "%c0%af",
          "%u0041",
          "..",
          "../../etc/passwd",
          "//",
          "/./",
          ";",
          ";a=b",
          "?",
          "??",
          "&&",
          "=",
          "#",
          "*",
          "\\",
          "\"",
          "'",
          "<b>",
          "{}",
          "[]",
          "|",
          "^",
          "`",
          "~",
          "\u00e4",
          "\u4e2d",
          "\u0000",
          "\u0007",
          "\u007f",
          "a".repeat(300),
          "a".repeat(9000));

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "00001",
          "10001",
          "99999",
          "2147483648",
          "9223372036854775808",
          "1e9",
          "NaN",
          "-Infinity",
          "0x10",
          "1.5",
          "",
          " ",
          "true",
          "null",
          "9".repeat(500));

  private static final List<String> NAMES =
      List.of(
          "top", "page", "size", "from", "to", "points", "steps", "hidden", "seed", "shown", "at",
          "target", "alpha", "left", "part", "with", "state");

  private static final List<String> TYPES =
      List.of(
          "application/yaml",
          "application/json",
          "application/yaml; charset=nonsense",
          "application/yaml; charset=",
          "application/yaml; charset=\"utf-8\"",
          "application/yaml; charset=utf-16",
          "text/plain;charset=iso-8859-1",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=x",
          "/",
          ";;;",
          "text",
          "*/*",
          "");

  private static final List<String> HEADERS =
      List.of(
          "Accept: nonsense",
          "Accept: ",
          "Accept: text/event-stream;q=2",
          "Accept-Encoding: gzip;q=x, br, *",
          "Accept-Language: " + "de,".repeat(200),
          "Authorization: Basic ====",
          "Connection: upgrade",
          "Cookie: a=\u0001; ;;;=",
          "Expect: 100-continue",
          "Expect: 200-ok",
          "Host: other.example",
          "If-Modified-Since: yesterday",
          "If-None-Match: \"",
          "Last-Event-ID: -1",
          "Last-Event-ID: \u0000",
          "Last-Event-ID: " + "9".repeat(400),
          "Origin: null",
          "Range: bytes=-1",
          "Range: bytes=9-1,0-",
          "Sec-Fetch-Site: cross-site",
          "Sec-Fetch-Site: same-site",
          "TE: trailers",
          "Transfer-Encoding: gzip",
          "Upgrade: websocket",
          "Upgrade: h2c",
          "X: " + "y".repeat(7000),
          "X: " + "y".repeat(20000),
          " folded: x",
          "no colon",
          ": no name",
          "Content-Length: -1",
          "Content-Length: 1, 2",
          "Content-Length: 99999999999999999999",
          "Content-Length: x");

  private static final List<String> CHUNKS =
      List.of(
          "ZZZ\r\nx\r\n0\r\n\r\n",
          "-1\r\nx\r\n0\r\n\r\n",
          "ffffffffffffffff\r\nx\r\n0\r\n\r\n",
          "3\r\nabcdef\r\n0\r\n\r\n",
          "3;x=\"\r\nabc\r\n0\r\n\r\n",
          "3\nabc\n0\n\n",
          "\r\n\r\n",
          "0\r\nTrailer: x\r\nbad trailer\r\n\r\n",
          "3\r\nabc\r\n0\r\n\r\n");

  /** Wrong at its last line, so that nothing of it is ever run. */
  private static final String STUDY =
      "study: fuzz\nrepeats: 3\nbudget: 100\ntargets: [0.1]\n"
          + "problems: [{id: single-example, x: 0.5, y: 0.2}]\n"
          + "networks: [{hidden: [1], output: linear}]\n"
          + "activations: [tanh, {formula: x * tanh(a * x), a: [1, 2]}]\n"
          + "optimizers: [{id: sgd, learning-rate: [0.1, 0.5]}]\nno-such-key: 1\n";

  private final Random random;

  FuzzedRequests(long seed) {
    random = new Random(seed);
  }

  /**
   * A request.
   *
   * @param bytes what is sent
   * @param whole whether the server can know where it ends; else it waits for more
   */
  record Fuzzed(byte[] bytes, boolean whole) {

    private static Fuzzed whole(String text) {
      return new Fuzzed(text.getBytes(StandardCharsets.UTF_8), true);
    }
  }

  Fuzzed next() {
    switch (random.nextInt(12)) {
      case 0:
        return Fuzzed.whole(head(pick(METHODS), path(), "HTTP/1.1") + end());
      case 1:
        return Fuzzed.whole(head("GET", pick(PATHS) + pick(ODDITIES), "HTTP/1.1") + end());
      case 2:
        return Fuzzed.whole(
            head("GET", pick(PATHS) + numbered() + "&" + pick(ODDITIES), "HTTP/1.1") + end());
      case 3:
        return Fuzzed.whole(
            head("GET", pick(PATHS), "HTTP/1.1")
                + pick(HEADERS)
                + "\r\n"
                + pick(HEADERS)
                + "\r\n"
                + end());
      case 4:
        return Fuzzed.whole(head(pick(METHODS), path(), version()) + end());
      case 5:
        return post(pick(TYPES), bytes(STUDY));
      case 6:
        return post("application/yaml", mutated(bytes(STUDY)));
      case 7:
        return post("application/json", hostile());
      case 8:
        return Fuzzed.whole(
            head("POST", pick(POSTED), "HTTP/1.1")
                + "Content-Type: application/yaml\r\nTransfer-Encoding: chunked\r\n"
                + end()
                + pick(CHUNKS));
      case 9:
        return halfBody();
      case 10:
        return garbage();
      default:
        return Fuzzed.whole(
            head("GET", "/api/studies/" + pick(ODDITIES) + "/events", "HTTP/1.1")
                + "Accept: text/event-stream\r\n"
                + pick(HEADERS)
                + "\r\n"
                + end());
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A query with a number, of which any route knows one or another name. */
  private String numbered() {
    return "?" + pick(NAMES) + "=" + pick(NUMBERS);
  }

  private String path() {
    String path = pick(PATHS);
    int cut = random.nextInt(path.length() + 1);
    return random.nextBoolean() ? path : path.substring(0, cut) + pick(ODDITIES);
  }

  private String version() {
    return pick(List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTPS", ""));
  }

  private static String head(String method, String path, String version) {
    return method + " " + path + " " + version + "\r\nHost: localhost\r\n";
  }

  private static String end() {
    return "Connection: close\r\n\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Fuzzed post(String type, byte[] body) {
    return new Fuzzed(joined(postHead(type, body.length), body), true);
  }

  private byte[] postHead(String type, int length) {
    return bytes(
        head("POST", pick(POSTED), "HTTP/1.1")
            + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
            + "Content-Length: "
            + length
            + "\r\n"
            + end());
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(one);
    all.writeBytes(other);
    return all.toByteArray();
  }

  /** Some bytes replaced, removed or doubled, but the last line is left as it is. */
  private byte[] mutated(byte[] text) {
    int changeable = text.length - "no-such-key: 1\n".length();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < text.length; i++) {
      int dice = i < changeable ? random.nextInt(60) : 0;
      if (dice == 1) {
        all.write(random.nextInt(256));
      } else if (dice != 2) {
        all.write(text[i]);
      }
      if (dice == 3) {
        all.write(text[random.nextInt(text.length)]);
      }
    }
    return all.toByteArray();
  }

  /** Texts that cost a careless reader much. */
  private byte[] hostile() {
    switch (random.nextInt(12)) {
      case 9:
        return bytes("(".repeat(50_000));
      case 10:
        return bytes("{\"quick\":" + "9".repeat(2_000) + "}");
      case 11:
        return bytes("sin(".repeat(3_000) + "x" + ")".repeat(3_000));
      case 0:
        return bytes("[".repeat(100_000));
      case 1:
        return bytes("{\"a\":".repeat(20_000));
      case 2:
        return bytes("a: &a [x]\n" + bomb());
      case 3:
        return bytes("study: x\u0000y\n");
      case 4:
        return new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, (byte) 0xc3, 0x28};
      case 5:
        return new byte[1 + random.nextInt(1 << 21)];
      case 6:
        return bytes("study: x\nnetworks: {hidden: [" + "3, ".repeat(5_000) + "3]}\n");
      case 7:
        return bytes(STUDY.replace("x * tanh(a * x)", "x" + "*x".repeat(298)));
      default:
        return bytes("? ".repeat(5000) + "!!java.lang.Object {}" + "- ".repeat(5000));
    }
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder();
    for (char name = 'b'; name <= 'k'; name++) {
      char before = (char) (name - 1);
      text.append(name).append(": &").append(name).append(" [");
      text.append(("*" + before + ", ").repeat(9)).append('*').append(before).append("]\n");
    }
    return text.toString();
  }

  private Fuzzed halfBody() {
    byte[] head = postHead("application/yaml", 1000);
    return new Fuzzed(joined(head, bytes(STUDY.substring(0, random.nextInt(100)))), false);
  }

  private Fuzzed garbage() {
    byte[] bytes = new byte[1 + random.nextInt(400)];
    random.nextBytes(bytes);
    return new Fuzzed(bytes, false);
  }
}
