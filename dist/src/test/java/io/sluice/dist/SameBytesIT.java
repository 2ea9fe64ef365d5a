package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same study gives the same bytes, however it is run. */
class SameBytesIT {

  private static final String ACTIVATIONS = "[tanh, snake, relu]";
  private static final int REPEATS = 40;

  @TempDir Path folder;

  @Test
  void withOneThreadAndTwoAndOtherLanes() throws IOException {
    SmallStudy.write(folder, ACTIVATIONS, REPEATS);
    SluiceProcess sluice = new SluiceProcess(folder);
    sluice.run("run", "small.yaml", "--store", "sqlite:one.db", "--threads", "1").done();
    sluice.run("run", "small.yaml", "--store", "sqlite:two.db", "--threads", "2").done();
    sluice.run("run", "small.yaml", "--store", "sqlite:odd.db", "--lanes", "7").done();

    for (String what : new String[] {"trials", "measurements"}) {
      String one = sluice.run("export", "small", "--what", what, "--store", "sqlite:one.db").done();
      assertThat(one.lines().count()).isGreaterThan(1000);
      assertThat(sluice.run("export", "small", "--what", what, "--store", "sqlite:two.db").done())
          .isEqualTo(one);
      assertThat(sluice.run("export", "small", "--what", what, "--store", "sqlite:odd.db").done())
          .isEqualTo(one);
    }
  }

  @Test
  void stoppedHalfWayAndRunAgain() throws IOException, InterruptedException {
    // However quick the machine, the run is not over before the gate is open.
    Path gate = folder.resolve("gate");
    new StrangersPlugins()
        .activation(
            "gated",
            "static volatile boolean open;",
            "static void await() {",
            "  while (!open) {",
            "    open = !java.nio.file.Files.exists(java.nio.file.Path.of(\"gate\"));",
            "    Thread.onSpinWait();",
            "  }",
            "}",
            "public double value(double x) { await(); return x * x * x / (1 + x * x); }",
            "public double slope(double x) {",
            "  double s = x * x;",
            "  return Double.isInfinite(s) ? 1 : s * (s + 3) / ((1 + s) * (1 + s));",
            "}")
        .writeTo(Files.createDirectory(folder.resolve("dropped")));
    SmallStudy.write(folder, "[tanh, gated, relu]", REPEATS);
    SluiceProcess sluice = new SluiceProcess(folder);
    sluice.run(gatedRun("--store", "jsonl:whole")).done();
    String whole =
        sluice.run("export", "small", "--what", "trials", "--store", "jsonl:whole").done();

    Files.createFile(gate);
    Process running = sluice.start(gatedRun("--store", "jsonl:halves", "--threads", "1"));
    while (trialsIn("halves") == 0) {
      assertThat(running.isAlive()).as("still running").isTrue();
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
    sluice.awaitError(running, "stopping when what is being computed comes back");
    Files.delete(gate);
    SluiceProcess.Ended stopped = sluice.end(running);
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.err()).contains("run small.yaml").contains("jsonl:halves");
    String half =
        sluice.run("export", "small", "--what", "trials", "--store", "jsonl:halves").done();
    assertThat(half.lines().count()).isBetween(2L, whole.lines().count() - 1);

    sluice.run(gatedRun("--store", "jsonl:halves")).done();
    assertThat(sluice.run("export", "small", "--what", "trials", "--store", "jsonl:halves").done())
        .isEqualTo(whole);
  }

  /** The command that runs the study, whose activation is from a plugin, and its options. */
  private static String[] gatedRun(String... options) {
    Stream<String> command =
        Stream.of("--plugins", "dropped", "run", "small.yaml", "--call-limit", "36000");
    return Stream.concat(command, Stream.of(options)).toArray(String[]::new);
  }

  private long trialsIn(String store) throws IOException {
    Path root = folder.resolve(store);
    if (!Files.isDirectory(root)) {
      return 0;
    }
    try (var studies = Files.list(root)) {
      for (Path study : studies.toList()) {
        Path trials = study.resolve("trials.jsonl");
        if (Files.exists(trials)) {
          return Files.readString(trials).lines().count();
        }
      }
    }
    return 0;
  }

  @Test
  void postedToTheWebAndRunByTheCommandLine() throws IOException, InterruptedException {
    SmallStudy.write(folder, ACTIVATIONS, REPEATS);
    SluiceProcess sluice = new SluiceProcess(folder);
    sluice.run("run", "small.yaml", "--store", "sqlite:cli.db").done();
    String expected =
        sluice.run("export", "small", "--what", "trials", "--store", "sqlite:cli.db").done();

    Process server = sluice.start("serve", "--port", "0", "--store", "sqlite:web.db");
    try {
      String address = sluice.address(server);
      HttpClient client = HttpClient.newHttpClient();
      HttpResponse<String> posted =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "api/studies"))
                  .header("Content-Type", "application/yaml")
                  .POST(HttpRequest.BodyPublishers.ofString(SmallStudy.text(ACTIVATIONS, REPEATS)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
      Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"(small-[0-9a-f]{8})\"").matcher(posted.body());
      assertThat(id.find()).as(posted.body()).isTrue();
      String study = address + "api/studies/" + id.group(1);
      Instant patience = Instant.now().plus(Duration.ofMinutes(20));
      while (!get(client, study).contains("\"finished\"")
          || !get(client, study).replace(" ", "").contains("\"state\":\"finished\"")) {
        assertThat(Instant.now()).isBefore(patience);
        Thread.sleep(100);
      }
      assertThat(get(client, study + "/trials.csv")).isEqualTo(expected);
      assertThat(get(client, address)).contains("<title>");
    } finally {
      server.destroy();
      sluice.end(server);
    }
    assertThat(sluice.run("export", "small", "--what", "trials", "--store", "sqlite:web.db").done())
        .isEqualTo(expected);
  }

  private static String get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
