package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir Path folder;

  @Test
  void thePageAndItsDrawingsAreWrittenIntoANewFolder() throws IOException {
    Path out = folder.resolve("new/docs");
    CommandLineFixture.Done done = run("--of", "small", "--out", out.toString());
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).isEmpty();
    assertThat(done.errLines())
        .containsExactly("wrote " + out.resolve("activations.md") + " about 4 activations");
    assertThat(Files.readString(out.resolve("activations.md"))).contains("hyperbolic-tangent");
    try (var drawings = Files.list(out.resolve("activations"))) {
      assertThat(drawings.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("identity.svg", "ramp.svg", "tanh.svg");
    }
  }

  @Test
  void aPluginWithoutActivationsIsNamedWithThoseThatHaveSome() {
    CommandLineFixture.Done done = run("--of", "smal", "--out", folder.toString());
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.errLines())
        .containsExactly(
            "sluice: no plugin \"smal\" with activations (did you mean \"small\"?); there are"
                + " small");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thePresetIsThePluginOfTheBuiltInOnes() {
    assertThat(run("--out", folder.toString()).err()).contains("\"sluice-activations\"");
  }

  @Test
  void aFileIsNoFolderForAPage() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineFixture.Done done = run("--of", "small", "--out", file.toString());
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err())
        .isEqualTo("sluice: --out must name a folder, but " + file + " is none\n");
  }

  private CommandLineFixture.Done run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "docs";
    arguments[1] = "activations";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return sluice.run(arguments);
  }
}
