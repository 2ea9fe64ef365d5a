package io.sluice.passport;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares what an activation declares with what was found. */
final class Complaints {

  private static final double SAME = 1e-9;

  private final Activation activation;
  private final Curve values;
  private final Curve slopes;
  private final List<Finding> findings = new ArrayList<>();

  Complaints(Activation activation, Curve values, Curve slopes) {
    this.activation = activation;
    this.values = values;
    this.slopes = slopes;
  }

  List<Finding> findings(Range range, KinkList kinks) {
    Curve far = Curve.of(values::at, new double[0], Grid.beyond());
    if (numbers("value", values) || numbers("value", far)) {
      return findings;
    }
    if (!numbers("slope", slopes)) {
      numbers("slope", Curve.of(slopes::at, new double[0], Grid.beyond()));
    }
    if (!outside(values, range.declared())) {
      outside(far, range.declared());
    }
    end("lower", range.declared().lower(), range.declared().lowerAttained(), range.least());
    end("upper", range.declared().upper(), range.declared().upperAttained(), range.greatest());
    kinks(kinks);
    return findings;
  }

  private boolean numbers(String what, Curve curve) {
    for (int i = 0; i < curve.size(); i++) {
      if (Double.isNaN(curve.y(i))) {
        findings.add(
            Finding.contradiction(
                what,
                what + "(" + NumberText.of(curve.x(i)) + ") is NaN, which no finite x gives"));
        return true;
      }
    }
    return false;
  }

  private boolean outside(Curve curve, Interval declared) {
    double lowest = declared.lower() - 4 * Math.ulp(declared.lower());
    double highest = declared.upper() + 4 * Math.ulp(declared.upper());
    for (int i = 0; i < curve.size(); i++) {
      double y = curve.y(i);
      boolean below = Double.isFinite(declared.lower()) && y < lowest;
      boolean above = Double.isFinite(declared.upper()) && y > highest;
      if (below || above) {
        findings.add(
            Finding.contradiction(
                "range",
                "the declared range is "
                    + declared
                    + ", but value("
                    + NumberText.of(curve.x(i))
                    + ") = "
                    + NumberText.of(y)));
        return true;
      }
    }
    return false;
  }

  /** The range of a formula for which none is declared may be too wide; nobody said otherwise. */
  private void end(String side, double declared, boolean attained, Extreme found) {
    if (isDerived(ActivationDefinition::range)) {
      return;
    }
    if (declared == found.value() || distance(declared, found.value()) <= SAME) {
      if (Double.isFinite(declared) && attained != found.isAttained()) {
        findings.add(
            Finding.remark(
                "range",
                "the "
                    + side
                    + " end "
                    + NumberText.of(declared)
                    + (attained
                        ? " is declared as attained, but seems to be a limit only"
                        : " is declared as not attained, but is the value " + found.place())));
      }
      return;
    }
    boolean wider = side.equals("lower") ? declared < found.value() : declared > found.value();
    if (!wider) {
      return;
    }
    String message =
        "the declared range is "
            + activation.range()
            + ", but values "
            + (side.equals("lower") ? "fall" : "rise")
            + " to "
            + NumberText.of(found.value())
            + " only ("
            + found.place()
            + ")";
    if (Double.isFinite(declared)) {
      findings.add(Finding.contradiction("range", message));
    } else {
      findings.add(Finding.remark("range", message));
    }
  }

  private static double distance(double a, double b) {
    return Math.abs(a - b) / Math.max(1, Math.abs(a));
  }

  /** Of very many it cannot be told which of them are, and nobody declares those of a formula. */
  private void kinks(KinkList kinks) {
    if (kinks.isMany()) {
      long jumps = kinks.all().stream().filter(Kink::isJump).count();
      findings.add(
          Finding.open(
              "kinks",
              "not examined further: "
                  + (kinks.more() ? "more than " : "")
                  + kinks.all().size()
                  + " places look like kinks"
                  + (jumps > 0 ? ", " + jumps + " of them like jumps" : "")
                  + ", as where there is no end of them or an oscillation is too fast; shown are"
                  + " those nearest to 0"));
    } else {
      kinks.all().forEach(this::kink);
    }
  }

  private void kink(Kink kink) {
    if (kink.declared() && kink.isSmooth()) {
      findings.add(
          Finding.contradiction(
              "kinks",
              "a kink is declared at "
                  + NumberText.of(kink.x())
                  + ", but value and slope ("
                  + NumberText.of(kink.slopeBelow())
                  + ") go through"));
    }
    if (!kink.declared() && !kink.isSmooth() && !isDerived(ActivationDefinition::kinks)) {
      findings.add(
          Finding.contradiction(
              "kinks",
              (kink.isJump()
                      ? "the value jumps by " + NumberText.of(kink.jump())
                      : "the slope jumps from "
                          + NumberText.of(kink.slopeBelow())
                          + " to "
                          + NumberText.of(kink.slopeAbove()))
                  + " at "
                  + NumberText.of(kink.x())
                  + ", where no kink is declared"));
    }
  }

  /** Whether nobody declared this of a formula. */
  private boolean isDerived(Function<ActivationDefinition, Optional<?>> declared) {
    return activation instanceof FormulaActivation
        && declared.apply(((FormulaActivation) activation).definition()).isEmpty();
  }
}
