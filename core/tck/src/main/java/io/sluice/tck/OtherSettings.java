package io.sluice.tck;

import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All checks again for copies with other hyper-parameters: a block form, a slope or a state that
 * has the presets built in is right as long as nobody sets anything. What is wrong with the presets
 * already is not told again.
 */
final class OtherSettings {

  /** Those that look at other hyper-parameters themselves, or have nothing to do with them. */
  private static final Set<String> NOT_AGAIN =
      Set.of(
          "names",
          "presets",
          "copies",
          "same-copy",
          "apart",
          "repeatable",
          "threads",
          "extremes",
          "kinks",
          "formula",
          "other-settings",
          "downhill",
          "oracle-descent",
          "oracle-box",
          "lane-settings");

  private OtherSettings() {}

  static void look(Component component, Findings findings) {
    List<Check<?>> checks =
        Checks.of(component).stream().filter(each -> !NOT_AGAIN.contains(each.id())).toList();
    for (Hyperparameter each : component.hyperparameters()) {
      double other = ComponentChecks.otherValue(each);
      Map<String, Double> settings = ComponentChecks.settings(component);
      settings.put(each.name(), other);
      if (other == each.value()) {
        continue;
      }
      for (Check<?> check : checks) {
        Optional<Finding> fault = fault(check, component.with(settings));
        if (fault.isPresent() && fault(check, component).isEmpty()) {
          findings.fault(
              "with %s=%s, %s: %s", each.name(), other, check.id(), fault.get().message());
          return;
        }
      }
    }
  }

  private static Optional<Finding> fault(Check<?> check, Component component) {
    return check.run(component).stream().filter(Finding::isFault).findFirst();
  }
}
