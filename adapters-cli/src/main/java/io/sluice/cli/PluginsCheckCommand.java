package io.sluice.cli;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.text.NumberText;
import io.sluice.report.check.CheckDocument;
import io.sluice.report.check.CheckedPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Loads each plugin with what it depends on and tries whether its components keep the promises"
          + " of their ports. What it depends on is looked for among the other files, in --plugins"
          + " and among the installed plugins.",
      "Prints a line for every check that fails. The exit code is 0 if none does, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins check target/soft-ramp-1.0.0.jar",
      "  sluice plugins check my-activations.yaml       a pack: a text of activations",
      "  sluice plugins check my-plugins/*.jar",
      "  sluice plugins check user.jar --plugins libraries   where what it depends on is",
      "  sluice plugins check soft-ramp.jar --format json",
      "  sluice plugins check soft-ramp.jar -o checks.html"
    })
final class PluginsCheckCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A plugin's jar or zip, or a pack.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Mixin private DocumentChoice output = new DocumentChoice();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long one check may take; preset: ${DEFAULT-VALUE}.")
  private double timeout;

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsCheckCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (json) {
      output.json();
    }
    output.check();
    Duration limit = limit(timeout);
    List<CheckedPlugin> plugins = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    Components present = bench.installed();
    for (Path file : files) {
      Components loaded = installer.inspect(file, Optional.empty(), bench.beside(file, files));
      plugins.add(CheckedPlugin.of(file, loaded, limit));
      taken.addAll(TakenNames.of(loaded, present));
    }
    taken.replaceAll(line -> line + ", beside which this one would be rejected");
    output.write(CheckDocument.of(plugins, taken), CheckDocument.FINDINGS, bench.terminal());
    return plugins.stream().allMatch(CheckedPlugin::isSound)
        ? CommandFailure.DONE
        : CommandFailure.WORK_FAILED;
  }

  private static Duration limit(double seconds) {
    if (!(seconds >= 0.001 && seconds <= 1e6)) {
      throw CommandFailure.wrongUsage(
          "--timeout must lie from 0.001 to 1000000 seconds, but is " + NumberText.of(seconds));
    }
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
