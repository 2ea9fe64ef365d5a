package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTextTest {

  private static ActivationDefinition back(String text) {
    Activation read =
        (Activation) new PackFile().read(text, "back.yaml").entries().get(0).component();
    return ((FormulaActivation) read).definition();
  }

  private static ActivationDefinition definition(String summary, Optional<String> range) {
    return new ActivationDefinition(
        "lift",
        new Description(
            summary,
            "max(x, -neg_b) * (1 + on) * tanh(a * x)",
            "Somebody: a source",
            List.of("raise"),
            List.of("One: note", "# another"),
            false),
        List.of(
            Hyperparameter.real(
                "a", 0.1 + 0.2, Interval.openClosed(0, 1e-3 + 1), "how steep, or so"),
            Hyperparameter.integer("neg-b", 3, Interval.NOT_NEGATIVE, ""),
            Hyperparameter.flag("on", true, "whether")),
        List.of("neg-b", "a"),
        Sharing.LAYER,
        range,
        Optional.of(List.of("-neg_b", "0", "1e3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "max(0, 1 - abs(b * x))", "-1.5e-3"})
  void slopesThatAreNotDerivedComeBack(String slope) {
    ActivationDefinition written =
        new ActivationDefinition(
            "steps",
            Description.of("Steps", "step(b * x)", ""),
            List.of(Hyperparameter.real("b", 2, Interval.REALS, "")),
            List.of(),
            Sharing.FIXED,
            Optional.empty(),
            Optional.empty(),
            Optional.of(slope));
    assertThat(back(PackText.of(written))).isEqualTo(written);
    assertThat(back(PackText.of(FormulaActivation.of(written)))).isEqualTo(written);
  }

  @Test
  void whatIsComputedInPlaceOfTheFormulaComesBack() {
    ActivationDefinition written =
        new ActivationDefinition(
            "lines",
            Description.of("Lines", "(x + abs(x)) / 2", ""),
            List.of(),
            List.of(),
            Sharing.FIXED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("max(0, x)"));
    assertThat(back(PackText.of(written))).isEqualTo(written);
    assertThat(back(PackText.of(FormulaActivation.of(written)))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words",
        "With a colon: here",
        "null",
        "\"quoted\" and \\ more",
        "ends in a colon:",
        "# looks like a comment",
        "has one # inside",
        "- a dash",
        "α and ∞ and 𝛽",
        "two\nlines",
        "a tab\there",
        "[1, 2]",
        "{a: b}",
        "true",
        "1.5"
      })
  void definitionsAreReadBackAsTheyWere(String summary) {
    ActivationDefinition written = definition(summary, Optional.of("(-neg_b, inf)"));
    assertThat(back(PackText.of(written))).isEqualTo(written);
  }

  @Test
  void whatIsDerivedIsNotWritten() {
    ActivationDefinition plain = ActivationDefinition.of("cube", Description.of("", "x^3", ""));
    assertThat(PackText.of(plain))
        .isEqualTo("pack: cube\nversion: 1.0.0\nactivations:\n  - id: cube\n    formula: x^3\n");
    assertThat(back(PackText.of(plain))).isEqualTo(plain);
  }

  @Test
  void activationsInJavaAreToldByTheirFormula() {
    assertThat(PackText.of(new Saturated(2)))
        .isEqualTo(
            String.join(
                "\n",
                "pack: saturated",
                "version: 1.0.0",
                "activations:",
                "  # left out, because the formula does not have it: unused",
                "  # left out, because it moves with b: range (-2, inf)",
                "  - id: saturated",
                "    summary: A line with a gate",
                "    formula: x * sigmoid(x / b)",
                "    set:",
                "      b: {preset: 2, range: \"(0, inf)\", doc: \"the height\"}",
                "    kinks: [1]",
                ""));
  }

  @Test
  void whatHasNoFormulaCannotBeSaid() {
    assertThatThrownBy(
            () ->
                PackText.of(
                    new Activation() {
                      @Override
                      public String id() {
                        return "mute";
                      }

                      @Override
                      public double value(double x) {
                        return x;
                      }

                      @Override
                      public double slope(double x) {
                        return 1;
                      }
                    }))
        .hasMessage("mute has no formula, so that no text can define it");
  }

  /** Declares a kink that is none, so that there is one to be told. */
  private record Saturated(double b) implements Activation {

    @Override
    public String id() {
      return "saturated";
    }

    @Override
    public Description description() {
      return Description.of("A line with a gate", "x * sigmoid(x / b)", "");
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("b", b, Interval.POSITIVE, "the height"),
          Hyperparameter.real("unused", 0, Interval.REALS, ""));
    }

    @Override
    public Saturated with(Map<String, Double> values) {
      return new Saturated(values.get("b"));
    }

    @Override
    public Interval range() {
      return Interval.above(-b);
    }

    @Override
    public double[] kinks() {
      return new double[] {1};
    }

    @Override
    public double value(double x) {
      return x / (1 + Math.exp(-x / b));
    }

    @Override
    public double slope(double x) {
      return 1; // Nobody asks.
    }
  }
}
