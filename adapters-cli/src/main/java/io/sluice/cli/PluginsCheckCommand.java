package io.sluice.cli;

import io.sluice.engine.catalog.PluginInstaller;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "Loads each plugin alone and tries whether its components keep the promises of their ports.",
      "Prints a line for every check that fails. The exit code is 0 if none does, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins check target/soft-ramp-1.0.0.jar",
      "  sluice plugins check my-plugins/*.jar",
      "  sluice plugins check soft-ramp.jar --json"
    })
final class PluginsCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A plugin's jar or zip.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "Print everything as JSON, for programs.")
  private boolean json;

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsCheckCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() {
    List<CheckedPlugin> plugins = new ArrayList<>();
    for (Path file : files) {
      plugins.add(CheckedPlugin.of(file, installer.inspect(file, Optional.empty())));
    }
    PrintWriter out = bench.terminal().out();
    if (json) {
      Listing.printJson(CheckedPluginJson.of(plugins), out);
    } else {
      for (CheckedPlugin plugin : plugins) {
        plugin.lines().forEach(out::println);
        out.println(plugin.fileName() + ": " + plugin.summary());
      }
    }
    out.flush();
    return plugins.stream().allMatch(CheckedPlugin::isSound)
        ? CommandFailure.DONE
        : CommandFailure.WORK_FAILED;
  }
}
