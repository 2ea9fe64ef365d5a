package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerChoiceTest {

  private static final Optional<ProgramCompiler> SOME = Optional.of(steps -> Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"auto", "compiled"})
  void theCompilerThatIsFoundIsTaken(String wanted) {
    assertThat(CompilerChoice.chosen(wanted, SOME)).isEqualTo(SOME);
  }

  @Test
  void withoutOneFormulasAreInterpreted() {
    assertThat(CompilerChoice.chosen("auto", Optional.empty())).isEmpty();
    assertThat(ProgramCompiler.running()).isEqualTo("interpreted");
  }

  @Test
  void whatIsFoundNeedNotBeUsed() {
    assertThat(CompilerChoice.chosen("interpreted", SOME)).isEmpty();
  }

  @Test
  void anOrderThatCannotBeHadSaysWhy() {
    assertThatThrownBy(() -> CompilerChoice.chosen("compiled", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sluice-formula-code is not on the class path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "Compiled"})
  void anyOtherWordIsRefusedWithThoseThereAre(String wanted) {
    assertThatThrownBy(() -> CompilerChoice.chosen(wanted, SOME))
        .hasMessage(
            "sluice.formulas must be auto, compiled or interpreted, but is \"" + wanted + "\"");
  }
}
