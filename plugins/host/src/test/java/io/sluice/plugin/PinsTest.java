package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsTest {

  @TempDir private Path temporary;
  private PluginFolder folder;
  private Path jar;

  @BeforeEach
  void dropAPlugin() {
    folder = new PluginFolder(temporary);
    jar = PluginJar.withActivation("p", "triple").writeTo(folder.further("p.jar"));
  }

  @Test
  void aFileWithThePinnedHashIsLoaded() throws IOException {
    lock("# a remark", "", Sha256.of(jar) + "  p.jar");
    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
  }

  @Test
  void aFileWithoutAPinIsLoaded() throws IOException {
    lock("ab".repeat(32) + "  other.jar");
    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
  }

  @Test
  void aFileThatDiffersFromItsPinIsRejectedWithBothHashes() throws IOException {
    lock("ab".repeat(32) + "  p.jar");
    Components components = folder.loadBesideSoundOne();
    assertThat(PluginFolder.ids(components)).containsExactly("sound");
    assertThat(PluginFolder.only(components).reason())
        .isEqualTo(
            "is not the file that was pinned: its SHA-256 is "
                + Sha256.of(jar).substring(0, 12)
                + "…, but plugins.lock says abababababab…; if you trust it, install it again with"
                + " --pin --force or delete its line");
  }

  @Test
  void nothingIsLoadedBesideALockThatCannotBeUnderstood() throws IOException {
    lock("abc  p.jar");
    Components components = folder.loadBesideSoundOne();
    assertThat(PluginFolder.ids(components)).containsExactly("sound");
    assertThat(PluginFolder.only(components).reason())
        .isEqualTo(
            "is not loaded because line 1 of its plugins.lock is not a SHA-256, two blanks and a"
                + " file name, but \"abc p.jar\"".replace("abc p", "abc  p"));
  }

  @Test
  void pinsAreWrittenAsTheyAreRead() throws IOException {
    Pins.of(folder.further)
        .with("b.jar", "b0".repeat(32))
        .with("a b.jar", "a0".repeat(32))
        .with("c.jar", "c0".repeat(32))
        .without("c.jar")
        .writeTo(folder.further);
    assertThat(Files.readAllLines(folder.further(Pins.FILE)))
        .hasSize(3)
        .containsSubsequence("a0".repeat(32) + "  a b.jar", "b0".repeat(32) + "  b.jar");
    assertThat(Pins.of(folder.further).of("a b.jar")).contains("a0".repeat(32));
    assertThat(Pins.of(folder.further).of("c.jar")).isEmpty();
  }

  private void lock(String... lines) throws IOException {
    Files.writeString(folder.further(Pins.FILE), String.join("\n", lines) + "\n");
  }
}
