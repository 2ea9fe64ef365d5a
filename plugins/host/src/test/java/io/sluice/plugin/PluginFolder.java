package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport.Rejected;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders of a Sluice 0.1.0-SNAPSHOT under test: two for plugins and one for copies. */
final class PluginFolder {

  final Path own;
  final Path further;
  final PluginCache cache;

  PluginFolder(Path parent) {
    try {
      own = Files.createDirectory(parent.resolve("own"));
      further = Files.createDirectory(parent.resolve("further"));
      cache = new PluginCache(Files.createDirectory(parent.resolve("cache")));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  Path own(String file) {
    return own.resolve(file);
  }

  Path further(String file) {
    return further.resolve(file);
  }

  PluginHost host() {
    return new PluginHost(List.of(own), "0.1.0-SNAPSHOT", new PackFile(), cache);
  }

  Components load() {
    return host().load(List.of(further));
  }

  /** Loads what is there together with one sound plugin, which must be in use. */
  Components loadBesideSoundOne() {
    PluginJar.withActivation("zz-sound", "sound").writeTo(own("zz-sound.jar"));
    Components components = load();
    assertThat(ids(components)).contains("sound");
    return components;
  }

  static List<String> ids(Components components) {
    List<String> ids = new ArrayList<>();
    components.activations().entries().forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  static Rejected only(Components components) {
    assertThat(components.report().rejected()).hasSize(1);
    return components.report().rejected().get(0);
  }
}
