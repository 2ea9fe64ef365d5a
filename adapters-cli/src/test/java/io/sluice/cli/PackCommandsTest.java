package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PluginReport.Rejected;
import io.sluice.spi.Activation;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands do with packs. */
class PackCommandsTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir Path folder;

  @Test
  void formulasAreShownAsPacksThatLoadBack() {
    CommandLineFixture.Done done =
        sluice.run("show", "x * tanh(a * x)", "--set", "a=1.5", "--format", "yaml");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).contains("formula: x * tanh(a * x)\n", "trainable: [a]\n");
    Pack pack = new PackFile().read(done.out(), "shown.yaml");
    assertThat(pack.components(Activation.class).get(0).value(1))
        .isCloseTo(Math.tanh(1.5), within(1e-15));
  }

  @Test
  void whatHasNoFormulaIsRefused() {
    assertThat(sluice.run("show", "ramp", "--format", "yaml"))
        .isEqualTo(
            new CommandLineFixture.Done(
                1, "", "sluice: ramp has no formula, so that no text can define it\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show ramp --format yaml --passport|is for what a component is",
        "show adam --format yaml|no activation \"adam\"",
        "show ramp --format yaml --cost|is for what a component is",
        "show ramp --format yml|yaml",
        "plugins new lifted --set a=1|--set needs --formula",
        "plugins new lifted --formula x+|is missing",
        "plugins new ramp --formula x^3|already",
        "plugins new Lifted --formula x^3|must be like"
      })
  void whatMakesNoSenseIsRefused(String line, String message) {
    CommandLineFixture.Done done = sluice.run(line.split(" "));
    assertThat(done.exitCode()).isNotZero();
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).contains(message);
    assertThat(Path.of("lifted.yaml")).doesNotExist();
  }

  @Test
  void rejectedPlacesAreToldAsPlaces() {
    sluice.rejected =
        new Rejected[] {
          new Rejected("folder/mine.yaml", "mine.yaml:4:9", "no such function"),
          new Rejected("folder/some.jar", "META-INF/sluice/a.yaml:1:2", "no such key"),
          new Rejected("folder/some.jar", "org.example.Broken", "is abstract")
        };
    CommandLineFixture.Done done = sluice.run("list", "activations", "--strict");
    assertThat(done.errLines())
        .containsExactly(
            "sluice: warning: rejected mine.yaml:4:9: no such function",
            "sluice: warning: rejected META-INF/sluice/a.yaml:1:2 in some.jar: no such key",
            "sluice: warning: rejected org.example.Broken in some.jar: is abstract",
            "sluice: 2 plugins were rejected, and --strict allows none");
    assertThat(sluice.rejected[0]).hasToString("mine.yaml:4:9: no such function");
    assertThat(sluice.rejected[1]).hasToString("some.jar: META-INF/sluice/a.yaml:1:2: no such key");
    assertThat(sluice.rejected[2]).hasToString("some.jar: org.example.Broken is abstract");
  }

  @Test
  void pluginsMayNameAFile() throws IOException {
    Path pack = Files.writeString(folder.resolve("mine.yaml"), "pack: mine");
    Path text = Files.writeString(folder.resolve("mine.txt"), "pack: mine");
    assertThat(sluice.run("list", "activations", "--plugins", pack.toString()).exitCode()).isZero();
    assertThat(sluice.loads.get(0)).containsExactly(pack);
    assertThat(sluice.run("list", "activations", "--plugins", text.toString()).err())
        .contains("--plugins must name a folder or a plugin's file, but " + text + " is none");
    assertThat(sluice.run("plugins", "remove", "mine", "--plugins", pack.toString()).err())
        .contains("--plugins must name a folder here, but " + pack + " is a file");
  }
}
