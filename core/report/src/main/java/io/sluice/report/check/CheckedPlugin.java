package io.sluice.report.check;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Component;
import io.sluice.tck.Check;
import io.sluice.tck.Checks;
import io.sluice.tck.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the contracts and the passports say of one plugin.
 *
 * @param file the plugin's file
 * @param report what was loaded of it and what was rejected
 * @param components what it brings, each with what was found
 */
public record CheckedPlugin(Path file, PluginReport report, List<CheckedComponent> components) {

  public CheckedPlugin {
    components = List.copyOf(components);
  }

  /**
   * One component.
   *
   * @param kind what people call its kind
   * @param id its id
   * @param checks how many checks it went through
   * @param findings what they found
   */
  public record CheckedComponent(String kind, String id, int checks, List<Finding> findings) {

    public CheckedComponent {
      findings = List.copyOf(findings);
    }

    /**
     * Checks one component.
     *
     * @param limit how long one check may take
     */
    public static CheckedComponent of(String kind, Component component, Duration limit)
        throws InterruptedException {
      List<Check<?>> checks = new ArrayList<>(Checks.of(component));
      for (Check<?> passport : List.of(PassportCheck.CHECK, PassportCheck.OF_OPTIMIZERS)) {
        if (passport.concerns(component)) {
          checks.add(passport);
        }
      }
      List<Finding> findings = Checks.run(component, checks, limit);
      return new CheckedComponent(kind, component.id(), checks.size(), findings);
    }

    /** How many checks found a fault. */
    long failed() {
      return findings.stream().filter(Finding::isFault).map(Finding::check).distinct().count();
    }

    /** Kind and id. */
    public String name() {
      return kind + " " + id;
    }
  }

  /**
   * Checks everything that a plugin, loaded alone, brings.
   *
   * @param limit how long one check may take
   */
  public static CheckedPlugin of(Path file, Components loaded, Duration limit)
      throws InterruptedException {
    List<CheckedComponent> checked = new ArrayList<>();
    check("activation", loaded.activationsOfLayers(), limit, checked);
    check("optimizer", loaded.optimizersAndWrappers(), limit, checked);
    check("store", loaded.stores(), limit, checked);
    return new CheckedPlugin(file, loaded.report(), checked);
  }

  private static void check(
      String kind,
      Catalog<? extends Component> catalog,
      Duration limit,
      List<CheckedComponent> checked)
      throws InterruptedException {
    for (Catalog.Entry<? extends Component> entry : catalog.entries()) {
      checked.add(CheckedComponent.of(kind, entry.component(), limit));
    }
  }

  /** Whether everything in the file is usable and keeps its promises. */
  public boolean isSound() {
    return report.rejected().isEmpty() && failed() == 0 && !components.isEmpty();
  }

  /** How many checks there were. */
  int checks() {
    return components.stream().mapToInt(CheckedComponent::checks).sum();
  }

  /** How many checks found a fault. */
  long failed() {
    return components.stream().mapToLong(CheckedComponent::failed).sum();
  }

  /** The name of the file. */
  String fileName() {
    return file.getFileName().toString();
  }

  /** A line for everything that is wrong or worth knowing. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (PluginReport.Rejected rejected : report.rejected()) {
      lines.add(rejected.toString());
    }
    for (CheckedComponent component : components) {
      for (Finding finding : component.findings()) {
        lines.add(
            String.format(
                "%s: %s: %s%s: %s",
                fileName(),
                component.name(),
                finding.isFault() ? "" : "note: ",
                finding.check(),
                finding.message()));
      }
    }
    return lines;
  }

  /** How it came out, in a few words after the file's name. */
  public String summary() {
    if (components.isEmpty()) {
      return "cannot be used";
    }
    String all =
        components.size() == 1 ? components.get(0).name() : components.size() + " components";
    if (failed() > 0) {
      return failed() + " of " + checks() + " checks of " + all + " failed";
    }
    String passed = "all " + checks() + " checks of " + all + " passed";
    return report.rejected().isEmpty() ? passed : passed + ", the rest cannot be used";
  }
}
