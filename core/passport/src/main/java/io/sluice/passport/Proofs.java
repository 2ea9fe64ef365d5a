package io.sluice.passport;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.Formula;
import io.sluice.passport.proof.Bounds;
import io.sluice.passport.proof.Certificate;
import io.sluice.passport.proof.Prover;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** What can be proved of an activation by its formula, and where the formula disagrees with it. */
final class Proofs {

  private static final double AGREEMENT = 1e-9;

  private final Activation activation;
  private final List<Finding> findings = new ArrayList<>();
  private final Formula formula;
  private final double[] parameters;
  private final Prover prover;

  private Certificate values;
  private Certificate slopes;

  Proofs(Activation activation) {
    this.activation = activation;
    List<Hyperparameter> hyperparameters = activation.hyperparameters();
    this.parameters = hyperparameters.stream().mapToDouble(Hyperparameter::value).toArray();
    this.formula = read(hyperparameters.stream().map(Hyperparameter::name).toList());
    this.prover =
        formula == null ? null : new Prover(formula.expression(), parameters, activation.kinks());
  }

  private Formula read(List<String> names) {
    String text = activation.description().formula();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Formula.parse(text, names);
    } catch (IllegalArgumentException unreadable) {
      findings.add(
          Finding.remark(
              "formula",
              "\"" + text + "\" is not in the language of formulas: " + unreadable.getMessage()));
      return null;
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /**
   * Compares the formula with the function; if they differ, or the slope is none of the formula,
   * nothing is proved.
   */
  boolean agrees(double[] points) {
    if (formula == null) {
      return false;
    }
    return agrees("value", activation::value, prover::value, points)
        && activation.surrogateSlope().isEmpty()
        && agrees("slope", activation::slope, prover::slope, points);
  }

  private boolean agrees(
      String what,
      DoubleUnaryOperator function,
      DoubleFunction<Bounds> enclosure,
      double[] points) {
    for (double x : points) {
      Bounds exact = enclosure.apply(x);
      double found = function.applyAsDouble(x);
      double size = Math.max(Math.abs(exact.low()), Math.abs(exact.high()));
      double margin = AGREEMENT * (what.equals("slope") ? Math.max(1, size) : size) + 1e-300;
      if (found < exact.low() - margin || found > exact.high() + margin) {
        findings.add(
            Finding.contradiction(
                "formula",
                "the formula \""
                    + formula.text()
                    + "\" has the "
                    + what
                    + " "
                    + NumberText.of(0.5 * exact.low() + 0.5 * exact.high())
                    + " at "
                    + NumberText.of(x)
                    + ", but "
                    + what
                    + "("
                    + NumberText.of(x)
                    + ") is "
                    + NumberText.of(found)));
        return false;
      }
    }
    return true;
  }

  /** The range, with what is proved of it. */
  Range range(Range range) {
    values = prover.values();
    return new Range(
        range.declared(), least(values, range.least()), greatest(values, range.greatest()));
  }

  /** The slopes, with what is proved of them. */
  Slopes slopes(Slopes range) {
    slopes = prover.slopes();
    Extreme least = least(slopes, range.least());
    Extreme greatest = greatest(slopes, range.greatest());
    boolean both =
        least.evidence() == Evidence.PROVED
            && greatest.evidence() == Evidence.PROVED
            && (Double.isInfinite(range.steepest().value())
                == Double.isInfinite(Math.max(-least.value(), greatest.value())));
    return new Slopes(
        least, greatest, both ? range.steepest().proved() : range.steepest(), range.near());
  }

  private static Extreme least(Certificate certificate, Extreme found) {
    return certificate.provesLeast(found.value()) ? found.proved() : found;
  }

  private static Extreme greatest(Certificate certificate, Extreme found) {
    return certificate.provesGreatest(found.value()) ? found.proved() : found;
  }

  /** The shape, with what is proved of it. */
  Shape shape(Shape shape) {
    boolean rises =
        shape.monotonicity() == Shape.Monotonicity.INCREASING
            || shape.monotonicity() == Shape.Monotonicity.NON_DECREASING;
    boolean falls =
        shape.monotonicity() == Shape.Monotonicity.DECREASING
            || shape.monotonicity() == Shape.Monotonicity.NON_INCREASING;
    boolean proved =
        (rises && slopes.least().low() >= 0 || falls && slopes.greatest().high() <= 0)
            && prover.isContinuous();
    boolean analytic = shape.smoothness() == Shape.Smoothness.TWICE && prover.isAnalytic();
    return new Shape(
        shape.monotonicity(),
        proved ? Evidence.PROVED : shape.monotonicityEvidence(),
        shape.symmetry(),
        shape.curvature(),
        analytic ? Shape.Smoothness.SMOOTH : shape.smoothness(),
        analytic ? Evidence.PROVED : shape.smoothnessEvidence(),
        shape.kinks(),
        shape.bends());
  }

  /** How many parts the formula has; 1 where there is none. */
  int parts() {
    return prover == null ? 1 : prover.parts();
  }

  /** Whether the formula proves that there are neither kinks nor bends. */
  boolean isAnalytic() {
    return prover.isAnalytic();
  }

  /** How accurate the block form is. */
  Accuracy accuracy() {
    return Accuracy.of(activation, formula, parameters);
  }

  /** For all x of at most this size, infinity for all. */
  double reach() {
    return Math.min(values.reach(), slopes.reach());
  }
}
