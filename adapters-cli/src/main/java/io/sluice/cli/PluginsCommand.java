package io.sluice.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plugins",
    description =
        "Lists, begins, checks, installs and removes plugins; without a command, lists them.",
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins",
      "  sluice plugins --plugins my-plugins --strict",
      "  sluice plugins new soft-ramp",
      "  sluice plugins check target/soft-ramp-1.0.0.jar",
      "  sluice plugins install target/soft-ramp-1.0.0.jar",
      "  sluice plugins remove soft-ramp"
    })
final class PluginsCommand implements Callable<Integer> {

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  PluginsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    return PluginsListCommand.list(bench, format.format());
  }
}
