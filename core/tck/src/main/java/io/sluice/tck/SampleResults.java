package io.sluice.tck;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results of no real study, made to be awkward for a store. */
final class SampleResults {

  /**
   * Text with everything that breaks naive files: quotes, newlines, markup, far planes of Unicode.
   */
  static final String AWKWARD =
      "say \"näïve\", 'quoted', 100 % of C:\\temp\\new\r\n\tline two\u2028µ ≤ ∞ 学習 \uD83E\uDDEA {}[],;--\u0001";

  /** Doubles that a store may lose: not finite, negative zero, subnormal, and many digits. */
  static final List<Double> AWKWARD_NUMBERS =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          -0.0,
          0.0,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          0.1 + 0.2,
          1.0 / 3.0,
          2.0e-3,
          1.0e23,
          9007199254740993.0,
          1.0e15,
          -123456789012345680.0);

  private SampleResults() {}

  static StudyHeader header(String id, String name) {
    return new StudyHeader(
        id, name, "Does it?", "{}", 10, 1000, List.of(0.01), Map.of("version", "1"));
  }

  /** A header of a study that varies these factors. */
  static StudyHeader header(String id, List<Factor> factors) {
    return new StudyHeader(id, id, "?", "{}", 10, 1000, List.of(), factors, Map.of());
  }

  static StudyHeader awkwardHeader(String id) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("zeta first", AWKWARD);
    provenance.put("alpha second", "");
    provenance.put("MIDDLE \"third\"", "3");
    StringBuilder spec = new StringBuilder("{\"text\":\"");
    for (int line = 0; line < 20_000; line++) {
      spec.append("line ").append(line).append(" ≤ ∞\n");
    }
    return new StudyHeader(
        id,
        "name of " + AWKWARD,
        AWKWARD,
        spec.append(AWKWARD).append("\"}").toString(),
        Long.MAX_VALUE,
        0.1 + 0.2,
        AWKWARD_NUMBERS,
        provenance);
  }

  static Cell cell(int index) {
    return cell(index, Factor.FIRST);
  }

  /** A cell with a label of each of these factors. */
  static Cell cell(int index, List<Factor> factors) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String factor : Factor.names(factors)) {
      labels.put(factor, factor + "-" + index);
    }
    return Cell.of(factors, index, labels, Map.of("optimizer.learning-rate", 0.001 * index));
  }

  static Cell awkwardCell(int index) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (String factor : Factor.names(Factor.FIRST)) {
      factors.put(factor, factor + " " + AWKWARD);
    }
    Map<String, Double> hyperparameters = new LinkedHashMap<>();
    for (int i = AWKWARD_NUMBERS.size() - 1; i >= 0; i--) {
      hyperparameters.put("number-" + i, AWKWARD_NUMBERS.get(i));
    }
    return new Cell(index, factors, hyperparameters);
  }

  static Trial trial(long index) {
    return trial(index, cell((int) (index / 10)));
  }

  static Trial trial(long index, Cell cell) {
    return new Trial(index, key(index), cell, (int) (index % 10));
  }

  private static String key(long index) {
    return String.format(Locale.ROOT, "%016x", index * 0x9E3779B97F4A7C15L);
  }

  static Finished finished(long index) {
    return finished(trial(index), Outcome.COMPLETED, index / 7.0);
  }

  static Finished finished(Trial trial, Outcome outcome, double loss) {
    return new Finished(
        trial,
        new TrialResult(
            outcome, 100, 300.0, 1.5, loss, loss / 2, 150.0, List.of(12.0, Double.NaN), ""));
  }

  static Measured measured(Trial trial, long step, double value) {
    return new Measured(trial, step, 3.0 * step, "loss", value);
  }
}
