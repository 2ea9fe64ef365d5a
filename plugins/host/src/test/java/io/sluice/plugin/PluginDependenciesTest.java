package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport.Rejected;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDependenciesTest {

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  private PluginJar needing(String id, String dependencies) {
    return PluginJar.withActivation(id, id).manifest("Plugin-Dependencies", dependencies);
  }

  private static String reason(Components components, String file) {
    return components.report().rejected().stream()
        .filter(rejected -> rejected.subject().equals(file))
        .map(Rejected::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pluginUsesAClassOfAnother() {
    Path library =
        PluginJar.withActivation("library", "base")
            .type("org.example.library.Seven", "public class", "", "public double value = 7;\n")
            .writeTo(folder.own("z-library.jar"));
    needing("user", "library@>=1.0.0")
        .compiledAgainst(library)
        .extension(
            "org.example.Uses",
            "ActivationExtension",
            "public String id() { return \"uses\"; }\n"
                + "public double value(double x) { return new org.example.library.Seven().value;"
                + " }\n"
                + "public double slope(double x) { return 0; }\n")
        .writeTo(folder.own("a-user.jar"));

    Components components = folder.load();

    assertThat(components.report().rejected()).isEmpty();
    assertThat(components.activations().find("uses").orElseThrow().component().value(0))
        .isEqualTo(7);
  }

  @Test
  void missingPlugin() {
    needing("a", "absent").writeTo(folder.own("a.jar"));

    assertThat(reason(folder.loadBesideSoundOne(), "a.jar"))
        .isEqualTo("needs the plugin \"absent\", which is missing or rejected");
  }

  @Test
  void missingPluginThatIsOptional() {
    needing("a", "absent?").writeTo(folder.own("a.jar"));

    assertThat(PluginFolder.ids(folder.load())).containsExactly("a");
  }

  @Test
  void wrongVersionOfAPlugin() {
    PluginJar.withActivation("b", "b").writeTo(folder.own("b.jar"));
    needing("a", "b@>=2.0.0").writeTo(folder.own("a.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("b");
    assertThat(reason(components, "a.jar"))
        .isEqualTo("needs the plugin \"b\" in version >=2.0.0, but there is 1.0.0");
  }

  @Test
  void chainWhoseEndIsMissing() {
    needing("a", "b").writeTo(folder.own("a.jar"));
    needing("b", "absent").writeTo(folder.own("b.jar"));

    Components components = folder.loadBesideSoundOne();

    assertThat(reason(components, "a.jar"))
        .isEqualTo("needs the plugin \"b\", which lacks a plugin itself");
    assertThat(reason(components, "b.jar"))
        .isEqualTo("needs the plugin \"absent\", which is missing or rejected");
  }

  @Test
  void circle() {
    needing("a", "b").writeTo(folder.own("a.jar"));
    needing("b", "a").writeTo(folder.own("b.jar"));

    Components components = folder.loadBesideSoundOne();

    assertThat(components.report().rejected()).hasSize(2);
    assertThat(reason(components, "a.jar"))
        .isEqualTo("needs the plugin \"b\", which lacks a plugin itself");
  }

  @Test
  void pluginWhoseNeedFailsToStart() {
    PluginJar.withActivation("b", "b")
        .manifest("Plugin-Class", "org.example.Absent")
        .writeTo(folder.own("b.jar"));
    needing("a", "b").writeTo(folder.own("a.jar"));

    Components components = folder.loadBesideSoundOne();

    assertThat(components.report().rejected()).hasSize(2);
    assertThat(reason(components, "a.jar")).contains("Required dependency 'b' failed to start");
  }
}
