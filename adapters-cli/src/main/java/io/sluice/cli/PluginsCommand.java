package io.sluice.cli;

import io.sluice.engine.catalog.PluginReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "plugins",
    description = "Lists the plugins in use, and what was rejected and why.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins",
      "  sluice plugins --plugins my-plugins --strict",
      "  sluice plugins --format json"
    })
final class PluginsCommand implements Callable<Integer> {

  private static final int SHORT_HASH = 12;

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  PluginsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    PluginReport report = bench.quietLaboratory().components().report();
    if (format.format() == Format.TABLE) {
      printTables(report);
    } else {
      everything(report).print(format.format(), bench.terminal());
    }
    bench.refuseRejected(report.rejected());
    return CommandFailure.DONE;
  }

  private void printTables(PluginReport report) {
    Listing loaded = new Listing("plugin", "version", "file", "sha256", "components");
    for (PluginReport.Loaded plugin : report.loaded()) {
      String hash = plugin.origin().sha256();
      loaded.row(
          plugin.origin().plugin(),
          plugin.origin().version(),
          plugin.origin().file(),
          hash.substring(0, Math.min(SHORT_HASH, hash.length())),
          plugin.components());
    }
    loaded.print(Format.TABLE, bench.terminal());
    if (!report.rejected().isEmpty()) {
      Listing rejected = new Listing("rejected", "path", "reason");
      report.rejected().forEach(r -> rejected.row(r.subject(), r.path(), r.reason()));
      bench.terminal().out().println();
      rejected.print(Format.TABLE, bench.terminal());
    }
  }

  private static Listing everything(PluginReport report) {
    Listing listing =
        new Listing("status", "plugin", "version", "path", "sha256", "components", "reason");
    for (PluginReport.Loaded plugin : report.loaded()) {
      listing.row(
          "loaded",
          plugin.origin().plugin(),
          plugin.origin().version(),
          plugin.path(),
          plugin.origin().sha256(),
          plugin.components(),
          null);
    }
    for (PluginReport.Rejected rejected : report.rejected()) {
      listing.row(
          "rejected", rejected.subject(), null, rejected.path(), null, null, rejected.reason());
    }
    return listing;
  }
}
