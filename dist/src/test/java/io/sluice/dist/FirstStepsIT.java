package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer tries first. */
class FirstStepsIT {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sluice-activations",
        "sluice-optimizers",
        "sluice-store-sqlite",
        "sluice-store-jsonl",
        "sluice-store-postgres",
        "sluice-store-csv"
      })
  void everyBuiltInPluginHasAnIndexAndBundlesNoPort(String plugin) throws IOException {
    Path plugins = SluiceProcess.home().resolve("plugins");
    try (var files = Files.list(plugins)) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().startsWith(plugin)).toList();
      assertThat(jars).hasSize(1);
      try (JarFile jar = new JarFile(jars.get(0).toFile())) {
        assertThat(jar.getEntry("META-INF/extensions.idx")).isNotNull();
        assertThat(jar.stream().map(Object::toString))
            .noneMatch(name -> name.startsWith("io/sluice/spi/"))
            .noneMatch(name -> name.startsWith("org/slf4j/"));
      }
    }
  }

  @Test
  void aDistributionThatWasMovedStartsWithoutItsArchive() throws IOException {
    assertThat(SluiceProcess.home().resolve("lib/classes.jsa")).exists();
    Path moved = folder.resolve("moved here");
    try (var files = Files.walk(SluiceProcess.home())) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            moved.resolve(SluiceProcess.home().relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    SluiceProcess.Ended ended = new SluiceProcess(folder, moved).run("--version");
    assertThat(ended.done()).startsWith("sluice 0.");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void nothingIsRejectedAndTheAnswerEndsTheRun() {
    SluiceProcess sluice = new SluiceProcess(folder);
    assertThat(sluice.run("--version").done()).startsWith("sluice 0.");
    assertThat(sluice.run("--strict", "list", "activations", "--format", "csv").done().lines())
        .hasSizeGreaterThan(400);
    assertThat(sluice.run("list", "optimizers", "--format", "csv").done().lines())
        .hasSizeGreaterThan(150);

    SluiceProcess.Ended ran = sluice.run("run", "quickstart", "--set", "repeats=4");
    assertThat(ran.done()).contains("xor").contains("adam").contains("tanh");
    assertThat(folder.resolve("results/sluice.db")).exists();

    String rows = sluice.run("export", "quickstart", "--what", "trials").done();
    String key = rows.lines().skip(1).findFirst().orElseThrow().split(",")[1];
    assertThat(sluice.run("reproduce", key).done()).contains(key);
  }

  @Test
  void aMistakeIsNamedWithItsPlaceAndCostsNothing() throws IOException {
    Path study = SmallStudy.write(folder, "[tanh, snack]", 1);
    SluiceProcess.Ended ended = new SluiceProcess(folder).run("run", study.toString());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("small.yaml:12:").contains("snake");
    assertThat(folder.resolve("results")).doesNotExist();
  }
}
