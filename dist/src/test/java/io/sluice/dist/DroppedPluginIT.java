package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's activation: from twelve lines of Java to rows in two stores. */
class DroppedPluginIT {

  @TempDir Path folder;

  @Test
  void isListedRunAndKeptInEitherStore() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("dropped"));
    new StrangersPlugins()
        .activation(
            "soft-cube",
            "  public double value(double x) { return x * x * x / (1 + x * x); }",
            "  public double slope(double x) {",
            "    double s = x * x;",
            "    return Double.isInfinite(s) ? 1 : s * (s + 3) / ((1 + s) * (1 + s));",
            "  }")
        .writeTo(plugins);
    Files.writeString(plugins.resolve("broken.jar"), "this is no jar");
    SmallStudy.write(folder, "[tanh, soft-cube]", 3);
    SluiceProcess sluice = new SluiceProcess(folder);
    String dropped = plugins.toString();

    SluiceProcess.Ended listed = sluice.run("--plugins", dropped, "list", "activations");
    assertThat(listed.done()).containsPattern("soft-cube.*soft-cube-plugin");
    assertThat(listed.err()).contains("broken.jar");
    assertThat(sluice.run("--plugins", dropped, "plugins").done())
        .contains("soft-cube.jar")
        .contains("broken.jar")
        .contains("sluice-optimizers");
    assertThat(sluice.run("--strict", "--plugins", dropped, "list", "activations").exitCode())
        .isEqualTo(1);

    String bySqlite = rows(sluice, dropped, "sqlite:results/small.db");
    String byJsonl = rows(sluice, dropped, "jsonl:results/small");
    assertThat(bySqlite.lines().filter(line -> line.contains("soft-cube")).count())
        .isEqualTo(2L * 2 * 4 * 2 * 3);
    assertThat(byJsonl).isEqualTo(bySqlite);
  }

  private static String rows(SluiceProcess sluice, String plugins, String store) {
    sluice.run("--plugins", plugins, "run", "small.yaml", "--store", store).done();
    return sluice.run("export", "small", "--what", "trials", "--store", store).done();
  }
}
