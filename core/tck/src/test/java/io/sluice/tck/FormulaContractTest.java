package io.sluice.tck;

import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas keep the contracts of activations. */
class FormulaContractTest {

  private static Stream<Named<Activation>> named(String... formulas) {
    return Stream.of(formulas).map(text -> Named.of(text, activation(text)));
  }

  /** The activation of {@code formula; a=1; b=2}. */
  private static Activation activation(String text) {
    String[] parts = text.split("; ");
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] setting = parts[i].split("=");
      values.put(setting[0], Double.valueOf(setting[1]));
    }
    return FormulaActivation.of("", parts[0], values);
  }

  static Stream<Named<Activation>> formulas() {
    return Stream.concat(
        withParameters(),
        named(
            "x",
            "x * tanh(log(1 + exp(x)))",
            "x / (1 + exp(-x))",
            "x * normcdf(x)",
            "0.5 * x * (1 + erf(x / sqrt(2)))",
            "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
            "x / (1 + abs(x))",
            "x / sqrt(1 + x^2)",
            "relu(x)^2",
            "clamp(x, -1, 1)",
            "clamp(0.2 * x + 0.5, 0, 1) * x",
            "min(abs(x), 3, exp(x))",
            "x if x > 0 else expm1(x)",
            "1.0507 * (x if x > 0 else 1.67326 * expm1(x))",
            "exp(-x^2)",
            "x * exp(-x^2 / 2)",
            "sinc(x)",
            "sin(x) + cos(x) + 0.1 * x",
            "sign(x) * log(1 + abs(x))",
            "cbrt(x)",
            "-tanh(0.1 * (-x)^1.5) if x < 0 else tanh(1.1 * x^1.2)",
            "2 * x^0.5 if x > 0 else 0",
            "asinh(x) - atan(x)",
            "(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
            "1 - 2 / (exp(2 * x) + 1)",
            "x^2 / (1 + x^2)",
            "x^3 - x^2",
            "step(x) - step(x - 1)",
            "max(x, 0.5 * x - 1, -2)",
            "x * min(max(0, x + 3), 6) / 6",
            "acos(clamp(x, -1, 1)) + asin(tanh(x) / 2)",
            "2^(-abs(x))",
            "x * sigmoid(x) * (1 - sigmoid(x))",
            "tanh(x)^3 if x >= -1 else 0.5 * x"));
  }

  static Stream<Named<Activation>> withParameters() {
    return named(
        "x * sigmoid(beta * x); beta=1.5",
        "x + sin(a * x)^2 / a; a=1",
        "x if x > 0 else a * x; a=0.25",
        "x if x > 0 else alpha * expm1(x / alpha); alpha=1.25",
        "x * tanh(log(1 + exp(a * x))); a=1.5",
        "(p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x; p1=1.2; p2=0.3; beta=0.7",
        "log(1 + exp(a * x)) / a; a=1",
        "x / sqrt(1 + a^2 * x^2); a=0.5",
        "tanh(a * x) * cosh(b) ; a=0.7; b=0.25",
        "a * exp(-(x - b)^2); a=1; b=0.5",
        "max(a * x, x); a=0.125");
  }

  @Nested
  @ParameterizedClass
  @MethodSource("io.sluice.tck.FormulaContractTest#formulas")
  class Any implements ComponentContract {

    private final Activation activation;

    Any(Activation activation) {
      this.activation = activation;
    }

    @Override
    public Activation component() {
      return activation;
    }
  }

  @Nested
  @ParameterizedClass
  @MethodSource("io.sluice.tck.FormulaContractTest#withParameters")
  class Trained implements ComponentContract {

    private final TrainableActivation activation;

    Trained(Activation activation) {
      this.activation = (TrainableActivation) activation;
    }

    @Override
    public TrainableActivation component() {
      return activation;
    }
  }
}
