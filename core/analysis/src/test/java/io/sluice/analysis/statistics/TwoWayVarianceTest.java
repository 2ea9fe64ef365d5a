package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.spi.RandomStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TwoWayVarianceTest {

  private static final Percentage CLOSE = Percentage.withPercentage(1e-7);

  @Test
  void balancedOracleTableAgrees() throws IOException {
    JsonNode expected = expected("anova");
    TwoWayVariance analysis = TwoWayVariance.of(oracleTable(true));
    assertTerm(analysis.first(), expected.get("algorithm"), "sum_sq");
    assertTerm(analysis.second(), expected.get("problem"), "sum_sq");
    assertTerm(analysis.interaction(), expected.get("interaction"), "sum_sq");
    assertEffectSizes(analysis.first(), expected.get("algorithm"));
    assertEffectSizes(analysis.second(), expected.get("problem"));
    assertEffectSizes(analysis.interaction(), expected.get("interaction"));
    assertResidual(analysis, expected.get("residual"), "sum_sq");
    double sum =
        analysis.first().sumOfSquares()
            + analysis.second().sumOfSquares()
            + analysis.interaction().sumOfSquares()
            + analysis.residual().sumOfSquares();
    assertThat(sum).isCloseTo(analysis.total(), CLOSE);
  }

  @Test
  void unbalancedOracleTableAgrees() throws IOException {
    JsonNode expected = expected("anova_unbalanced_without_inf");
    TwoWayVariance analysis = TwoWayVariance.of(oracleTable(false));
    assertThat(analysis.count()).isEqualTo(expected.get("n").asDouble());
    assertTerm(analysis.first(), expected.get("algorithm"), "type2_sum_sq");
    assertTerm(analysis.second(), expected.get("problem"), "type2_sum_sq");
    assertTerm(analysis.interaction(), expected.get("interaction"), "type2_sum_sq");
    assertResidual(analysis, expected.get("residual"), "type2_sum_sq");
  }

  @Test
  void turnedTableGivesTheSameWithTheFactorsExchanged() throws IOException {
    Moments[][] table = oracleTable(false);
    Moments[][] turned = new Moments[table[0].length][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        turned[j][i] = table[i][j];
      }
    }
    TwoWayVariance analysis = TwoWayVariance.of(turned);
    assertThat(analysis.second()).isEqualTo(TwoWayVariance.of(table).first());
    assertThat(analysis.first()).isEqualTo(TwoWayVariance.of(table).second());
  }

  @Test
  void smallTableIsAsByHand() {
    // Means 1, 3 / 5, 11, each cell mean ± 1: grand mean 5.
    TwoWayVariance analysis =
        TwoWayVariance.of(new Moments[][] {{of(0, 2), of(2, 4)}, {of(4, 6), of(10, 12)}});
    assertThat(analysis.first().sumOfSquares()).isCloseTo(72, within(1e-12));
    assertThat(analysis.second().sumOfSquares()).isCloseTo(32, within(1e-12));
    assertThat(analysis.interaction().sumOfSquares()).isCloseTo(8, within(1e-12));
    assertThat(analysis.residual()).isEqualTo(new TwoWayVariance.Residual(8, 4));
    assertThat(analysis.total()).isCloseTo(120, within(1e-12));
    assertThat(analysis.first().f()).isCloseTo(36, within(1e-12));
    assertThat(analysis.first().partialEtaSquared()).isCloseTo(0.9, within(1e-12));
    assertThat(analysis.first().omegaSquared()).isCloseTo(70.0 / 122, within(1e-12));
  }

  @Test
  void tablesWithHolesMatchLeastSquaresProjections() {
    RandomStream random = new RandomStream(7);
    for (int round = 0; round < 60; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(6);
      ProjectedVariance projected = new ProjectedVariance(rows, columns);
      Moments[][] table = new Moments[rows][columns];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          table[i][j] = new Moments();
          int count = Math.max(0, random.nextInt(6) - 2);
          for (int n = 0; n < count; n++) {
            double value = 100 + i - 2 * j + 0.3 * i * j + random.nextGaussian();
            table[i][j].add(value);
            projected.add(i, j, value);
          }
        }
      }
      if (projected.count() > 0) {
        projected.assertSame(TwoWayVariance.of(table));
      }
    }
  }

  @Test
  void levelsThatShareNothingCannotBeTold() {
    Moments none = new Moments();
    TwoWayVariance analysis =
        TwoWayVariance.of(new Moments[][] {{of(1, 2), none}, {none, of(5, 9)}});
    assertThat(analysis.first().degrees()).isZero();
    assertThat(analysis.second().degrees()).isZero();
    assertThat(analysis.interaction().degrees()).isZero();
    assertThat(analysis.first().sumOfSquares()).isZero();
    assertThat(analysis.first().p()).isNaN();
  }

  @Test
  void mergedMomentsAreThoseOfAllValues() {
    Moments all = new Moments();
    Moments left = new Moments();
    Moments right = new Moments();
    for (int i = 0; i < 1000; i++) {
      double value = 1e9 + i % 10;
      all.add(value);
      (i < 300 ? left : right).add(value);
    }
    left.merge(right);
    assertThat(left.count()).isEqualTo(1000);
    assertThat(left.mean()).isCloseTo(1e9 + 4.5, within(1e-6));
    assertThat(left.squares()).isCloseTo(8250, within(1e-3));
    assertThat(all.squares()).isCloseTo(8250, within(1e-3));
  }

  private static Moments of(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  private static void assertTerm(TwoWayVariance.Term term, JsonNode expected, String sum) {
    assertThat(term.sumOfSquares()).isCloseTo(expected.get(sum).asDouble(), CLOSE);
    assertThat(term.degrees()).isEqualTo(expected.get("df").asDouble());
    assertThat(term.f()).isCloseTo(expected.get("F").asDouble(), CLOSE);
    assertThat(term.p()).isCloseTo(expected.get("p").asDouble(), CLOSE);
  }

  private static void assertEffectSizes(TwoWayVariance.Term term, JsonNode expected) {
    assertThat(term.etaSquared()).isCloseTo(expected.get("eta2").asDouble(), CLOSE);
    assertThat(term.partialEtaSquared()).isCloseTo(expected.get("partial_eta2").asDouble(), CLOSE);
    assertThat(term.omegaSquared()).isCloseTo(expected.get("omega2").asDouble(), CLOSE);
  }

  private static void assertResidual(TwoWayVariance analysis, JsonNode expected, String sum) {
    assertThat(analysis.residual().sumOfSquares()).isCloseTo(expected.get(sum).asDouble(), CLOSE);
    assertThat(analysis.residual().degrees()).isEqualTo(expected.get("df").asDouble());
  }

  private static JsonNode expected(String block) throws IOException {
    try (InputStream in = resource("stats-expected1-anova.json")) {
      return new ObjectMapper().readTree(in).get(block);
    }
  }

  /**
   * With the infinite losses, these and the one finite loss above 1e6 count as 1e6. The figures
   * without infinite losses were computed from the losses as they are, that one (6e8) included:
   * clipped, the table's total would be 1460.1, and not the 1505.2 that these figures add up to.
   */
  private static Moments[][] oracleTable(boolean withInfinite) throws IOException {
    Moments[][] table = new Moments[6][8];
    for (Moments[] row : table) {
      for (int j = 0; j < row.length; j++) {
        row[j] = new Moments();
      }
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(resource("stats-table1.csv"), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().skip(1).toList();
      assertThat(lines).hasSize(528);
      for (String line : lines) {
        String[] fields = line.split(",");
        double loss =
            fields[3].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(fields[3]);
        if (withInfinite || Double.isFinite(loss)) {
          int algorithm = Integer.parseInt(fields[0].substring(1)) - 1;
          int problem = Integer.parseInt(fields[1].substring(1)) - 1;
          table[algorithm][problem].add(Math.log10(withInfinite ? Math.min(loss, 1e6) : loss));
        }
      }
    }
    return table;
  }

  private static InputStream resource(String name) {
    return TwoWayVarianceTest.class.getResourceAsStream("/oracle/" + name);
  }
}
