package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar compiled when 0.1 was made runs in a study of today, and gives what it gave then. */
class FrozenPluginIT {

  private static final Path JAR =
      Path.of("../plugins/host/src/test/resources/io/sluice/plugin/frozen-0.1.jar");

  @TempDir Path folder;

  @Test
  void runsInAStudyWithEveryKindOfComponent() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("old ones"));
    Files.copy(JAR, plugins.resolve("frozen.jar"));
    String study =
        SmallStudy.text("[frozen-tanh, frozen-ramp, {id: frozen-ramp, train: per-unit}]", 2)
            .replace("{id: adam, learning-rate: [0.01, 0.1]}", "frozen-momentum")
            .replace("{id: adamm, population-size: 20}", "frozen-search");
    Files.writeString(folder.resolve("small.yaml"), study);
    SluiceProcess sluice = new SluiceProcess(folder);

    sluice.run("--strict", "--plugins", "old ones", "run", "small.yaml").done();
    String rows = sluice.run("export", "small", "--what", "trials").done();

    assertThat(rows.lines().skip(1).count()).isEqualTo(2L * 3 * 3 * 2 * 2 * 2);
    assertThat(rows).contains("frozen-momentum", "frozen-search", "frozen-tanh", "frozen-ramp");
    assertThat(rows).doesNotContain(",failed,");
  }
}
