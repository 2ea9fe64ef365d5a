package io.sluice.tck;

import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every {@link Component} promises: names, and hyper-parameters that can be set. */
public final class ComponentChecks {

  private static final double FAR = 1e6;

  /** The id and every alias are lower kebab-case, and none is said twice. */
  public static final Check<Component> NAMES =
      new Check<>(
          "names",
          "The id and every alias are lower kebab-case, each a name of its own",
          Component.class,
          ComponentChecks::names);

  /** Every hyper-parameter has a name of its own and a value in its range. */
  public static final Check<Component> PRESETS =
      new Check<>(
          "presets",
          "Every hyper-parameter has a name of its own and a value in its range",
          Component.class,
          ComponentChecks::presets);

  /** A copy has the values it was given, and the prototype keeps its own. */
  public static final Check<Component> COPIES =
      new Check<>(
          "copies",
          "with(...) gives a copy that has the values given and leaves the prototype alone",
          Component.class,
          ComponentChecks::copies);

  /** What holds with the presets holds with other values of each hyper-parameter. */
  public static final Check<Component> OTHER_SETTINGS =
      new Check<>(
          "other-settings",
          "Copies with other hyper-parameters keep the promises, too",
          Component.class,
          OtherSettings::look);

  /** All of them. */
  public static final List<Check<Component>> ALL = List.of(NAMES, PRESETS, COPIES, OTHER_SETTINGS);

  private ComponentChecks() {}

  private static void names(Component component, Findings findings) {
    Set<String> taken = new HashSet<>(Set.of(component.id()));
    kebab("the id", component.id(), findings);
    for (String alias : component.description().aliases()) {
      kebab("the alias", alias, findings);
      if (!taken.add(alias)) {
        boolean isId = alias.equals(component.id());
        findings.fault(
            isId ? "\"%s\" is both the id and an alias" : "the alias \"%s\" is there twice", alias);
      }
    }
  }

  private static void kebab(String what, String name, Findings findings) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      findings.fault(
          "%s must be lower kebab-case such as \"leaky-relu\", but is \"%s\"", what, name);
    }
  }

  private static void presets(Component component, Findings findings) {
    Set<String> names = new HashSet<>();
    for (Hyperparameter each : component.hyperparameters()) {
      if (!names.add(each.name())) {
        findings.fault("declares the hyper-parameter %s twice", each.name());
      }
      if (!each.complaint(each.value()).isEmpty()) {
        findings.fault("%s", each.complaint(each.value()));
      }
    }
  }

  private static void copies(Component component, Findings findings) {
    List<Hyperparameter> declared = component.hyperparameters();
    unchanged(component, component.with(settings(component)), declared, findings);
    for (Hyperparameter each : declared) {
      double other = otherValue(each);
      Map<String, Double> settings = settings(component);
      settings.put(each.name(), other);
      Component copy = component.with(settings);
      for (Hyperparameter copied : copy.hyperparameters()) {
        double expected = settings.getOrDefault(copied.name(), Double.NaN);
        if (!sameBits(expected, copied.value())) {
          findings.fault(
              "with(%s=%s) gives a copy whose %s is %s and must be %s",
              each.name(), other, copied.name(), copied.value(), expected);
        }
      }
      if (!component.hyperparameters().equals(declared)) {
        findings.fault(
            "with(%s=%s) changed the prototype itself, which must be immutable",
            each.name(), other);
      }
      if (findings.hasFault()) {
        return;
      }
    }
  }

  private static void unchanged(
      Component component, Component copy, List<Hyperparameter> declared, Findings findings) {
    if (!copy.id().equals(component.id())) {
      findings.fault("with(...) changed the id to %s", copy.id());
    }
    if (!copy.hyperparameters().equals(declared)) {
      findings.fault("with(the same values) changed %s to %s", declared, copy.hyperparameters());
    }
  }

  /** The values a component has, by name. */
  static Map<String, Double> settings(Component component) {
    Map<String, Double> settings = new LinkedHashMap<>();
    component.hyperparameters().forEach(each -> settings.put(each.name(), each.value()));
    return settings;
  }

  /** A value near the present one that is allowed, or the present one if it is the only one. */
  static double otherValue(Hyperparameter parameter) {
    double value = parameter.value();
    boolean whole = parameter.kind() != Hyperparameter.Kind.REAL;
    double[] candidates =
        whole
            ? new double[] {value + 1, value - 1}
            : new double[] {
              value + 0.125,
              value - 0.125,
              (value + finite(parameter.range().upper())) / 2,
              (value + finite(parameter.range().lower())) / 2
            };
    for (double candidate : candidates) {
      if (candidate != value && parameter.complaint(candidate).isEmpty()) {
        return candidate;
      }
    }
    return value;
  }

  /**
   * The outermost values of a range that make sense for its kind: an end that is attained, the
   * number next to one that is not, and plus or minus a million where there is no end.
   */
  static double[] ends(Hyperparameter parameter) {
    Interval range = parameter.range();
    boolean whole = parameter.kind() != Hyperparameter.Kind.REAL;
    double lower = finite(range.lower());
    double upper = finite(range.upper());
    if (!range.contains(lower)) {
      lower = whole ? lower + 1 : Math.nextUp(lower);
    }
    if (!range.contains(upper)) {
      upper = whole ? upper - 1 : Math.nextDown(upper);
    }
    double[] ends =
        whole ? new double[] {Math.ceil(lower), Math.floor(upper)} : new double[] {lower, upper};
    return Arrays.stream(ends).filter(end -> parameter.complaint(end).isEmpty()).toArray();
  }

  private static double finite(double end) {
    return Math.max(-FAR, Math.min(FAR, end));
  }

  static boolean sameBits(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }
}
