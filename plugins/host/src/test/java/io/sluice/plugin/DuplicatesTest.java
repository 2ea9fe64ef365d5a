package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first of two claims to a name wins, and the line about the other names both. */
class DuplicatesTest {

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  private static String origin(Components components, String name) {
    return components.activations().find(name).orElseThrow().origin().plugin();
  }

  @Test
  void ownComponentWinsOverAStrangersOfTheSameId() {
    Path stranger = PluginJar.withActivation("aaa", "triple").writeTo(folder.further("a.jar"));
    Path own = PluginJar.withActivation("zzz", "triple").writeTo(folder.own("z.jar"));

    Components components = folder.load();

    assertThat(origin(components, "triple")).isEqualTo("zzz");
    assertThat(PluginFolder.only(components))
        .isEqualTo(
            new Rejected(
                stranger.toString(),
                "org.example.Triple",
                "its id \"triple\" (aaa 1.0.0, "
                    + stranger
                    + ") is already the name of the activation \"triple\" of zzz 1.0.0 ("
                    + own
                    + ")"));
  }

  @Test
  void aliasCollidesWithAnIdInTheNextFileByName() {
    PluginJar.withActivation("first", "silu", "swish").writeTo(folder.own("1.jar"));
    PluginJar.withActivation("second", "swish").writeTo(folder.own("2.jar"));

    Components components = folder.load();

    assertThat(origin(components, "swish")).isEqualTo("first");
    assertThat(PluginFolder.only(components).reason())
        .startsWith("its id \"swish\" (second 1.0.0, ")
        .contains("is already the name of the activation \"silu\" of first 1.0.0 (");
  }

  @Test
  void aliasesCollide() {
    PluginJar.withActivation("first", "silu", "swish").writeTo(folder.own("1.jar"));
    PluginJar.withActivation("second", "smooth", "swish").writeTo(folder.own("2.jar"));

    Components components = folder.load();

    assertThat(components.activations().find("smooth")).isEmpty();
    assertThat(PluginFolder.only(components).reason())
        .startsWith("its alias \"swish\" (second 1.0.0, ");
  }

  @Test
  void activationsOfBothKindsShareTheirNames() {
    PluginJar.withActivation("first", "silu", "swish").writeTo(folder.own("1.jar"));
    PluginJar.of("second")
        .extension("org.example.Swish", "LayerActivationExtension", vector("swish"))
        .extension("org.example.Vector", "LayerActivationExtension", vector("vector"))
        .writeTo(folder.own("2.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.only(components).reason())
        .startsWith("its id \"swish\" (second 1.0.0, ")
        .contains("is already the name of the activation \"silu\" of first 1.0.0 (");
    assertThat(components.layerActivations().entries())
        .singleElement()
        .hasToString("vector of second 1.0.0");
    assertThat(components.activationsOfLayers().entries()).hasSize(2);
    assertThat(components.report().loaded().get(1).components())
        .containsExactly("activation vector");
  }

  private static String vector(String id) {
    return "public String id() { return \""
        + id
        + "\"; }\n"
        + "public void value(double[] x, double[] y) {}\n"
        + "public void pullBack(double[] x, double[] y, double[] e, double[] result) {}\n";
  }

  @Test
  void rejectedComponentTakesNoName() {
    PluginJar.withActivation("p1", "one", "shared").writeTo(folder.own("1.jar"));
    PluginJar.withActivation("p2", "two", "other", "shared").writeTo(folder.own("2.jar"));
    PluginJar.withActivation("p3", "three", "other").writeTo(folder.own("3.jar"));

    Components components = folder.load();

    assertThat(origin(components, "other")).isEqualTo("p3");
    assertThat(PluginFolder.ids(components)).containsExactly("one", "three");
  }

  @Test
  void withinOnePluginTheFirstClassNameWins() {
    PluginJar.of("p")
        .activation("org.example.Later", "triple")
        .activation("org.example.Earlier", "triple")
        .writeTo(folder.own("p.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.only(components).subject()).isEqualTo("org.example.Later");
    assertThat(components.activations().find("triple").orElseThrow().component().getClass())
        .hasToString("class org.example.Earlier");
  }

  @Test
  void activationAndOptimizerMayShareAName() {
    PluginJar.withActivation("p", "same")
        .extension(
            "org.example.SameOptimizer",
            "GradientOptimizerExtension",
            "public String id() { return \"same\"; }\n"
                + "public GradientState start(LaneMemory memory) { return null; }\n")
        .writeTo(folder.own("p.jar"));

    assertThat(folder.load().report().loaded().get(0).components())
        .containsExactly("activation same", "optimizer same");
  }

  @Test
  void secondFileWithTheSamePluginIdIsRejected() {
    Path first = PluginJar.withActivation("p", "one").writeTo(folder.own("b.jar"));
    Path second =
        PluginJar.withActivation("p", "two")
            .manifest("Plugin-Version", "2.0.0")
            .writeTo(folder.further("a.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("one");
    assertThat(PluginFolder.only(components))
        .isEqualTo(
            new Rejected(
                second.toString(),
                "a.jar",
                "its plugin id \"p\" is taken by version 1.0.0 in "
                    + first
                    + "; remove one of the two"));
  }

  @Test
  void rejectedFileTakesNoPluginId() {
    PluginJar.withActivation("p", "one").withoutIndex().writeTo(folder.own("a.jar"));
    PluginJar.withActivation("p", "two")
        .manifest("Plugin-Requires", ">=9.0.0")
        .writeTo(folder.own("b.jar"));
    PluginJar.withActivation("p", "three").writeTo(folder.own("c.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("three");
    assertThat(components.report().rejected())
        .extracting(Rejected::subject)
        .containsExactly("a.jar", "b.jar");
  }

  @Test
  void sameFileTwiceIsUsedOnce() throws IOException {
    Path first = PluginJar.withActivation("p", "one").writeTo(folder.own("p.jar"));
    Files.copy(first, folder.further("copy.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("one");
    assertThat(PluginFolder.only(components).reason())
        .isEqualTo("is the same file as " + first + "; remove one of the two");
  }

  @Test
  void furtherFoldersCountInTheOrderGiven() throws IOException {
    Path other = Files.createDirectory(temporary.resolve("a-other"));
    PluginJar.withActivation("first", "triple").writeTo(folder.further("p.jar"));
    PluginJar.withActivation("second", "triple").writeTo(other.resolve("p.jar"));

    Components oneWay = folder.host().load(List.of(folder.further, other));
    Components otherWay = folder.host().load(List.of(other, folder.further));

    assertThat(origin(oneWay, "triple")).isEqualTo("first");
    assertThat(origin(otherWay, "triple")).isEqualTo("second");
  }
}
