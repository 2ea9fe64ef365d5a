package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of docs/writing-a-plugin.md, built by a stranger, keeps what any other store keeps. */
class StrangersStoreIT {

  private static final Path PAGE = Path.of("../docs/writing-a-plugin.md");
  private static final Pattern STORE =
      Pattern.compile("```java\\n(package [^`]*?class TabStores .*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void passesTheContractAndIsSelectedByItsScheme() throws IOException {
    Matcher store = STORE.matcher(Files.readString(PAGE));
    assertThat(store.find()).isTrue();
    assertThat(store.group(1).lines()).hasSizeLessThanOrEqualTo(120);
    Path plugins = Files.createDirectory(folder.resolve("dropped"));
    new StrangersPlugins().component("tab-stores", store.group(1)).writeTo(plugins);
    SmallStudy.write(folder, "[tanh, relu]", 3);
    SluiceProcess sluice = new SluiceProcess(folder);

    String jar = plugins.resolve("tab-stores.jar").toString();
    assertThat(sluice.run("plugins", "check", jar, "--timeout", "600").done())
        .containsPattern("all \\d+ checks of .*tsv passed");

    String byTabs = rows(sluice, plugins, "tsv:results/tabs");
    assertThat(byTabs.lines().count()).isEqualTo(1 + 2L * 2 * 2 * 4 * 2 * 3);
    assertThat(folder.resolve("results/tabs")).isDirectoryRecursivelyContaining("glob:**.tsv");
    for (String url :
        new String[] {"sqlite:results/small.db", "jsonl:results/j", "csv:results/c"}) {
      assertThat(rows(sluice, plugins, url)).as(url).isEqualTo(byTabs);
    }
  }

  private static String rows(SluiceProcess sluice, Path plugins, String store) {
    String dropped = plugins.toString();
    sluice.run("--plugins", dropped, "run", "small.yaml", "--store", store).done();
    return sluice
        .run("--plugins", dropped, "export", "small", "--what", "trials", "--store", store)
        .done();
  }
}
