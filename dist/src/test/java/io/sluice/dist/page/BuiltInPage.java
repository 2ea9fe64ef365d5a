package io.sluice.dist.page;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.plugin.PluginHost;
import io.sluice.spi.Component;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page about the activations that a distribution brings, and the table of its optimizers;
 * {@link #main} prints them anew.
 */
final class BuiltInPage {

  private static final String PLUGIN = "sluice-activations";
  private static final Pattern PACK = Pattern.compile("(?:.*/)?([^/]+)\\.ya?ml:\\d+:\\d+");

  private BuiltInPage() {}

  /** Every file of the page, by its name relative to the folder of the page. */
  static Map<String, String> files(Path distribution) {
    Components components = components(distribution);
    return new ActivationPage(of(PLUGIN, components.activations()), packs(components.report()))
        .files();
  }

  /** The table of optimizers. */
  static OptimizerPage optimizers(Path distribution) {
    Components components = components(distribution);
    return new OptimizerPage(
        new Laboratory(components, "0.1.0"),
        of("sluice-optimizers", components.optimizers()),
        of("sluice-optimizers", components.wrappers()));
  }

  private static Components components(Path distribution) {
    return new PluginHost(List.of(distribution.resolve("plugins")), "0.1.0", new PackFile())
        .load(List.of());
  }

  private static <T extends Component> List<T> of(String plugin, Catalog<T> catalog) {
    return catalog.entries().stream()
        .filter(entry -> entry.origin().plugin().equals(plugin))
        .map(Catalog.Entry::component)
        .toList();
  }

  /** By the places of their ids, the packs of those that are defined in one. */
  private static Map<String, String> packs(PluginReport report) {
    Map<String, String> packs = new HashMap<>();
    for (PluginReport.Loaded plugin : report.loaded()) {
      for (String component : plugin.components()) {
        String id = component.substring(component.indexOf(' ') + 1);
        Matcher place = PACK.matcher(plugin.places().getOrDefault(id, ""));
        if (plugin.origin().plugin().equals(PLUGIN) && place.matches()) {
          packs.put(id, place.group(1));
        }
      }
    }
    return packs;
  }

  /**
   * Writes the page and the table.
   *
   * @param arguments the folder of a distribution, and that of the page
   */
  public static void main(String[] arguments) throws IOException {
    Path distribution = Path.of(arguments[0]);
    Path docs = Path.of(arguments[1]);
    Map<String, String> files = new TreeMap<>(files(distribution));
    OptimizerPage optimizers = optimizers(distribution);
    files.putAll(optimizers.drawings());
    String page = Files.readString(docs.resolve(OptimizerPage.NAME));
    files.put(OptimizerPage.NAME, optimizers.in(page));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = docs.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
