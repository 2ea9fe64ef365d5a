package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.catalog.PluginInstaller.Installed;
import io.sluice.engine.catalog.PluginInstaller.Order;
import io.sluice.engine.catalog.PluginRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInstallerTest {

  @TempDir private Path temporary;
  private PluginFolder folder;
  private PluginInstaller installer;
  private Path jar;

  @BeforeEach
  void makeAPlugin() throws IOException {
    folder = new PluginFolder(temporary);
    installer = new FolderInstaller(folder.host(), folder.own);
    jar = build("p", "1.0.0", "p.jar");
  }

  @Test
  void inspectionLoadsTheFileAlone() {
    PluginJar.withActivation("other", "triple").writeTo(folder.own("other.jar"));
    Components components = installer.inspect(jar, Optional.empty(), List.of());
    assertThat(PluginFolder.ids(components)).containsExactly("triple");
    assertThat(components.report().loaded()).hasSize(1);
    assertThat(components.report().rejected()).isEmpty();
  }

  @Test
  void inspectionSaysWhyAPluginIsNotUsable() {
    Path broken = PluginJar.withActivation("p", "triple").withoutIndex().writeTo(jar);
    assertThat(PluginFolder.only(installer.inspect(broken, Optional.empty(), List.of())).reason())
        .startsWith("has no META-INF/extensions.idx");
  }

  @Test
  void aFileOfAnotherHashIsNotEvenLoaded() throws IOException {
    String hash = "ab".repeat(32);
    assertThatThrownBy(() -> installer.inspect(jar, Optional.of(hash), List.of()))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage(jar + " has the SHA-256 " + Sha256.of(jar) + ", not " + hash);
    assertThatThrownBy(
            () ->
                installer.install(new Order(jar, Optional.empty(), Optional.of(hash), false, true)))
        .hasMessageContaining(", not " + hash);
    assertThat(files(folder.own)).isEmpty();
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertThatThrownBy(() -> installer.inspect(Path.of("absent.jar"), Optional.empty(), List.of()))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage("there is no file absent.jar");
    assertThatThrownBy(() -> installer.inspect(temporary, Optional.empty(), List.of()))
        .hasMessageContaining("is not a plugin file but a folder");
  }

  @Test
  void installedPluginIsLoadedFromThenOn() throws IOException {
    Installed installed = installer.install(order(false, false));
    assertThat(installed)
        .isEqualTo(new Installed("p", "1.0.0", folder.own("p.jar"), Sha256.of(jar), false));
    assertThat(files(folder.own)).containsExactly("p.jar");
    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
    assertThat(installer.install(order(false, false))).isEqualTo(installed);
  }

  @Test
  void aFolderThatIsNotThereIsMade() {
    Path made = folder.own("made/here");
    installer.install(new Order(jar, Optional.of(made), Optional.empty(), false, false));
    assertThat(made.resolve("p.jar")).hasSameBinaryContentAs(jar);
  }

  @Test
  void aPinIsWrittenAndKeptWhenThePluginIsReplaced() throws IOException {
    installer.install(order(true, false));
    assertThat(Files.readString(folder.own(Pins.FILE))).contains(Sha256.of(jar) + "  p.jar\n");
    Path newer = build("p", "1.1.0", "p.jar");
    assertThatThrownBy(() -> installer.install(order(false, false)))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage(
            "the plugin \"p\" is there already, version 1.0.0 in "
                + folder.own("p.jar")
                + "; --force replaces it");
    assertThat(installer.install(order(false, true)).pinned()).isTrue();
    assertThat(Files.readString(folder.own(Pins.FILE))).contains(Sha256.of(newer) + "  p.jar\n");
    assertThat(folder.load().report().rejected()).isEmpty();
  }

  @Test
  void anotherVersionUnderAnotherNameTakesThePlaceOfTheOld() throws IOException {
    installer.install(order(true, false));
    Path newer = build("p", "1.1.0", "p-1.1.0.jar");
    installer.install(new Order(newer, Optional.empty(), Optional.empty(), true, true));
    assertThat(files(folder.own)).containsExactly("p-1.1.0.jar", Pins.FILE);
    assertThat(Files.readString(folder.own(Pins.FILE))).doesNotContain("  p.jar");
  }

  @Test
  void anotherPluginsFileIsNotOverwritten() {
    PluginJar.withActivation("q", "quadruple").writeTo(folder.own("p.jar"));
    assertThatThrownBy(() -> installer.install(order(false, false)))
        .hasMessage(
            "there is another file "
                + folder.own("p.jar")
                + "; rename yours, or replace it with --force");
  }

  @Test
  void whatIsNoPluginIsNeverInstalled() {
    PluginJar.withActivation("p", "triple").withoutManifest().writeTo(jar);
    assertThatThrownBy(() -> installer.install(order(false, true)))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageStartingWith(jar + " has no META-INF/MANIFEST.MF");
  }

  @Test
  void removedPluginIsGoneWithItsPin() throws IOException {
    installer.install(order(true, false));
    assertThat(installer.remove("p", Optional.empty(), false)).isEqualTo(folder.own("p.jar"));
    assertThat(files(folder.own)).containsExactly(Pins.FILE);
    assertThat(Files.readString(folder.own(Pins.FILE))).doesNotContain("p.jar");
  }

  @Test
  void aFileThatIsNoPluginIsRemovedByItsName() throws IOException {
    Files.writeString(folder.further("odd.jar"), "no jar");
    assertThat(installer.remove("odd.jar", Optional.of(folder.further), false))
        .isEqualTo(folder.further("odd.jar"));
    assertThat(files(folder.further)).isEmpty();
  }

  @Test
  void aPluginThatIsNotThereIsNamedWithTheNearest() {
    PluginJar.withActivation("soft-ramp", "soft-ramp").writeTo(folder.own("r.jar"));
    assertThatThrownBy(() -> installer.remove("soft-rmap", Optional.empty(), false))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage(
            "there is no plugin \"soft-rmap\" in " + folder.own + " (did you mean \"soft-ramp\"?)");
  }

  @Test
  void aPluginOfSluiceItselfIsRemovedByForceAlone() throws IOException {
    PluginJar.withActivation("sluice-ramps", "ramp")
        .manifest("Plugin-Provider", "io.sluice")
        .writeTo(folder.own("ramps.jar"));
    assertThatThrownBy(() -> installer.remove("sluice-ramps", Optional.empty(), false))
        .hasMessage("\"sluice-ramps\" belongs to Sluice itself; --force removes it all the same");
    installer.remove("sluice-ramps", Optional.empty(), true);
    assertThat(files(folder.own)).isEmpty();
  }

  @Test
  void whatAFileDependsOnIsFoundAmongFilesFoldersAndInstalledPlugins() throws IOException {
    Path user = needing("user", "library@>=1.0.0").writeTo(temporary.resolve("user.jar"));
    assertThat(PluginFolder.only(installer.inspect(user, Optional.empty(), List.of())).reason())
        .isEqualTo("needs the plugin \"library\", which is missing or rejected");
    Path library = needing("library", "base").writeTo(temporary.resolve("library.jar"));
    Path base = PluginJar.withActivation("base", "base").writeTo(folder.further("base.jar"));

    assertSound(installer.inspect(user, Optional.empty(), List.of(library, base)), "user");
    assertSound(
        installer.inspect(user, Optional.empty(), List.of(library, folder.further)), "user");
    Files.copy(base, folder.own("base.jar"));
    assertSound(installer.inspect(user, Optional.empty(), List.of(library)), "user");
    Files.copy(library, folder.own("library.jar"));
    assertSound(installer.inspect(user, Optional.empty(), List.of()), "user");
  }

  private static void assertSound(Components components, String id) {
    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.report().loaded()).hasSize(1);
    assertThat(PluginFolder.ids(components)).containsExactly(id);
  }

  @Test
  void aDependencyOfAnotherVersionIsNamed() {
    Path user = needing("user", "p@>=2.0.0").writeTo(temporary.resolve("user.jar"));
    assertThat(PluginFolder.only(installer.inspect(user, Optional.empty(), List.of(jar))).reason())
        .isEqualTo("needs the plugin \"p\" in version >=2.0.0, but there is 1.0.0");
  }

  @Test
  void aPluginThatOthersNeedIsRemovedByForceAlone() throws IOException {
    PluginJar.withActivation("library", "base").writeTo(folder.own("library.jar"));
    needing("user", "library@>=1.0.0").writeTo(folder.own("user.jar"));
    needing("second", "library").writeTo(folder.own("a-second.jar"));
    needing("happy", "library?").writeTo(folder.own("happy.jar"));
    assertThatThrownBy(() -> installer.remove("library", Optional.empty(), false))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage(
            "\"library\" is needed by second ("
                + folder.own("a-second.jar")
                + "), user ("
                + folder.own("user.jar")
                + "); remove those first, or --force removes it all the same");
    assertThat(folder.own("library.jar")).exists();
    installer.remove("second", Optional.empty(), false);
    assertThatThrownBy(() -> installer.remove("library", Optional.empty(), false))
        .hasMessageContaining("needed by user (")
        .hasMessageContaining("; remove that first");
    installer.remove("library", Optional.empty(), true);
    assertThat(folder.own("library.jar")).doesNotExist();
  }

  @Test
  void packagesThatSluiceProvidesAreKnown() {
    assertThat(List.of("io.sluice.spi", "io.sluice.math", "org.pf4j", "org.slf4j.event"))
        .allMatch(installer::provides);
    assertThat(List.of("io.sluice", "io.sluice.spirit", "org.example", "org.pf4jx"))
        .noneMatch(installer::provides);
  }

  private static PluginJar needing(String id, String dependencies) {
    return PluginJar.withActivation(id, id).manifest("Plugin-Dependencies", dependencies);
  }

  private Path build(String id, String version, String file) {
    return PluginJar.withActivation(id, "triple")
        .manifest("Plugin-Version", version)
        .writeTo(temporary.resolve(file));
  }

  private Order order(boolean pin, boolean force) {
    return new Order(jar, Optional.empty(), Optional.empty(), pin, force);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
