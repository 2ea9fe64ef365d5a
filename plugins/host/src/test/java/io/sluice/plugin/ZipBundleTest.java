package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PF4J's other format: a zip with {@code classes/}, {@code lib/*.jar} and a descriptor. */
class ZipBundleTest {

  private static final String PROPERTIES = "plugin.id=zipped\nplugin.version=1.2.3\n";

  @TempDir private Path temporary;
  private PluginFolder folder;
  private Path library;

  @BeforeEach
  void makeLibrary() {
    folder = new PluginFolder(temporary);
    library =
        PluginJar.of("library")
            .type("org.library.Seven", "public class", "", "public double value = 7;\n")
            .withoutManifest()
            .writeTo(temporary.resolve("library.jar"));
  }

  private PluginJar usingLibrary() throws IOException {
    return PluginJar.of("zipped")
        .compiledAgainst(library)
        .extension(
            "org.example.Uses",
            "ActivationExtension",
            "public String id() { return \"uses\"; }\n"
                + "public double value(double x) { return new org.library.Seven().value; }\n"
                + "public double slope(double x) { return 0; }\n")
        .entry("../lib/library.jar", Files.readAllBytes(library));
  }

  @Test
  void bringsItsLibraries() throws IOException {
    Path zip = usingLibrary().writeZipTo(folder.own("bundle.zip"), PROPERTIES);

    Components components = folder.load();

    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.activations().find("uses").orElseThrow().component().value(0))
        .isEqualTo(7);
    assertThat(components.activations().find("uses").orElseThrow().origin().sha256())
        .isEqualTo(Sha256.of(zip));
    assertThat(folder.own).isDirectoryNotContaining("glob:**/bundle");
  }

  @Test
  void isMendedInTheCache() throws IOException {
    Path zip = usingLibrary().writeZipTo(folder.own("bundle.zip"), PROPERTIES);
    folder.load();
    Path cached = folder.cache.folder().resolve(Sha256.of(zip)).resolve("lib/library.jar");
    Files.delete(cached);

    assertThat(folder.load().activations().find("uses").orElseThrow().component().value(0))
        .isEqualTo(7);
    assertThat(cached).hasSameBinaryContentAs(library);
  }

  @Test
  void bundledSpiInALibraryIsRejected() throws IOException {
    Path bad =
        PluginJar.of("bad")
            .withoutManifest()
            .entry("io/sluice/spi/Component.class", "")
            .writeTo(temporary.resolve("bad.jar"));
    usingLibrary()
        .entry("../lib/bad.jar", Files.readAllBytes(bad))
        .writeZipTo(folder.own("bundle.zip"), PROPERTIES);

    assertThat(PluginFolder.only(folder.loadBesideSoundOne()).reason())
        .startsWith("bundles io.sluice.spi.Component, which Sluice itself provides");
  }

  @Test
  void bundledSpiAmongTheClassesIsRejected() throws IOException {
    usingLibrary()
        .entry("io/sluice/sdk/Anything.class", "")
        .writeZipTo(folder.own("bundle.zip"), PROPERTIES);

    assertThat(PluginFolder.only(folder.loadBesideSoundOne()).reason())
        .startsWith("bundles io.sluice.sdk.Anything, which Sluice itself provides");
  }

  @Test
  void entryThatPointsOutOfTheZipIsRejected() throws IOException {
    usingLibrary()
        .entry("../../escaped.txt", "boo")
        .writeZipTo(folder.own("bundle.zip"), PROPERTIES);

    assertThat(PluginFolder.only(folder.loadBesideSoundOne()).reason())
        .isEqualTo("has an entry that points out of the zip: ../escaped.txt");
    assertThat(folder.cache.folder().resolve("escaped.txt")).doesNotExist();
  }

  @Test
  void missingLineOfThePropertiesIsNamed() throws IOException {
    usingLibrary().writeZipTo(folder.own("bundle.zip"), "plugin.id=zipped\n");

    assertThat(PluginFolder.only(folder.loadBesideSoundOne()).reason())
        .isEqualTo("plugin.properties lacks the line plugin.version=");
  }

  @Test
  void jarNamedZipIsRejected() {
    PluginJar.withActivation("p", "triple").writeTo(folder.own("p.zip"));

    assertThat(PluginFolder.only(folder.loadBesideSoundOne()).reason())
        .isEqualTo("is a zip with neither plugin.properties nor classes/META-INF/MANIFEST.MF");
  }
}
