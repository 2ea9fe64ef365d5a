package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginInstaller.Installed;
import io.sluice.engine.catalog.PluginInstaller.Order;
import io.sluice.engine.catalog.PluginRefusedException;
import io.sluice.engine.catalog.PluginReport.Rejected;
import io.sluice.spi.TrainableActivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as plugins. */
class PackPluginTest {

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  private static String pack(String id, String... entries) {
    return "pack: "
        + id
        + "\nversion: 2.1.0\nactivations:\n  - "
        + String.join("\n  - ", entries)
        + "\n";
  }

  private static String cube(String id) {
    return "{id: " + id + ", formula: a * x^3, set: {a: 2}, trainable: [a]}";
  }

  private static List<String> reasons(Components components) {
    return components.report().rejected().stream().map(Rejected::toString).toList();
  }

  @Test
  void aPackIsListedWithOriginAndHash() throws IOException {
    Path file = Files.writeString(folder.own("mine.yaml"), pack("mine", cube("cube"), cube("two")));
    Components components = folder.loadBesideSoundOne();
    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.report().loaded().get(0).origin())
        .isEqualTo(new Origin("mine", "2.1.0", "mine.yaml", Sha256.of(file)));
    assertThat(components.report().loaded().get(0).components())
        .containsExactly("activation cube", "activation two");
    assertThat(components.report().loaded().get(0).places()).containsEntry("two", "mine.yaml:5:10");
    assertThat(components.activations().find("cube").orElseThrow().component())
        .isInstanceOfSatisfying(
            TrainableActivation.class, cube -> assertThat(cube.value(2)).isEqualTo(16));
  }

  @Test
  void oneMistakeRefusesAllOfAPackAndNothingElse() throws IOException {
    Files.writeString(
        folder.own("mine.yaml"),
        pack("mine", cube("good"), "{id: bad, formula: x + tnah(x)}", "{id: worse, formla: x}"));
    Files.writeString(folder.own("other.yml"), pack("other", cube("other")));
    Components components = folder.loadBesideSoundOne();
    assertThat(PluginFolder.ids(components)).containsExactly("other", "sound");
    assertThat(reasons(components))
        .hasSize(3)
        .allMatch(line -> line.startsWith("mine.yaml:"))
        .anyMatch(line -> line.startsWith("mine.yaml:5:28: ") && line.contains("\"tanh\""))
        .anyMatch(line -> line.startsWith("mine.yaml:6:") && line.contains("\"formula\""));
  }

  @Test
  void aNameThatIsTakenIsRefusedAtItsPlace() throws IOException {
    Files.writeString(
        folder.further("mine.yaml"),
        pack("mine", cube("good"), "{id: fine, aliases: [sound], formula: x^3}"));
    Components components = folder.loadBesideSoundOne();
    assertThat(PluginFolder.ids(components)).containsExactly("sound");
    assertThat(reasons(components))
        .singleElement()
        .asString()
        .startsWith(
            "mine.yaml:5:26: the alias \"sound\" is already the name of the activation \"sound\" of"
                + " zz-sound 1.0.0");
  }

  @Test
  void aSecondPluginOfOneIdIsRefused() throws IOException {
    Files.writeString(folder.own("a.yaml"), pack("zz-sound", cube("cube")));
    Files.writeString(folder.own("b.yaml"), pack("zz-sound", cube("other")));
    PluginJar.withActivation("zz-sound", "sound").writeTo(folder.own("c.jar"));
    Components components = folder.load();
    assertThat(PluginFolder.ids(components)).containsExactly("cube");
    assertThat(reasons(components))
        .containsExactly(
            "b.yaml: its plugin id \"zz-sound\" is taken by version 2.1.0 in a.yaml; remove one of"
                + " the two",
            "c.jar: its plugin id \"zz-sound\" is taken by version 2.1.0 in a.yaml; remove one of"
                + " the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pack: mine|true",
        "# words~~---~pack : mine|true",
        "version: 1~'pack': mine|true",
        "'  version: 1~  pack: mine'|true",
        "{\"version\": 1, \"pack\": \"mine\"}|true",
        "version: 1~activations: [1]|true",
        "pack mine~pack: &broken [|true",
        "study: mine~activations: [relu]|false",
        "services:~  pack: mine|false",
        "- pack: mine|false",
        "unpack: mine|false",
        "''|false"
      })
  void onlyTextsThatLookLikePacksAreTakenForThem(String text, boolean meant) throws IOException {
    Files.writeString(folder.own("some.yaml"), text.replace("~", "\n"));
    Components components = folder.load();
    assertThat(
            !components.report().rejected().isEmpty()
                || !components.activations().entries().isEmpty())
        .isEqualTo(meant);
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    byte[] latin = "pack: mine\n# \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.own("latin.yaml"), latin);
    Files.writeString(folder.own("long.yaml"), "pack: mine\n#" + "-".repeat(2_000_000));
    Files.createDirectory(folder.own("folder.yaml"));
    assertThat(reasons(folder.load()))
        .containsExactly(
            "latin.yaml: is not UTF-8 text",
            "long.yaml: is too long: a pack has at most 2000000 bytes");
  }

  @Test
  void aFileCanBeNamedInsteadOfAFolder() throws IOException {
    Path file = Files.writeString(temporary.resolve("mine.yaml"), pack("mine", cube("cube")));
    Path jar = PluginJar.withActivation("p", "triple").writeTo(temporary.resolve("p.jar"));
    assertThat(PluginFolder.ids(folder.host().load(List.of(file, jar))))
        .containsExactly("cube", "triple");
  }

  @Test
  void aJarCarriesPacksBesideClassesOrAlone() throws IOException {
    PluginJar.withActivation("p", "triple")
        .entry("META-INF/sluice/more.yaml", pack("more", cube("cube")))
        .entry("META-INF/sluice/wrong.yml", pack("wrong", "{id: bad, formula: x +}"))
        .entry("META-INF/sluice/read-me.txt", "no pack")
        .writeTo(folder.own("p.jar"));
    Path alone =
        PluginJar.of("alone")
            .withoutIndex()
            .entry("META-INF/sluice/more.yaml", pack("more", cube("third")))
            .writeTo(folder.own("q.jar"));
    Components components = folder.load();
    assertThat(PluginFolder.ids(components)).containsExactly("cube", "third", "triple");
    assertThat(components.activations().find("third").orElseThrow().origin())
        .isEqualTo(new Origin("alone", "1.0.0", "q.jar", Sha256.of(alone)));
    assertThat(reasons(components))
        .singleElement()
        .asString()
        .startsWith("p.jar: META-INF/sluice/wrong.yml:4:27: ");
  }

  @Test
  void packsAreInstalledPinnedReplacedAndRemoved() throws IOException {
    FolderInstaller installer = new FolderInstaller(folder.host(), folder.own);
    Path file = Files.writeString(temporary.resolve("mine.yaml"), pack("mine", cube("cube")));
    assertThat(installer.install(order(file, true, false)))
        .isEqualTo(new Installed("mine", "2.1.0", folder.own("mine.yaml"), Sha256.of(file), true));
    assertThat(PluginFolder.ids(folder.load())).containsExactly("cube");

    Path newer = Files.writeString(temporary.resolve("new.yaml"), pack("mine", cube("fresh")));
    assertThatThrownBy(() -> installer.install(order(newer, false, false)))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("the plugin \"mine\" is there already, version 2.1.0");
    installer.install(order(newer, false, true));
    assertThat(PluginFolder.ids(folder.load())).containsExactly("fresh");

    assertThat(installer.remove("mine", Optional.empty(), false)).isEqualTo(folder.own("new.yaml"));
    assertThat(PluginFolder.ids(folder.load())).isEmpty();
  }

  @Test
  void aPinnedPackThatWasChangedIsRejected() throws IOException {
    FolderInstaller installer = new FolderInstaller(folder.host(), folder.own);
    Path file = Files.writeString(temporary.resolve("mine.yaml"), pack("mine", cube("cube")));
    installer.install(order(file, true, false));
    Files.writeString(folder.own("mine.yaml"), pack("mine", cube("changed")));
    assertThat(reasons(folder.load()))
        .singleElement()
        .asString()
        .startsWith("mine.yaml: is not the file that was pinned");
  }

  @Test
  void aWrongPackIsNotInstalledAndIsRemovedByItsFileName() throws IOException {
    FolderInstaller installer = new FolderInstaller(folder.host(), folder.own);
    Path file = Files.writeString(temporary.resolve("bad.yaml"), pack("bad", "{id: x}"));
    assertThatThrownBy(() -> installer.install(order(file, false, true)))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("bad.yaml:4:5: \"formula\" is missing");
    Files.copy(file, folder.own("bad.yaml"));
    assertThat(installer.remove("bad.yaml", Optional.empty(), false))
        .isEqualTo(folder.own("bad.yaml"));
  }

  private static Order order(Path file, boolean pin, boolean force) {
    return new Order(file, Optional.empty(), Optional.empty(), pin, force);
  }
}
