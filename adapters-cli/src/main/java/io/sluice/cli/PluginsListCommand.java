package io.sluice.cli;

import io.sluice.engine.catalog.PluginReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "Lists the plugins in use with their SHA-256, and what was rejected and why.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins list",
      "  sluice plugins list --plugins my-plugins --strict",
      "  sluice plugins list --format json      all components and digits"
    })
final class PluginsListCommand implements Callable<Integer> {

  private static final int SHORT_HASH = 12;

  /** How many components a table names. */
  private static final int NAMED = 8;

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  PluginsListCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    return list(bench, format.format());
  }

  /** Prints the list. */
  static int list(Workbench bench, Format format) {
    PluginReport report = bench.quietLaboratory().components().report();
    if (format == Format.TABLE) {
      printTables(report, bench.terminal());
    } else {
      everything(report).print(format, bench.terminal());
    }
    bench.refuseRejected(report.rejected());
    return CommandFailure.DONE;
  }

  private static void printTables(PluginReport report, Terminal terminal) {
    Listing loaded = new Listing("plugin", "version", "file", "sha256", "components");
    for (PluginReport.Loaded plugin : report.loaded()) {
      String hash = plugin.origin().sha256();
      loaded.row(
          plugin.origin().plugin(),
          plugin.origin().version(),
          plugin.origin().file(),
          hash.substring(0, Math.min(SHORT_HASH, hash.length())),
          new Listing.Rounded(plugin.components(), summary(plugin.components())));
    }
    loaded.print(Format.TABLE, terminal);
    if (!report.rejected().isEmpty()) {
      Listing rejected = new Listing("rejected", "path", "reason");
      report.rejected().forEach(r -> rejected.row(r.subject(), r.path(), r.reason()));
      terminal.out().println();
      rejected.print(Format.TABLE, terminal);
    }
  }

  /** The components by name, or how many of each kind if they are many. */
  static String summary(List<String> components) {
    if (components.size() <= NAMED) {
      return String.join(", ", components);
    }
    Map<String, Integer> kinds = new TreeMap<>();
    components.forEach(component -> kinds.merge(component.split(" ")[0], 1, Integer::sum));
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey() + (kind.getValue() == 1 ? "" : "s"))
        .collect(Collectors.joining(", "));
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
