package io.sluice.passport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.FormulaActivation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {

  /** Enough for the moments of a calm function, not for its edge of chaos. */
  private static final long SMALL = 30_000;

  private static FormulaActivation formula(String text) {
    return FormulaActivation.of("written", text, Map.of());
  }

  private static List<String> open(Passport passport) {
    return passport.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.OPEN)
        .map(Finding::subject)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(1e3*x)",
        "cos(exp(x))",
        "abs(sin(1e6*x))",
        "x*sin(300*x)*cos(700*x)",
        "sin(x^3)",
        "x if sin(x) > cos(x) else -x",
        "x if sin(50*x) > 0 else (0 if cos(70*x) > 0.5 else tanh(x))",
        "max(sin(100*x), cos(99*x), 0)",
        "sign(sin(1000*x))",
        "tanh(x)",
        "max(0, x)",
      })
  void noPartSpendsMoreThanItsShareAndWhatIsLeftOpenIsSaid(String text) {
    Examination examination = new Examination(formula(text), SMALL);
    Passport passport = examination.passport();
    // Moments and edge of chaos.
    assertThat(examination.effort().spent()).isLessThanOrEqualTo(2 * SMALL);
    assertThat(open(passport)).contains("edge of chaos");
    assertThat(passport.edgeOfChaos()).hasSize(5).noneMatch(EdgePoint::examined);
    assertThat(passport.shape().kinks()).hasSizeLessThanOrEqualTo(KinkList.MANY);
    assertThat(passport.findings())
        .as("nobody declares anything of a formula")
        .noneMatch(finding -> finding.subject().equals("kinks") && finding.isContradiction());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh(x)", "max(0, x)", "x if x > 0 else expm1(x)", "sin(x)"})
  void calmFunctionsAreExaminedToTheEnd(String text) {
    Examination examination = new Examination(formula(text));
    Passport passport = examination.passport();
    assertThat(open(passport)).isEmpty();
    assertThat(passport.edgeOfChaos()).allMatch(EdgePoint::examined);
    assertThat(examination.effort().spent()).isPositive().isLessThan(Effort.share(10));
  }

  @Test
  void endlessJumpsAreNoContradiction() {
    Passport passport = new Examination(formula("x if sin(x) > cos(x) else -x"), SMALL).passport();
    assertThat(passport.isValid()).isTrue();
    assertThat(passport.shape().smoothness()).isEqualTo(Shape.Smoothness.DISCONTINUOUS);
    assertThat(passport.shape().kinks()).hasSize(KinkList.SHOWN).allMatch(Kink::isJump);
    // The first are π/4 and -3π/4.
    assertThat(passport.shape().kinks())
        .anyMatch(kink -> Math.abs(kink.x() - Math.PI / 4) < 1e-9)
        .anyMatch(kink -> Math.abs(kink.x() + 3 * Math.PI / 4) < 1e-9);
    assertThat(open(passport)).contains("kinks");
  }

  @Test
  void whatIsProvedToBeSmoothHasNoKinksHoweverFastItOscillates() {
    for (String text : new String[] {"cos(exp(x))", "sin(1e3*x)", "sin(x^3)"}) {
      Passport passport = new Examination(formula(text), SMALL).passport();
      assertThat(passport.shape().kinks()).as(text).isEmpty();
      assertThat(passport.shape().bends()).as(text).isEmpty();
      assertThat(passport.shape().smoothness()).as(text).isEqualTo(Shape.Smoothness.SMOOTH);
    }
  }

  @Test
  void longFormulasHaveSmallerShares() {
    assertThat(Effort.share(1)).isEqualTo(Effort.share(5)).isGreaterThan(Effort.share(50));
    assertThat(Effort.share(1000)).isGreaterThan(SMALL);
  }

  @Test
  void theClockStopsWhatTakesLongWithFewEvaluations() {
    AtomicLong now = new AtomicLong();
    FormulaActivation tanh = formula("tanh(x)");
    Effort effort = new Effort(tanh, 1_000_000, now::get);
    assertThat(effort.within(() -> sum(effort, 10_000, now, 1_000))).isPresent();
    assertThat(effort.within(() -> sum(effort, 10_000, now, 1_000_000))).isEmpty();
    assertThat(effort.within(() -> sum(effort, 1_000_000, now, 0))).isPresent();
    assertThat(effort.within(() -> sum(effort, 1_000_001, now, 0))).isEmpty();
  }

  /** A part that evaluates so often, each time for so many nanoseconds. */
  private static double sum(Effort effort, int evaluations, AtomicLong now, long nanos) {
    double sum = 0;
    for (int i = 0; i < evaluations; i++) {
      now.addAndGet(nanos);
      sum += i % 2 == 0 ? effort.counted().value(i) : effort.counted().slope(i);
    }
    return sum;
  }
}
