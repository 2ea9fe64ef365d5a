package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.PluginRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that unpack to more than they look, and things that only have the name of a file. */
class HostileFilesTest {

  private static final int MIB = 1 << 20;
  private static final String PROPERTIES = "plugin.id=zipped\nplugin.version=1.2.3\n";

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  private String reason() {
    return PluginFolder.only(folder.loadBesideSoundOne()).reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/extensions.idx",
        "META-INF/MANIFEST.MF",
        "meta-inf/Manifest.mf",
        "META-INF/INDEX.LIST",
        "plugin.properties"
      })
  void descriptionsOfJarsAreSmall(String entry) throws IOException {
    bomb(folder.own("bomb.jar"), entry, MIB + 1);
    assertThat(reason())
        .isEqualTo("has the entry " + entry + ", which unpacks to more than the 1 MiB allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugin.properties",
        "classes/META-INF/extensions.idx",
        "classes/META-INF/MANIFEST.MF"
      })
  void descriptionsOfZipsAreSmall(String entry) throws IOException {
    bomb(folder.own("bomb.zip"), entry, MIB + 1);
    assertThat(reason())
        .isEqualTo("has the entry " + entry + ", which unpacks to more than the 1 MiB allowed");
  }

  @Test
  void anIndexOfJustTheSizeAllowedIsRead() throws IOException {
    PluginJar.withActivation("p", "triple")
        .index("#" + "x".repeat(MIB - 29), "org.example.Triple")
        .writeTo(folder.own("p.jar"));
    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
  }

  @Test
  void whatABombSaysOfItsSizeIsNotBelieved() throws IOException {
    Path file = folder.own("liar.jar");
    bomb(file, "META-INF/extensions.idx", 4 * MIB);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i + 46 < bytes.length; i++) {
      boolean central = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1;
      if (central) {
        bytes[i + 24] = 10;
        bytes[i + 25] = 0;
        bytes[i + 26] = 0;
        bytes[i + 27] = 0;
      }
    }
    Files.write(file, bytes);
    assertThat(reason()).containsAnyOf("unpacks to more than the 1 MiB allowed", "is corrupt");
  }

  @Test
  void aZipThatUnpacksToTooMuchLeavesNothingBehind() throws IOException {
    Path file = folder.own("bomb.zip");
    bomb(file, "classes/zeros.bin", 8 * MIB);
    assertThat(reason())
        .startsWith("unpacks to more than 1,048,576 bytes, too much for a zip of its size: at the")
        .endsWith(" entry classes/zeros.bin");
    assertThat(unpacked(file)).isEmptyDirectory();
  }

  @Test
  void manySmallEntriesCountTogether() throws IOException {
    Path file = folder.own("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 30; i++) {
        write(zip, "classes/" + i, 100_000);
      }
    }
    assertThat(reason()).startsWith("unpacks to more than 1,048,576 bytes");
  }

  @Test
  void aZipHasNoMoreEntriesThanAllowed() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.own("many.zip")))) {
      for (int i = 0; i <= ArchiveLimits.MOST_ENTRIES; i++) {
        write(zip, "lib/" + i, 0);
      }
    }
    assertThat(reason()).isEqualTo("has 20,001 entries, more than the 20,000 allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escaped", "classes/../../escaped", "/escaped", "a/../../b/escaped"})
  void entriesStayInside(String name) throws IOException {
    Path file = folder.own("slip.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      write(zip, name, 3);
    }
    assertThat(reason()).isEqualTo("has an entry that points out of the zip: " + name);
    assertThat(folder.cache.folder().resolve("escaped")).doesNotExist();
  }

  @Test
  void aChangedCopyIsNotLoaded() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));
    folder.load();
    Path copy = folder.cache.folder().resolve(Sha256.of(jar) + ".jar");
    byte[] changed = Files.readAllBytes(copy);
    changed[changed.length / 2] ^= 1;
    Files.write(copy, changed);

    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
    assertThat(copy).hasSameBinaryContentAs(jar);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aChangedFileOfAnUnpackedZipIsNotLoaded(boolean sameLength) throws IOException {
    Path zip = zip("changed.zip");
    folder.load();
    Path copy = unpacked(zip).resolve("classes/org/example/Triple.class");
    byte[] right = Files.readAllBytes(copy);
    byte[] changed = right.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(copy, sameLength ? changed : new byte[] {1});

    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
    assertThat(copy).hasBinaryContent(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib/more.jar", "classes/org/example/More.class", "x/y/z"})
  void whatTheZipDoesNotHaveIsDeleted(String more) throws IOException {
    Path zip = zip("more.zip");
    folder.load();
    Path stranger = unpacked(zip).resolve(more);
    Files.createDirectories(stranger.getParent());
    Files.writeString(stranger, "boo");

    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
    assertThat(stranger).doesNotExist();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkInPlaceOfACopyIsReplaced() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));
    Path copy = folder.cache.folder().resolve(Sha256.of(jar) + ".jar");
    Files.createSymbolicLink(copy, jar);
    Path zip = zip("linked.zip");
    Files.createDirectories(unpacked(zip));
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createSymbolicLink(unpacked(zip).resolve("classes"), elsewhere);

    assertThat(PluginFolder.only(folder.load()).reason()).contains("is already the name of");
    assertThat(copy).isRegularFile().matches(path -> !Files.isSymbolicLink(path));
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(unpacked(zip).resolve("classes/org/example/Triple.class")).exists();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aBrokenLinkIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(folder.own("link.jar"), Path.of("gone.jar"));
    assertThat(reason()).isEqualTo("is a broken link: nothing can be read at gone.jar");
    Files.createSymbolicLink(folder.own("circle.zip"), Path.of("circle.zip"));
    assertThat(folder.load().report().rejected())
        .extracting(rejected -> rejected.reason().replaceFirst(":.*", ""))
        .containsOnly("is a broken link");
    assertThatThrownBy(
            () ->
                new FolderInstaller(folder.host(), folder.own)
                    .inspect(link, Optional.empty(), List.of()))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessage(link + " is a broken link: nothing can be read at gone.jar");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkToAPluginIsThePlugin() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(temporary.resolve("real.jar"));
    Files.createSymbolicLink(folder.own("link.jar"), jar);
    assertThat(PluginFolder.ids(folder.load())).containsExactly("triple");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pipesAndDevicesAreNotOpened() throws Exception {
    Path pipe = folder.own("pipe.jar");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(reason()).isEqualTo("is not a plugin file but a named pipe");
    Files.delete(pipe);
    Files.createSymbolicLink(folder.own("device.zip"), Path.of("/dev/zero"));
    assertThat(reason()).isEqualTo("is not a plugin file but a device");
  }

  private Path zip(String name) {
    return PluginJar.withActivation("zipped", "triple").writeZipTo(folder.own(name), PROPERTIES);
  }

  private Path unpacked(Path zip) throws IOException {
    return folder.cache.folder().resolve(Sha256.of(zip));
  }

  private static void bomb(Path file, String entry, int size) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      write(zip, entry, size);
    }
  }

  private static void write(ZipOutputStream zip, String name, int size) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(new byte[size]);
  }
}
