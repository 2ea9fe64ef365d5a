package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.code.CodeCompiler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCompilerTest {

  private static final ProgramCompiler COMPILER = new CodeCompiler();

  @Test
  void isFoundAtRunTime() {
    assertThat(ProgramCompiler.running()).isEqualTo("compiled");
  }

  /** One loop straight from x to value and slope, and nothing to look at afterwards. */
  @ParameterizedTest
  @ValueSource(strings = {"relu(x)", "x if x > 0 else 0.1 * x"})
  void shortArithmeticIsOneLoopThatNeedsNoLookForNan(String text) {
    ProgramCode code = COMPILER.compile(steps(text)).orElseThrow();
    assertThat(code.rows()).isZero();
    assertThat(code.mayBeNan(0)).isFalse();
    assertThat(code.mayBeNan(1)).isFalse();
  }

  /** Each is 0 times infinity, or infinity over infinity, somewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"x * exp(-x)", "x / (1 + abs(x))", "log(x)", "x + sin(x)"})
  void whatMayBeNanIsLookedAt(String text) {
    assertThat(COMPILER.compile(steps(text)).orElseThrow().mayBeNan(0)).isTrue();
  }

  @Test
  void tooManyStepsAreLeftToTheInterpreter() {
    List<Steps.Step> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(new Steps.Step(Operation.NEGATE, i, 0, 0, i + 1, 0, 0));
    }
    assertThat(COMPILER.compile(new Steps(many, 5001, 1, List.of(5000)))).isEmpty();
  }

  /** A call each, so that the method which calls them would be too large to be compiled. */
  @Test
  void tooManyCallsAreLeftToTheInterpreter() {
    List<Steps.Step> many = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      many.add(new Steps.Step(Operation.EXP, i, 0, 0, i + 1, 0, 0));
    }
    assertThat(COMPILER.compile(new Steps(many, 901, 1, List.of(900)))).isEmpty();
  }

  private static Steps steps(String text) {
    return new Model(Formula.parse(text, List.of()), new int[0])
        .valuesAndSlopes(new double[0])
        .steps();
  }
}
