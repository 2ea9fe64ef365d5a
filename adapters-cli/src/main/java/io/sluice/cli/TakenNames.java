package io.sluice.cli;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Component;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names that components of other plugins have already: beside them the new ones are rejected. */
final class TakenNames {

  private final PluginReport report;
  private final List<String> lines = new ArrayList<>();

  private TakenNames(PluginReport report) {
    this.report = report;
  }

  /** A line for each name of new components that is taken by present ones. */
  static List<String> of(Components fresh, Components present) {
    TakenNames names = new TakenNames(fresh.report());
    names.look("activation", present.activationsOfLayers(), fresh.activationsOfLayers());
    names.look("optimizer", present.optimizersAndWrappers(), fresh.optimizersAndWrappers());
    names.look("store", present.stores(), fresh.stores());
    return names.lines;
  }

  private <T extends Component> void look(String kind, Catalog<T> present, Catalog<T> fresh) {
    for (Catalog.Entry<T> entry : fresh.entries()) {
      Component component = entry.component();
      Stream.concat(Stream.of(entry.id()), component.description().aliases().stream())
          .forEach(
              name ->
                  present
                      .find(name)
                      .filter(other -> !other.origin().plugin().equals(entry.origin().plugin()))
                      .ifPresent(
                          other ->
                              lines.add(
                                  String.format(
                                      "%s: \"%s\" is already the name of the %s %s",
                                      place(name, entry), name, kind, other))));
    }
  }

  /** Where the name stands, or the file of the plugin. */
  private String place(String name, Catalog.Entry<?> entry) {
    Map<String, String> places = new HashMap<>();
    String file = entry.origin().file();
    for (PluginReport.Loaded loaded : report.loaded()) {
      if (loaded.origin().equals(entry.origin())) {
        file = Path.of(loaded.path()).getFileName().toString();
        places.putAll(loaded.places());
      }
    }
    return places.getOrDefault(name, file);
  }
}
