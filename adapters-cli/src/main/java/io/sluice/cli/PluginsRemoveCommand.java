package io.sluice.cli;

import io.sluice.engine.catalog.PluginInstaller;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    description = {
      "Deletes a plugin from the distribution's plugin folder, or from --plugins DIR, with its pin."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins remove soft-ramp",
      "  sluice plugins remove soft-ramp --plugins my-plugins",
      "  sluice plugins remove broken.jar       a file that is no plugin, by its name"
    })
final class PluginsRemoveCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "The plugin's id, as sluice plugins list shows it, or its file's name.")
  private String plugin;

  @Option(
      names = "--force",
      description = "Remove even a plugin of Sluice itself, or one that others need.")
  private boolean force;

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsRemoveCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() {
    bench
        .terminal()
        .out()
        .println("removed " + installer.remove(plugin, bench.onePluginFolder(), force));
    return CommandFailure.DONE;
  }
}
