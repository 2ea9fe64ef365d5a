package io.sluice.cli;

import io.sluice.cli.page.ActivationPage;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Activation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "docs",
    description = {
      "Writes a page of documentation about a plugin's components, in Markdown with drawings.",
      "The same components are the same bytes, whatever the machine or Java."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice docs activations",
      "  sluice docs activations --plugins my-plugins --of soft-ramp --out my-docs"
    })
final class DocsCommand implements Callable<Integer> {

  /** What there are pages of. */
  enum Kind {
    ACTIVATIONS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  private Kind kind;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "docs",
      description = "The folder of the page; preset: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--of",
      paramLabel = "PLUGIN",
      defaultValue = "sluice-activations",
      description = "The plugin whose components are described; preset: ${DEFAULT-VALUE}.")
  private String plugin;

  private final Workbench bench;

  DocsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw CommandFailure.wrongUsage("--out must name a folder, but " + out + " is none");
    }
    List<Catalog.Entry<Activation>> all = bench.laboratory().components().activations().entries();
    List<Activation> described =
        all.stream()
            .filter(entry -> entry.origin().plugin().equals(plugin))
            .map(Catalog.Entry::component)
            .toList();
    if (described.isEmpty()) {
      List<String> plugins =
          all.stream().map(entry -> entry.origin().plugin()).distinct().sorted().toList();
      throw CommandFailure.wrongUsage(
          "no plugin \""
              + plugin
              + "\" with "
              + kind
              + NearestWord.hint(plugin, plugins)
              + "; there are "
              + String.join(", ", plugins));
    }
    Map<String, String> files = new ActivationPage(described).files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = out.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    bench.say(
        "wrote " + out.resolve(ActivationPage.NAME) + " about " + described.size() + " " + kind);
    return CommandFailure.DONE;
  }
}
