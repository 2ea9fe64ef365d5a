package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.formula.Expression.Binary;
import io.sluice.formula.Expression.Call;
import io.sluice.formula.Expression.Choice;
import io.sluice.formula.Expression.Comparison;
import io.sluice.formula.Expression.Condition;
import io.sluice.formula.Expression.Negation;
import io.sluice.formula.Expression.Number;
import io.sluice.formula.Expression.Operator;
import io.sluice.formula.Expression.Parameter;
import io.sluice.formula.Expression.Variable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

  private static final Variable X = new Variable();

  private static Expression parsed(String text) {
    return Formula.parse(text, List.of("a", "negative-slope")).expression();
  }

  private static Binary binary(Operator operator, Expression left, Expression right) {
    return new Binary(operator, left, right);
  }

  private static Number number(double value) {
    return new Number(value);
  }

  @Test
  void productsBindStrongerThanSumsAndBothGoFromTheLeft() {
    assertThat(parsed("x - 2 * x - 3 / x / 4"))
        .isEqualTo(
            binary(
                Operator.MINUS,
                binary(Operator.MINUS, X, binary(Operator.TIMES, number(2), X)),
                binary(Operator.DIVIDE, binary(Operator.DIVIDE, number(3), X), number(4))));
  }

  @Test
  void powersGoFromTheRightAndBindStrongerThanSigns() {
    Expression tower =
        new Negation(binary(Operator.POWER, X, binary(Operator.POWER, number(2), X)));
    assertThat(parsed("-x^2^x")).isEqualTo(tower);
    assertThat(parsed("-x**2**x")).isEqualTo(tower);
    assertThat(parsed("x^-2")).isEqualTo(binary(Operator.POWER, X, new Negation(number(2))));
    assertThat(parsed("pow(x, +2)")).isEqualTo(binary(Operator.POWER, X, number(2)));
  }

  @Test
  void choicesAreWrittenAsInPython() {
    Condition negative = new Condition(X, Comparison.LESS, number(0));
    Condition large = new Condition(number(1), Comparison.AT_MOST, X);
    assertThat(parsed("-x if x < 0 else 1 if 1 <= x else x"))
        .isEqualTo(new Choice(negative, new Negation(X), new Choice(large, number(1), X)));
  }

  @Test
  void declaredNamesAreWrittenWithUnderscores() {
    assertThat(parsed("negative_slope * min(a, x)"))
        .isEqualTo(
            binary(
                Operator.TIMES,
                new Parameter(1, "negative_slope"),
                new Call(FormulaFunction.MIN, List.of(new Parameter(0, "a"), X))));
  }

  @Test
  void theLargestOfSeveralIsTheLargestOfTwoAgain() {
    assertThat(parsed("max(1, x, a)")).isEqualTo(parsed("max(max(1, x), a)"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", ".5, 0.5", "2., 2", "1e-3, 0.001", "2.5E2, 250", "pi, 3.141592653589793"})
  void numbersAreDecimal(String text, double value) {
    assertThat(parsed(text + " * x")).isEqualTo(binary(Operator.TIMES, number(value), X));
  }

  @Test
  void theLetterAloneIsEulersNumber() {
    assertThat(parsed("e^x")).isEqualTo(binary(Operator.POWER, number(Math.E), X));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x * tahn(x)|4|unknown function \"tahn\" (did you mean \"tanh\"?)",
        "x * aa|4|unknown name \"aa\" (did you mean \"a\"?); there are x, pi, e and a, negative_slope",
        "x * b|4|unknown name \"b\"; there are x, pi, e and a, negative_slope",
        "X * a|0|unknown name \"X\" (did you mean \"x\"?); there are x, pi, e and a, negative_slope",
        "ln(x)|0|unknown function \"ln\" (did you mean \"log\"?)",
        "Ln(x)|0|unknown function \"Ln\" (did you mean \"log\"?)",
        "arctan(x)|0|unknown function \"arctan\" (did you mean \"atan\"?)",
        "arsinh(x)|0|unknown function \"arsinh\" (did you mean \"asinh\"?)",
        "1 - sgn(x)|4|unknown function \"sgn\" (did you mean \"sign\"?)",
        "expit(x)|0|unknown function \"expit\" (did you mean \"sigmoid\"?)",
        "heaviside(x)|0|unknown function \"heaviside\" (did you mean \"step\"?)",
        "clip(x, 0, 1)|0|unknown function \"clip\" (did you mean \"clamp\"?)",
        "lg(x)|0|unknown function \"lg\" (did you mean \"log10\"?)",
        "q(x)|0|unknown function \"q\"",
        "x * zeta|4|unknown name \"zeta\"; there are x, pi, e and a, negative_slope",
        "2x|1|\"x\" cannot follow the number 2; write * between factors",
        "2 x|2|an operator is missing before \"x\"; write * between factors",
        "(x)(x)|3|an operator is missing before \"(\"; write * between factors",
        "a(x)|0|unknown function \"a\"; write * between factors",
        "x +|3|a number, a name or \"(\" is missing before the end",
        "x + * 2|4|a number, a name or \"(\" is missing before \"*\"",
        "tanh(x|4|\"(\" is never closed",
        "tanh x|0|the function \"tanh\" has no argument; write tanh(...)",
        "tanh()|0|tanh takes one argument, not 0",
        "tanh(x, 1)|0|tanh takes one argument, not 2",
        "min(x)|0|min takes 2 arguments, not 1",
        "clamp(x, 0)|0|clamp takes 3 arguments, not 2",
        "x)|1|\")\" closes nothing",
        "x if x else 1|7|a condition needs a comparison before \"else\": one of < <= > >= ==",
        "x if x > 0|10|\"else\" is missing after the condition before the end",
        "x if (x > 0) else 1|8|\">\" cannot stand; one comparison stands between \"if\" and \"else\", without parentheses",
        "x if 0 < x < 1 else 1|11|\"else\" is missing after the condition before \"<\"",
        "x = 1|2|\"=\" means nothing; write == to compare",
        "x²|1|\"²\" means nothing; write ^2",
        "x; 1|1|\";\" means nothing",
        "1e999 * x|0|the number 1e999 is too large",
        "1.2.3|3|\".\" cannot follow the number 1.2",
        "``|0|the formula is empty"
      })
  void errorsPointAtTheCharacter(String text, int position, String complaint) {
    FormulaException error =
        catchThrowableOfType(FormulaException.class, () -> parsed(text == null ? "" : text));
    assertThat(error.complaint()).isEqualTo(complaint);
    assertThat(error.position()).isEqualTo(position);
    assertThat(error).hasMessageContaining(" at character " + (position + 1) + " of the formula");
  }

  @Test
  void aCaretStandsBelowTheCharacter() {
    FormulaException error =
        catchThrowableOfType(FormulaException.class, () -> parsed("x * tahn(x)"));
    assertThat(error.pointer()).isEqualTo("x * tahn(x)\n    ^");
  }

  @Test
  void ofALongFormulaOnlyThePartAroundTheCharacterIsShown() {
    String terms = "x + ".repeat(40);
    FormulaException error =
        catchThrowableOfType(FormulaException.class, () -> parsed(terms + "q + " + terms + "x"));
    String[] lines = error.pointer().split("\n");
    assertThat(lines[0]).hasSizeLessThan(80).startsWith("...").endsWith("...");
    assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('q');
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> parsed("x + ".repeat(2000) + "x")).hasMessageContaining("too long");
    assertThatThrownBy(() -> parsed("x+".repeat(400) + "x")).hasMessageContaining("too many");
    for (String deep : List.of("(", "-", "exp(", "2^", "1 if x > 0 else ")) {
      assertThatThrownBy(() -> parsed(deep.repeat(100) + "x"))
          .as(deep)
          .hasMessageContaining("too deep");
    }
  }

  /** Words in any order are read, or refused at one of their characters. */
  @Test
  void anyTextIsReadOrRefused() {
    String[] words = {
      "x", "a", "2", ".5", "1e3", "+", "-", "*", "/", "^", "**", "(", ")", ",", "<", ">=", "==",
      "if", "else", "tanh(", "max(", "pow(", "pi", "e", "foo", "#", "\u00e9", "\n", "\u0000"
    };
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 1 + random.nextInt(8); k > 0; k--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      try {
        parsed(text.toString());
        read++;
      } catch (FormulaException refused) {
        assertThat(refused.position()).isBetween(0, text.length());
        assertThat(refused.pointer()).endsWith("^");
      }
    }
    assertThat(read).isBetween(100, 19_000);
  }

  @ParameterizedTest
  @CsvSource({"x", "e", "tanh", "pow", "if", "A", "2a", "a b"})
  void namesThatMeanSomethingElseAreNoHyperparameters(String name) {
    assertThatThrownBy(() -> Formula.parse("x", List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + name + "\"");
  }
}
