package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activations without Java: from a text in an empty folder to a finished study. */
class PackIT {

  private static final String WRONG = "    formula: sofplus(b * x) - c";

  @TempDir Path folder;

  private Path pack(String third) throws IOException {
    return Files.writeString(
        folder.resolve("my-activations.yaml"),
        String.join(
            "\n",
            "pack: my-activations",
            "version: 1.2.0",
            "activations:",
            "  - id: tanh-lift",
            "    summary: Lifts x by a tanh",
            "    formula: x * tanh(a * x)",
            "    set: {a: {preset: 1.5, range: [-10, 10], doc: how steep}}",
            "    trainable: [a]",
            "    train: per-unit",
            "  - id: bent-line",
            "    formula: x if x > 0 else x / (1 - x)",
            "    kinks: []",
            "  - id: soft-floor",
            third,
            "    set: {b: 1, c: 0.5}",
            "    trainable: [c]",
            ""));
  }

  @Test
  void threeActivationsComeFromAnEmptyFolderToAFinishedStudy() throws Exception {
    pack(WRONG);
    SmallStudy.write(folder, "[tanh, tanh-lift, bent-line, soft-floor]", 2);
    SluiceProcess sluice = new SluiceProcess(folder);

    String complaint =
        "my-activations.yaml:14:14: unknown function \"sofplus\" (did you mean \"softplus\"?)";
    SluiceProcess.Ended checked = sluice.run("plugins", "check", "my-activations.yaml");
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.out()).contains(complaint, "my-activations.yaml: cannot be used");
    SluiceProcess.Ended refused = sluice.run("list", "activations", "--plugins", ".");
    assertThat(refused.done()).contains("tanh").doesNotContain("tanh-lift");
    assertThat(refused.err()).contains("rejected " + complaint);
    assertThat(sluice.run("run", "small.yaml", "--plugins", ".", "--strict").exitCode())
        .isEqualTo(1);

    Path mended = pack(WRONG.replace("sofplus", "softplus"));
    assertThat(sluice.run("plugins", "check", mended.toString()).done())
        .contains("checks of 3 components passed");
    sluice.run("plugins", "install", mended.toString(), "--plugins", "kept").exitCode();
    Files.createDirectories(folder.resolve("kept"));
    sluice.run("plugins", "install", mended.toString(), "--plugins", "kept").done();
    assertThat(sluice.run("plugins", "--plugins", "kept").done())
        .containsPattern("my-activations +1\\.2\\.0 +my-activations\\.yaml +[0-9a-f]{12}");
    assertThat(sluice.run("show", "tanh-lift", "--plugins", "kept").done())
        .contains("trainable a; per-unit", "my-activations 1.2.0 in my-activations.yaml");
    assertThat(sluice.run("show", "tanh-lift", "--plugins", "kept", "--passport").done())
        .contains("tanh-lift");

    sluice.run("run", "small.yaml", "--plugins", "kept", "--store", "jsonl:results").done();
    assertThat(sluice.run("export", "small", "--what", "trials", "--store", "jsonl:results").done())
        .contains("tanh-lift", "bent-line", "soft-floor");
    assertThat(
            sluice
                .run("reproduce", "small/1", "--plugins", "kept", "--store", "jsonl:results")
                .done())
        .contains("equal");
    assertThat(webCatalog(sluice)).contains("\"tanh-lift\"", "\"my-activations\"");
    sluice.run("plugins", "remove", "my-activations", "--plugins", "kept").done();
    assertThat(folder.resolve("kept/my-activations.yaml")).doesNotExist();
  }

  private static String webCatalog(SluiceProcess sluice) throws Exception {
    Process server = sluice.start("serve", "--port", "0", "--plugins", "kept");
    try {
      URI catalog = URI.create(sluice.address(server) + "api/catalog");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(catalog).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void aFormulaBecomesAPackAndWhatIsShownLoadsBack() throws IOException {
    SluiceProcess sluice = new SluiceProcess(folder);
    assertThat(
            sluice
                .run("plugins", "new", "lifted", "--formula", "x * tanh(a*x)", "--set", "a=1.5")
                .done())
        .contains("lifted.yaml");
    assertThat(sluice.run("plugins", "check", "lifted.yaml").done()).contains("passed");
    String shown =
        sluice.run("show", "lifted", "--format", "yaml", "--plugins", "lifted.yaml").done();
    assertThat(Files.readString(folder.resolve("lifted.yaml"))).isEqualTo(shown);

    String softsign = sluice.run("show", "softsign", "--format", "yaml").done();
    Files.writeString(folder.resolve("own.yaml"), softsign.replace("softsign", "own-softsign"));
    assertThat(sluice.run("plugins", "check", "own.yaml").done()).contains("passed");
    Files.writeString(folder.resolve("taken.yaml"), softsign);
    assertThat(sluice.run("list", "activations", "--plugins", "taken.yaml").err())
        .contains("taken.yaml:4:9: the id \"softsign\" is already the name of the activation");
  }
}
