package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport.Loaded;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {

  private static final String GRADIENT =
      "public String id() { return \"still\"; }\n"
          + "public GradientState start(LaneMemory memory) {\n"
          + "  return (step, lanes, weights, gradients) -> {};\n"
          + "}\n";

  private static final String POPULATION =
      "public String id() { return \"guess\"; }\n"
          + "public int populationSize() { return 4; }\n"
          + "public PopulationState start(SearchSpace space, RandomStream random) {\n"
          + "  return null;\n"
          + "}\n";

  private static final String STORE =
      "public String id() { return \"nowhere\"; }\n"
          + "public List<String> examples() { return List.of(\"nowhere:\"); }\n"
          + "public ResultStore open(String location) {\n"
          + "  throw new ResultStoreException(\"nowhere\");\n"
          + "}\n";

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  @Test
  void loadsEveryKindOfComponent() {
    PluginJar.withActivation("all-kinds", "triple", "thrice")
        .extension("org.example.Still", "GradientOptimizerExtension", GRADIENT)
        .extension("org.example.Guess", "PopulationOptimizerExtension", POPULATION)
        .extension("org.example.Nowhere", "ResultStoreProviderExtension", STORE)
        .writeTo(folder.further("all.jar"));

    Components components = folder.load();

    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.activations().find("thrice").orElseThrow().component().value(2))
        .isEqualTo(6);
    assertThat(components.optimizers().find("still").orElseThrow().component())
        .isInstanceOf(GradientOptimizer.class);
    assertThat(components.optimizers().find("guess").orElseThrow().component())
        .isInstanceOf(PopulationOptimizer.class);
    assertThat(components.stores().find("nowhere").orElseThrow().component().examples())
        .containsExactly("nowhere:");
    assertThat(components.report().loaded())
        .singleElement()
        .extracting(Loaded::components)
        .isEqualTo(
            List.of("activation triple", "optimizer guess", "optimizer still", "store nowhere"));
  }

  @Test
  void originNamesPluginVersionFileAndHash() throws IOException {
    Path jar =
        PluginJar.withActivation("tripling", "triple")
            .manifest("Plugin-Version", "2.3.4")
            .writeTo(folder.own("some name.jar"));

    Components components = folder.load();

    Origin origin = components.activations().find("triple").orElseThrow().origin();
    assertThat(origin).isEqualTo(new Origin("tripling", "2.3.4", "some name.jar", Sha256.of(jar)));
    Loaded loaded = components.report().loaded().get(0);
    assertThat(loaded.origin()).isEqualTo(origin);
    assertThat(loaded.path()).isEqualTo(jar.toString());
  }

  @Test
  void droppedFileMayBeReplacedAndDeletedAfterLoading() throws IOException {
    Path jar =
        PluginJar.withActivation("lazy", "lazy")
            .extension(
                "org.example.Later",
                "ActivationExtension",
                "static class Unloaded { static double value = 7; }\n"
                    + "public String id() { return \"later\"; }\n"
                    + "public double value(double x) { return Unloaded.value; }\n"
                    + "public double slope(double x) { return 0; }\n")
            .writeTo(folder.own("lazy.jar"));
    Activation later = folder.load().activations().find("later").orElseThrow().component();

    Files.writeString(jar, "something else");
    Files.delete(jar);

    assertThat(later.value(0)).isEqualTo(7);
    assertThat(folder.load().activations().find("later")).isEmpty();
  }

  @Test
  void replacedFileIsTheNewPluginForTheNextLoad() {
    PluginJar.withActivation("p", "old").writeTo(folder.own("p.jar"));
    PluginHost host = folder.host();
    Components before = host.load(List.of());
    PluginJar.withActivation("p", "new").writeTo(folder.own("p.jar"));
    Components after = host.load(List.of());

    assertThat(PluginFolder.ids(before)).containsExactly("old");
    assertThat(PluginFolder.ids(after)).containsExactly("new");
    assertThat(before.activations().find("old").orElseThrow().component().value(1)).isEqualTo(3);
  }

  @Test
  void twoHostsInOneProcessLoadTheSameFileApart() {
    PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));

    Component first = folder.load().activations().find("triple").orElseThrow().component();
    Component second = folder.load().activations().find("triple").orElseThrow().component();

    assertThat(first.getClass()).isNotSameAs(second.getClass());
    assertThat(first.getClass().getName()).isEqualTo(second.getClass().getName());
  }

  @Test
  void orderIsByIdWhateverTheFilesAreCalled() {
    PluginJar.withActivation("p3", "alpha")
        .activation("a.Zulu", "zulu")
        .writeTo(folder.own("b.jar"));
    PluginJar.withActivation("p1", "mike").writeTo(folder.own("c.jar"));
    PluginJar.withActivation("p2", "bravo").writeTo(folder.further("a.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("alpha", "bravo", "mike", "zulu");
    assertThat(components.report().loaded())
        .extracting(loaded -> loaded.origin().plugin())
        .containsExactly("p1", "p2", "p3");
  }

  @Test
  void resultCannotBeChanged() {
    PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));
    Components components = folder.load();
    List<Catalog.Entry<Activation>> entries = components.activations().entries();
    List<Loaded> loaded = components.report().loaded();

    assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(loaded::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> loaded.get(0).components().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void pluginBringsItsOwnVersionOfALibraryThatSluiceUsesToo() {
    PluginJar.withActivation("own-library", "triple")
        .type(
            "org.assertj.core.api.Assertions",
            "public class",
            "",
            "public static String mine() { return \"mine\"; }\n")
        .extension(
            "org.example.Library",
            "ActivationExtension",
            "public String id() { return org.assertj.core.api.Assertions.mine(); }\n"
                + "public double value(double x) { return x; }\n"
                + "public double slope(double x) { return 1; }\n")
        .writeTo(folder.own("own-library.jar"));

    assertThat(PluginFolder.ids(folder.load())).containsExactly("mine", "triple");
  }

  @Test
  void otherFilesAndSubfoldersAreLeftAlone() throws IOException {
    Files.writeString(folder.own("README.txt"), "Drop plugins here.");
    Files.createDirectory(folder.own("disabled"));
    PluginJar.withActivation("p", "triple").writeTo(folder.own("disabled/p.jar"));
    PluginJar.withActivation("q", "quadruple").writeTo(folder.own("Q.JAR"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("quadruple");
    assertThat(components.report().rejected()).isEmpty();
  }

  @Test
  void emptyFoldersGiveEmptyCatalogs() {
    Components components = folder.load();

    assertThat(components.activations().entries()).isEmpty();
    assertThat(components.report().loaded()).isEmpty();
    assertThat(components.report().rejected()).isEmpty();
  }

  @Test
  void folderNamedTwiceIsLookedAtOnce() {
    PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));

    Components components = folder.host().load(List.of(folder.own.resolve("../own"), folder.own));

    assertThat(PluginFolder.ids(components)).containsExactly("triple");
    assertThat(components.report().rejected()).isEmpty();
  }

  @Test
  void versionOfSluiceMustBeAVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PluginHost(List.of(), "latest", new PackFile()))
        .withMessage(
            "the version of Sluice must be like 0.1.0 or 0.1.0-SNAPSHOT, but is \"latest\"");
  }

  @Test
  void publicHostKeepsItsCopiesInTheFolderForTemporaryFiles() throws IOException {
    PluginJar.withActivation("p", "triple").writeTo(folder.own("p.jar"));

    Components components =
        new PluginHost(List.of(folder.own), "0.1.0", new PackFile()).load(List.of());

    Activation triple = components.activations().find("triple").orElseThrow().component();
    assertThat(triple.getClass().getProtectionDomain().getCodeSource().getLocation().getPath())
        .startsWith(Path.of(System.getProperty("java.io.tmpdir")).toRealPath() + "/sluice-plugins-")
        .endsWith(Sha256.of(folder.own("p.jar")) + ".jar");
  }
}
