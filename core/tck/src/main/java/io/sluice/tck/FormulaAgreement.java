package io.sluice.tck;

import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.FormulaException;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values against the formula of the description: the only witness of constants and branches that
 * value and slope agree upon. Where the formula gives no number, such as sin(x) / x at 0, the value
 * may be anything.
 */
final class FormulaAgreement {

  private static final double TOLERANCE = 1e-9;

  private final String text;
  private final double[] x = Inputs.ordinary();
  private final double[] given = new double[x.length];
  private final double[] right = new double[x.length];

  private FormulaAgreement(Activation activation, Activation formula, String text) {
    this.text = text;
    formula.values(x, right, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      given[i] = activation.value(x[i]);
    }
  }

  static void look(Activation activation, Findings findings) {
    String text = activation.description().formula();
    if (text.isBlank()) {
      return;
    }
    try {
      compare(activation, text, "", findings);
      Map<String, Double> settings = ComponentChecks.settings(activation);
      for (Hyperparameter each : activation.hyperparameters()) {
        double other = ComponentChecks.otherValue(each);
        if (findings.hasFault() || other == each.value()) {
          continue;
        }
        Map<String, Double> changed = new LinkedHashMap<>(settings);
        changed.put(each.name(), other);
        String where = "with " + each.name() + "=" + other + ", ";
        compare(activation.with(changed), text, where, findings);
      }
    } catch (FormulaException unreadable) {
      findings.remark(
          "the formula \"%s\" of the description was not compared: %s",
          text, unreadable.getMessage());
    }
  }

  private static void compare(Activation activation, String text, String where, Findings findings) {
    List<String> used = Formula.parametersOf(text);
    Map<String, Double> parameters = new LinkedHashMap<>();
    activation.hyperparameters().stream()
        .filter(each -> used.contains(Formula.spelling(each.name())))
        .forEach(each -> parameters.put(each.name(), each.value()));
    Activation formula = FormulaActivation.of("", text, parameters);
    new FormulaAgreement(activation, formula, text).compare(Kinks.of(activation), where, findings);
  }

  private void compare(double[] kinks, String where, Findings findings) {
    for (int i = 0; i < x.length; i++) {
      if (!agrees(i)) {
        findings.fault(
            "%svalue(%s) is %s, but the formula \"%s\" gives %s%s",
            where, x[i], given[i], text, right[i], hint(kinks));
        return;
      }
    }
  }

  private boolean agrees(int i) {
    double scale = Math.max(1, Math.abs(right[i]));
    return !Double.isFinite(right[i]) || Math.abs(given[i] - right[i]) <= TOLERANCE * scale;
  }

  private String hint(double[] kinks) {
    double factor = factor();
    if (factor == -1) {
      return "; everywhere they differ in sign";
    }
    if (!Double.isNaN(factor)) {
      return String.format(
          Locale.ROOT,
          "; everywhere it is %.9g times what the formula gives: is a constant wrong?",
          factor);
    }
    double middle = kinks.length == 0 ? 0 : kinks[kinks.length / 2];
    boolean below = isMostlyWrong(-12, middle);
    boolean above = isMostlyWrong(middle, 12);
    if (below && above) {
      return "; they differ on both sides of "
          + middle
          + ": are branches swapped, or a constant wrong?";
    }
    return below || above ? "; they differ only " + (below ? "below " : "above ") + middle : "";
  }

  /** By what the values are too large, if it is by the same everywhere; else NaN. */
  private double factor() {
    double factor = Double.NaN;
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(right[i]) && Math.abs(right[i]) > 1e-3) {
        double here = given[i] / right[i];
        factor = Double.isNaN(factor) ? here : factor;
        if (!(Math.abs(here - factor) <= 1e-8 * Math.abs(factor))) {
          return Double.NaN;
        }
      }
    }
    return factor;
  }

  private boolean isMostlyWrong(double from, double to) {
    int wrong = 0;
    int places = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > from && x[i] < to) {
        places++;
        wrong += agrees(i) ? 0 : 1;
      }
    }
    return 2 * wrong > places;
  }
}
