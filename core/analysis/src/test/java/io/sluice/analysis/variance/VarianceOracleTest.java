package io.sluice.analysis.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.analysis.Distributions;
import io.sluice.analysis.statistics.OracleTable;
import io.sluice.spi.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sums of squares that statsmodels gives of the same tables. */
class VarianceOracleTest {

  private static final Percentage CLOSE = Percentage.withPercentage(1e-8);
  private static final List<String> TERMS = List.of("algorithm", "problem", "interaction");

  static List<OracleTable> tables() throws IOException {
    return OracleTable.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void sharesOfACompleteTableAreThose(OracleTable table) {
    List<Cell> cells = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (String algorithm : table.algorithms) {
      for (String problem : table.problems) {
        cells.add(cell(cells.size(), algorithm, problem));
        values.add(
            table.rows(algorithm, problem).stream()
                .mapToDouble(row -> Math.log10(Math.min(row.loss(), 1e6)))
                .toArray());
      }
    }
    Decomposition decomposition =
        Decomposition.of(Design.of(cells), values.toArray(double[][]::new)).orElseThrow();
    JsonNode expected = table.expected.get("anova");
    for (String term : TERMS) {
      Source source = source(decomposition, term);
      assertThat(source.etaSquared())
          .as(term)
          .isCloseTo(expected.get(term).get("eta2").asDouble(), CLOSE);
      assertThat(source.degrees()).isEqualTo(expected.get(term).get("df").asInt());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void sumsOfSquaresOfACompleteTableAreThose(OracleTable table) {
    Observations all = new Observations(table, loss -> true);
    JsonNode expected = table.expected.get("anova");
    assertTerms(all, expected, "sum_sq");
    for (int t = 0; t < TERMS.size(); t++) {
      JsonNode term = expected.get(TERMS.get(t));
      double sum = all.sum(t);
      double error = all.residual() / all.residualDegrees();
      assertThat(sum / (sum + all.residual()))
          .isCloseTo(term.get("partial_eta2").asDouble(), CLOSE);
      assertThat((sum - all.degrees(t) * error) / (all.total() + error))
          .isCloseTo(term.get("omega2").asDouble(), CLOSE);
    }
  }

  /**
   * These figures were computed from the losses as they are, the one above 1e6 included: cut, the
   * table's total would be 1460.1, and not the 1505.2 that they add up to.
   */
  @ParameterizedTest
  @MethodSource("tables")
  void sumsOfSquaresOfATableWithHolesAreThose(OracleTable table) {
    JsonNode expected = table.expected.get("anova_unbalanced_without_inf");
    Observations finite = new Observations(table, Double::isFinite);
    assertThat(finite.values.length).isEqualTo(expected.get("n").asInt());
    assertTerms(finite, expected, "type2_sum_sq");
  }

  private static void assertTerms(Observations observations, JsonNode expected, String sum) {
    JsonNode residual = expected.get("residual");
    assertThat(observations.residual()).isCloseTo(residual.get(sum).asDouble(), CLOSE);
    assertThat(observations.residualDegrees()).isEqualTo(residual.get("df").asInt());
    for (int t = 0; t < TERMS.size(); t++) {
      JsonNode term = expected.get(TERMS.get(t));
      assertThat(observations.degrees(t)).isEqualTo(term.get("df").asInt());
      assertThat(observations.sum(t)).as(TERMS.get(t)).isCloseTo(term.get(sum).asDouble(), CLOSE);
      double f =
          observations.sum(t)
              / observations.degrees(t)
              / (observations.residual() / observations.residualDegrees());
      assertThat(f).isCloseTo(term.get("F").asDouble(), CLOSE);
      assertThat(
              Distributions.upperTailOfF(
                  f, observations.degrees(t), observations.residualDegrees()))
          .isCloseTo(term.get("p").asDouble(), within(1e-9 * term.get("p").asDouble() + 1e-12));
    }
  }

  private static Cell cell(int index, String algorithm, String problem) {
    Map<String, String> labels = new LinkedHashMap<>();
    io.sluice.spi.Factor.names(io.sluice.spi.Factor.FIRST)
        .forEach(factor -> labels.put(factor, "-"));
    labels.put("optimizer", algorithm);
    labels.put("problem", problem);
    return Cell.of(io.sluice.spi.Factor.FIRST, index, labels, Map.of());
  }

  private static Source source(Decomposition decomposition, String term) {
    switch (term) {
      case "algorithm":
        return decomposition.source("optimizer").orElseThrow();
      case "problem":
        return decomposition.source("problem").orElseThrow();
      default:
        return decomposition.sources().stream().filter(Source::isInteraction).findFirst().get();
    }
  }

  /** Each trial as a cell of its own, so that cells need not be equally large. */
  private static final class Observations {
    private final double[] values;
    private final AdjustedEffects effects;
    private final double[][] parts;
    private final Design design;
    private double within;
    private int filled;

    Observations(OracleTable table, DoublePredicate counts) {
      List<Cell> cells = new ArrayList<>();
      List<Double> logs = new ArrayList<>();
      boolean cut = counts.test(Double.POSITIVE_INFINITY);
      for (String algorithm : table.algorithms) {
        for (String problem : table.problems) {
          double[] own =
              table.rows(algorithm, problem).stream()
                  .mapToDouble(OracleTable.Row::loss)
                  .filter(counts)
                  .map(loss -> Math.log10(cut ? Math.min(loss, 1e6) : loss))
                  .toArray();
          double mean = Arrays.stream(own).average().orElse(0);
          filled += own.length > 0 ? 1 : 0;
          for (double value : own) {
            cells.add(cell(cells.size(), algorithm, problem));
            logs.add(value);
            within += (value - mean) * (value - mean);
          }
        }
      }
      values = logs.stream().mapToDouble(Double::doubleValue).toArray();
      design = Design.of(cells);
      effects = new AdjustedEffects(design);
      parts = new double[TERMS.size()][];
      for (int t = 0; t < parts.length; t++) {
        parts[t] = new double[effects.coordinates(t)];
      }
      effects.split(values, parts);
    }

    /** The place of a term in the design. */
    private int place(int term) {
      String name = term == 2 ? "" : term == 0 ? "optimizer" : "problem";
      for (int t = 0; t < TERMS.size(); t++) {
        List<String> names = design.names(design.terms().get(t));
        if (name.isEmpty() ? names.size() == 2 : names.equals(List.of(name))) {
          return t;
        }
      }
      throw new IllegalStateException("no term " + TERMS.get(term));
    }

    double sum(int term) {
      double sum = 0;
      for (double part : parts[place(term)]) {
        sum += part * part;
      }
      return sum * values.length;
    }

    int degrees(int term) {
      return effects.degrees(place(term));
    }

    double residual() {
      return within;
    }

    int residualDegrees() {
      return values.length - filled;
    }

    double total() {
      double mean = Arrays.stream(values).average().orElse(0);
      return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }
  }
}
