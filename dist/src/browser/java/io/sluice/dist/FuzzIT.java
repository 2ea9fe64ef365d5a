package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.web.fuzz.Fuzzing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand requests that nobody should send, to the real distribution. */
class FuzzIT {

  private static final int BEFORE = 2_000;
  private static final int ALL = 10_000;

  /** What 8,000 requests may leave behind; were it a hundred bytes each, it would be a leak. */
  private static final long MORE_BYTES = 24L << 20;

  @TempDir Path folder;

  @Test
  void tenThousandFuzzedRequestsLeaveTheServerAsItWas() throws Exception {
    SluiceProcess sluice = new SluiceProcess(folder);
    Process server = sluice.start("serve", "--port", "0", "--store", "sqlite:fuzz.db");
    try {
      URI address = URI.create(sluice.address(server));
      Fuzzing fuzzing = new Fuzzing(address.getPort(), 20_260);
      fuzzing.send(BEFORE);
      long before = liveBytes(server);
      fuzzing.send(ALL - BEFORE);
      long after = liveBytes(server);
      System.out.println(
          "fuzzing: " + fuzzing.statuses() + ", live heap " + before + " and " + after + " bytes");

      assertThat(fuzzing.complaints()).isEmpty();
      assertThat(fuzzing.statuses()).containsKeys(200, 400, 403, 404, 405, 413, 415, 417, 431);
      assertThat(before).isPositive();
      assertThat(after).isLessThan(before + MORE_BYTES);
      assertThat(server.isAlive()).isTrue();
      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address.resolve("/api/health")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(Files.readString(folder.resolve("err"))).doesNotContain("\tat ", "Exception");
    } finally {
      server.destroy();
      sluice.end(server);
    }
  }

  /** What is alive on the server's heap after a full collection. */
  private static long liveBytes(Process server) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    long bytes = 0;
    for (String question : new String[] {"GC.run", "GC.run", "GC.heap_info"}) {
      Process asking =
          new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), question)
              .redirectErrorStream(true)
              .start();
      String answer = new String(asking.getInputStream().readAllBytes());
      assertThat(asking.waitFor()).as(answer).isZero();
      bytes = used(answer);
    }
    return bytes;
  }

  /** The sum of what the generations of the heap use; metaspace is none of them. */
  private static long used(String heapInfo) {
    Pattern use = Pattern.compile("^ +(?:PSYoungGen|ParOldGen) +total [0-9]+K, used ([0-9]+)K");
    return Arrays.stream(heapInfo.split("\n"))
        .map(use::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> 1024 * Long.parseLong(found.group(1)))
        .sum();
  }
}
