package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins do that they must not costs one line each, and nothing else. */
class MisbehavingPluginsIT {

  private static final String SLOPE = "public double slope(double x) { return 1; }";
  private static final String VALUE = "public double value(double x) { return x; }";

  /** Those that train, with what is said of each. */
  private static final List<List<String>> TRAINING =
      List.of(
          List.of("exits", "exits-plugin called System.exit(0), which no plugin may, at"),
          List.of("halts", "halts-plugin called Runtime.halt(0), which no plugin may, at"),
          List.of("asserts", "java.lang.AssertionError: no number at com.stranger.Asserts.value("),
          List.of("sneaks", "java.io.IOException: sneaked at com.stranger.Sneaks"),
          List.of("is-full", "java.lang.OutOfMemoryError: made up at com.stranger.IsFull.value("),
          List.of("loops", "has not come back from value for 5 s; it is at com.stranger.Loops"));

  @TempDir Path folder;

  private Path plugins;
  private SluiceProcess sluice;

  @BeforeEach
  void prepare() throws IOException {
    plugins = Files.createDirectory(folder.resolve("dropped"));
    sluice = new SluiceProcess(folder).withJavaOptions("-Dsluice.call-limit=5");
  }

  private void training() throws IOException {
    String after = "static int calls; public double value(double x) { if (calls++ > 100) ";
    new StrangersPlugins()
        .activation("exits", SLOPE, after + "System.exit(0); return x; }")
        .activation("halts", SLOPE, after + "Runtime.getRuntime().halt(0); return x; }")
        .activation(
            "asserts", SLOPE, after + "throw new AssertionError(\"no number\"); return x; }")
        .activation(
            "sneaks",
            SLOPE,
            "@SuppressWarnings(\"unchecked\")",
            "static <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }",
            after + "Sneaks.<Error>sneak(new java.io.IOException(\"sneaked\")); return x; }")
        .activation(
            "is-full", SLOPE, after + "throw new OutOfMemoryError(\"made up\"); return x; }")
        .activation("loops", SLOPE, after + "while (x == x) { calls--; } return x; }")
        .activation(
            "chats",
            SLOPE,
            "static {",
            "  System.out.println(\"HELLO\");",
            "  java.util.Locale.setDefault(new java.util.Locale(\"tr\", \"TR\"));",
            "  java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Asia/Tokyo\"));",
            "  System.setProperty(\"line.separator\", \"\\r\\n\");",
            "  Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});",
            "  try { System.in.read(); } catch (java.io.IOException e) { throw new Error(e); }",
            "}",
            after + "System.out.print(\"chat \"); return x; }")
        .activation(
            "stays",
            SLOPE,
            VALUE,
            "static void forEver() { while (true) { Thread.onSpinWait(); } }",
            "static { new Thread(Stays::forEver).start();",
            "  Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(0))); }")
        .activation("quits", SLOPE, VALUE, "static { System.exit(0); }")
        .writeTo(plugins);
  }

  private static String study() {
    return String.join(
        "\n",
        "study: bad",
        "repeats: 2",
        "budget: {steps: 200}",
        "problems: xor",
        "networks: {hidden: [2]}",
        "activations: [tanh, exits, halts, asserts, sneaks, is-full, loops, chats, stays, relu]",
        "optimizers: adam",
        "");
  }

  @Test
  void eachIsOneLineOfARunAndTheRestOfTheStudyIsDone() throws IOException {
    training();
    Files.writeString(folder.resolve("bad.yaml"), study());
    SluiceProcess.Ended run =
        sluice.run(
            "--plugins", "dropped", "run", "bad.yaml", "--store", "jsonl:rows", "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    for (List<String> bad : TRAINING) {
      assertThat(run.err().lines().filter(line -> line.contains(bad.get(1))))
          .as("lines about %s of:%n%s", bad.get(0), run.err())
          .singleElement()
          .asString()
          .startsWith(
              "sluice: 2 trials failed: activation " + bad.get(0) + " of plugin " + bad.get(0));
    }
    assertThat(run.err())
        .containsOnlyOnce(
            "rejected com.stranger.Quits in quits.jar: quits-plugin called System.exit")
        .contains("HELLO")
        .contains("sluice: 12 of 20 trials failed");
    assertThat(run.out()).startsWith("problem,rank,").doesNotContain("HELLO", "chat ", "\r");
    String trials = sluice.run("export", "bad", "--what", "trials", "--store", "jsonl:rows").done();
    assertThat(trials.lines()).hasSize(1 + 20);
    for (String good : List.of("tanh", "chats", "stays", "relu")) {
      assertThat(trials.lines().filter(line -> line.contains("," + good + ",")))
          .hasSize(2)
          .allMatch(line -> line.contains(",completed,"));
    }
  }

