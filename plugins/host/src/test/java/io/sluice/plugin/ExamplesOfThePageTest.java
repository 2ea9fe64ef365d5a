package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.spi.Component;
import io.sluice.tck.Checks;
import io.sluice.tck.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of docs/writing-a-plugin.md compile, load, and keep every promise. */
class ExamplesOfThePageTest {

  private static final Path PAGE = Path.of("../../docs/writing-a-plugin.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```java\\n(package (\\S+);.*?public final class (\\w+).*?)```", Pattern.DOTALL);

  @TempDir private Path temporary;

  @Test
  void everyExampleLoadsAndPassesEveryCheck() throws IOException {
    PluginFolder folder = new PluginFolder(temporary);
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    assertThat(examples).hasSize(7);
    for (MatchResult example : examples) {
      String name = example.group(3);
      PluginJar.of(name)
          .source(example.group(2) + "." + name, example.group(1))
          .writeTo(folder.own(name + ".jar"));
    }

    Components components = folder.load();

    assertThat(components.report().rejected()).isEmpty();
    List<Component> all = new ArrayList<>();
    all.addAll(of(components.activationsOfLayers()));
    all.addAll(of(components.optimizersAndWrappers()));
    all.addAll(of(components.stores()));
    assertThat(all).hasSize(examples.size());
    for (Component component : all) {
      assertThat(Checks.run(component)).as(component.id()).filteredOn(Finding::isFault).isEmpty();
    }
  }

  private static List<Component> of(Catalog<? extends Component> catalog) {
    List<Component> components = new ArrayList<>();
    catalog.entries().forEach(entry -> components.add(entry.component()));
    return components;
  }
}
