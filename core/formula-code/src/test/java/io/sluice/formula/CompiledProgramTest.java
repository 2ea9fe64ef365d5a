package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.formula.code.CodeCompiler;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled formulas have the bits of interpreted ones. */
class CompiledProgramTest {

  private static final ProgramCompiler COMPILER = new CodeCompiler();

  /** What stands in no program: made of others there. */
  private static final List<Operation> ONLY_NODES =
      List.of(
          Operation.CONSTANT,
          Operation.VARIABLE,
          Operation.PARAMETER,
          Operation.SOFTPLUS,
          Operation.SIGMOID_SLOPE,
          Operation.GATE,
          Operation.GATE_SLOPE);

  static Stream<String> formulas() {
    return Stream.of(
        "relu(x)",
        "x",
        "-x",
        "3 * x",
        "x / (1 + exp(-x))",
        "tanh(x)",
        "sigmoid(x) + sigmoid(-x) * x",
        "sigmoid(x) * softplus(x)",
        "x if x > 0 else a * expm1(x)",
        "x if x >= 0 else a * x",
        "x if x == 0 else sin(a * x) / x",
        "x if a == 0 else x + sin(a * x)^2 / a",
        "sqrt(x) if x > a else log(1 - x)",
        "(1 if x > 0 else 2) * x + (-1 if x <= a else -3)",
        "-0 * x if x <= 1 else -x",
        "min(x, a, b) * max(x, a * x, -b)",
        "clamp(x, -a, b)",
        "abs(x) * sign(x - a) + step(x - b)",
        "x * tanh(log(1 + exp(a * x)))",
        "x * normcdf(b * x)",
        "erf(x) + erfc(a * x) + normcdf(-x) + exp(-x^2 / 2)",
        "sinc(x) + sinc(a * x) * sin(a * x)",
        "asin(x / (1 + abs(x))) + acos(tanh(x)) + atan(a * x) + acosh(1 + x^2) + asinh(b * x)",
        "(exp(a * x) - 1) / a + x / expm1(x) + log(1 + x^2) / x",
        "x^a + abs(x)^b + x^3 + x^-2 + 2^x",
        "log2(x) + log10(a + x^2) + cbrt(x) + square(b * x)",
        "sinh(x) / cosh(a * x) + tan(x) - atanh(tanh(b * x) / 2)",
        "x / sqrt(1 + a * x^2)",
        "x^2 / (1 + x^2) + exp(-x) * x",
        "cos(x) * sin(x) + cos(a * x)",
        "-1 if x < -1 else 1 if x > 1 else x",
        "a if x < -1 else (b if x < 0 else (x if x < 1 else x^2)) + a",
        "x / 3 + (sqrt(1 + x^2) - 1)",
        "1 - tanh(x)^2",
        "softplus(softplus(softplus(a * x)))",
        longer());
  }

  /** Too many operations for one loop. */
  private static String longer() {
    return Stream.iterate(1, k -> k + 1)
        .limit(14)
        .map(k -> "abs(x - " + k + ") * (x + a * " + k + ") / (b + " + k + " + x^2)")
        .collect(Collectors.joining(" + "));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void codeHasTheBitsOfTheInterpreter(String text) {
    programs(text).forEach(program -> comparison(program).compareBlocks());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void resultsMayBeWrittenOverInputs(String text) {
    programs(text).forEach(program -> comparison(program).compareOverInputs());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void codeIsWrongOnlyWhereItIsNanAndSaysThatItMayBe(String text) {
    programs(text).forEach(program -> comparison(program).compareCodeAlone());
  }

  @Test
  void everyOperationOfProgramsIsAmongThese() {
    Set<Operation> missing = EnumSet.allOf(Operation.class);
    formulas()
        .flatMap(CompiledProgramTest::programs)
        .flatMap(program -> program.steps().steps().stream())
        .forEach(step -> missing.remove(step.operation()));
    assertThat(missing).containsExactlyInAnyOrderElementsOf(ONLY_NODES);
  }

  private static Comparison comparison(Program program) {
    return new Comparison(program, COMPILER.compile(program.steps()).orElseThrow());
  }

  /**
   * The program of values, of values and slopes, and of all slopes, with and without parameters.
   */
  private static Stream<Program> programs(String text) {
    Formula formula = Formula.parse(text, Formula.parametersOf(text));
    int[] all = IntStream.range(0, formula.parameters().size()).toArray();
    Model model = new Model(formula, all);
    Model lastTrained = new Model(formula, all.length < 2 ? all : new int[] {all.length - 1});
    double[] given = Arrays.copyOf(new double[] {0.75, 1.5}, all.length);
    Stream<Program> fixed =
        Stream.of(new double[] {0.75, 1.5}, new double[] {0, -1})
            .map(values -> Arrays.copyOf(values, formula.parameters().size()))
            .flatMap(at -> Stream.of(model.values(at), model.valuesAndSlopes(at)));
    return Stream.concat(
        fixed,
        Stream.of(
            model.valuesGiven(given),
            model.valuesAndAllSlopesGiven(given),
            lastTrained.valuesAndAllSlopesGiven(given)));
  }
}