  @Test
  void whatAChattyPluginChangesChangesNoResult() throws IOException {
    training();
    SmallStudy.write(folder, "[tanh, relu]", 1);
    for (String format : List.of("csv", "json")) {
      String[] run = {"run", "small.yaml", "--store", "jsonl:" + format, "--format", format};
      String alone = sluice.run(run).done();
      String[] beside = {
        "--plugins",
        "dropped",
        "run",
        "small.yaml",
        "--store",
        "jsonl:b" + format,
        "--format",
        format
      };
      assertThat(sluice.run(beside).done()).isEqualTo(alone);
    }
    assertThat(sluice.run("--plugins", "dropped", "show", "gelu").done())
        .isEqualTo(sluice.run("show", "gelu").done());
  }

  @Test
  void aCheckOfOneThatExitsFinishesAndFails() throws IOException {
    training();
    for (String bad : List.of("exits", "quits")) {
      SluiceProcess.Ended check = sluice.run("plugins", "check", "dropped/" + bad + ".jar");
      assertThat(check.exitCode()).as(check.out() + check.err()).isEqualTo(1);
      assertThat(check.out()).contains(bad + "-plugin called System.exit(0), which no plugin may");
    }
  }

  @Test
  void whoEndsTheProcessByReflectionIsNamedAndTheRunHasFailed() throws IOException {
    new StrangersPlugins()
        .activation(
            "reflects",
            SLOPE,
            "public double value(double x) {",
            "  try { System.class.getMethod(\"exit\", int.class).invoke(null, 0); }",
            "  catch (ReflectiveOperationException e) { throw new Error(e); }",
            "  return x; }")
        .writeTo(plugins);
    SmallStudy.write(folder, "[tanh, reflects]", 1);
    SluiceProcess.Ended run =
        sluice.run("--plugins", "dropped", "run", "small.yaml", "--store", "jsonl:rows");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("sluice: ")))
        .singleElement()
        .asString()
        .startsWith("sluice: the process was ended at com.stranger.Reflects.value(");
  }

  @Test
  void aPluginThatHangsWhileItIsLoadedIsRejectedInOneLine() throws IOException {
    new StrangersPlugins()
        .activation(
            "hangs",
            SLOPE,
            VALUE,
            "static { while (calls() > 0) Thread.onSpinWait(); }",
            "static int calls() { return 1; }")
        .writeTo(plugins);
    SluiceProcess.Ended list = sluice.run("--plugins", "dropped", "list", "activations");
    assertThat(list.done()).contains("tanh");
    assertThat(list.err().lines())
        .singleElement()
        .asString()
        .contains("com.stranger.Hangs")
        .contains("did not come back within 10 s; it was in com.stranger.Hangs.");
  }

  @Test
  void theServerSaysItOfTheStudyAndGoesOn() throws IOException, InterruptedException {
    training();
    Process server =
        sluice.start("--plugins", "dropped", "serve", "--port", "0", "--store", "jsonl:web");
    try {
      URI studies = URI.create(sluice.address(server)).resolve("api/studies");
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(study());
      String posted =
          send(
              client,
              HttpRequest.newBuilder(studies)
                  .header("Content-Type", "application/yaml")
                  .POST(body)
                  .build());
      assertThat(posted).contains("\"queued\"");
      String state;
      do {
        state = send(client, HttpRequest.newBuilder(studies).build());
        Thread.sleep(100);
      } while (state.contains("\"queued\"") || state.contains("\"running\""));
      assertThat(state).contains("\"finished\"");
      String id = posted.replaceAll("(?s).*\"id\"\\s*:\\s*\"(bad-[0-9a-f]{8})\".*", "$1");
      state = send(client, HttpRequest.newBuilder(URI.create(studies + "/" + id)).build());
      for (List<String> bad : TRAINING) {
        assertThat(state)
            .containsOnlyOnce("2 trials failed: activation " + bad.get(0) + " of plugin");
      }
    } finally {
      server.destroy();
    }
    SluiceProcess.Ended ended = sluice.end(server);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(143);
  }

  private static String send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
