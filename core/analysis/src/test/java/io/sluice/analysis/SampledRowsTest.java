package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.sketch.CellSketch;
import io.sluice.sketch.Quantiles;
import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of more trials than rows are held of. */
class SampledRowsTest {

  private static final int CELLS = 6;
  private static final int REPEATS = 300;
  private static final StudyHeader HEADER =
      new StudyHeader(
          "many-1", "many", "?", "{}", CELLS * REPEATS, 1000, List.of(0.1, 0.01), Map.of());

  /** A trial with what was measured of it. */
  private record Made(TrialEvent.Finished finished, List<TrialEvent.Measured> measured) {}

  private static List<Made> made() {
    Random random = new Random(7);
    List<Made> made = new ArrayList<>();
    for (int c = 0; c < CELLS; c++) {
      Map<String, String> labels = new LinkedHashMap<>();
      Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
      labels.put("activation", "a" + c % 3);
      labels.put("optimizer", "o" + c / 3);
      Cell cell = Cell.of(Factor.FIRST, c, labels, Map.of());
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        made.add(made(new Trial(made.size(), "0123456789abcdef", cell, repeat), random));
      }
    }
    return made;
  }

  private static Made made(Trial trial, Random random) {
    int kind = random.nextInt(20);
    Outcome outcome = kind == 0 ? Outcome.DIVERGED : kind == 1 ? Outcome.FAILED : Outcome.COMPLETED;
    double loss = Math.pow(10, -4 * random.nextDouble() - trial.cell().index() / 3.0);
    double first = loss < 0.1 ? 1 + random.nextInt(999) : Double.NaN;
    double second = loss < 0.01 ? Math.min(1000, 2 * first) : Double.NaN;
    TrialResult result =
        new TrialResult(outcome, 9, 1000, 1, loss, loss / 2, 3, List.of(first, second), "it broke");
    List<TrialEvent.Measured> measured = new ArrayList<>();
    for (int step = 1; step < 3 && kind != 5; step++) {
      double accuracy = random.nextDouble();
      measured.add(new TrialEvent.Measured(trial, step, step, "validation-accuracy", accuracy));
      measured.add(new TrialEvent.Measured(trial, step, step, "validation-loss", loss * step));
    }
    return new Made(new TrialEvent.Finished(trial, result), measured);
  }

  /** As a store gives them: all trials, then all measurements. */
  private static StudyRows stored(List<Made> made, int mostRows) {
    RowCollector collector = new RowCollector(HEADER, mostRows);
    made.forEach(one -> collector.add(one.finished));
    made.forEach(one -> one.measured.forEach(collector::add));
    return collector.rows();
  }

  /** As a run gives them: trial by trial. */
  private static StudyRows heard(List<Made> made, int mostRows) {
    RowCollector collector = new RowCollector(HEADER, mostRows);
    for (Made one : made) {
      one.measured.forEach(collector::add);
      collector.add(one.finished);
    }
    return collector.rows();
  }

  private static void assertClose(Estimate told, Estimate exact) {
    assertClose(told.value(), exact.value());
    assertClose(told.lower(), exact.lower());
    assertClose(told.upper(), exact.upper());
  }

  private static void assertClose(double told, double exact) {
    if (Double.isFinite(exact)) {
      assertThat(told).isCloseTo(exact, within(Math.abs(exact) * Quantiles.RELATIVE_ERROR));
    } else {
      assertThat(told).isEqualTo(exact);
    }
  }

  private static void assertSaysWhatAllRowsSay(StudyRows sample, StudyRows all) {
    assertThat(sample.trials()).isEqualTo(all.trials());
    assertThat(sample.headlineTarget()).isEqualTo(all.headlineTarget());
    for (Outcome outcome : Outcome.values()) {
      assertThat(sample.count(outcome)).isEqualTo(all.count(outcome));
    }
    for (CellSamples cell : all.cells()) {
      CellSamples same = sample.cells().get(cell.cell().index());
      TrialSummary exact = TrialSummary.of(all, List.of(cell), 0);
      TrialSummary told = TrialSummary.of(sample, List.of(same), 0);
      assertThat(told.successes()).isEqualTo(exact.successes());
      assertThat(told.lost()).isEqualTo(exact.lost());
      assertClose(told.costToTarget(), exact.costToTarget());
      assertClose(told.bestLoss(), exact.bestLoss());
      assertClose(told.metric().get().median(), exact.metric().get().median());
      assertThat(told.others()).hasSameSizeAs(exact.others());
      assertClose(told.others().get(0).median(), exact.others().get(0).median());
    }
  }

  @Test
  void countsAndMediansOfASampleAreThoseOfAllTrials() {
    List<Made> made = made();
    StudyRows all = stored(made, Integer.MAX_VALUE);
    assertThat(all.isSample()).isFalse();
    for (int most : new int[] {1000, 100, CELLS}) {
      StudyRows sample = stored(made, most);
      assertThat(sample.isSample()).isTrue();
      assertThat(sample.sampled()).isLessThanOrEqualTo(most);
      assertSaysWhatAllRowsSay(sample, all);
      assertSaysWhatAllRowsSay(heard(made, most), all);
    }
  }

  @Test
  void rowsOfASampleAreTheFirstOfEachCell() {
    StudyRows all = stored(made(), Integer.MAX_VALUE);
    StudyRows sample = stored(made(), 400);
    int place = all.place("validation-loss");
    for (CellSamples cell : sample.cells()) {
      CellSamples whole = all.cells().get(cell.cell().index());
      assertThat(cell.repeats()).isEqualTo(64);
      for (int repeat = 0; repeat < 64; repeat++) {
        assertThat(cell.outcome(repeat)).isEqualTo(whole.outcome(repeat));
        assertThat(cell.bestLoss(repeat)).isEqualTo(whole.bestLoss(repeat));
        assertThat(cell.metric(place, repeat)).isEqualTo((Double) whole.metric(place, repeat));
      }
    }
  }

  @Test
  void orderOfTrialsChangesNothingInTheReport() {
    List<Made> made = made();
    StudyReport report = StudyReport.of(stored(made, 500));
    assertThat(StudyReport.of(heard(made, 500))).isEqualTo(report);
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(made, new Random(seed));
      assertThat(StudyReport.of(stored(made, 500))).isEqualTo(report);
      assertThat(StudyReport.of(heard(made, 500))).isEqualTo(report);
    }
  }

  @Test
  void reportSaysWhatIsOfAllAndWhatOfASample() {
    assertThat(StudyReport.of(stored(made(), 400)).answer().text())
        .contains(
            "are of all 1800 trials, medians right to 0.4 % of their value",
            "of a sample, the 384 trials with the first 64 seeds of each cell.");
    assertThat(StudyReport.of(stored(made(), Integer.MAX_VALUE)).answer().text())
        .doesNotContain("of a sample");
  }

  /** As a store that keeps summaries gives them. */
  @Test
  void summariesOfAStoreSayWhatAllRowsSay() {
    List<Made> made = made();
    RowCollector collector = new RowCollector(HEADER);
    CellSketch[] sketches = new CellSketch[CELLS];
    for (Made one : made) {
      Trial trial = one.finished.trial();
      int cell = trial.cell().index();
      sketches[cell] = sketches[cell] == null ? new CellSketch(2) : sketches[cell];
      Map<String, Double> last = new LinkedHashMap<>();
      one.measured.forEach(measured -> last.put(measured.metric(), measured.value()));
      sketches[cell].add(one.finished.result(), last);
      if (trial.repeat() < 40) {
        collector.add(one.finished);
        one.measured.forEach(collector::add);
      }
    }
    for (int cell = 0; cell < CELLS; cell++) {
      Cell of = made.get(cell * REPEATS).finished.trial().cell();
      BitSet all = new BitSet();
      all.set(cell * REPEATS, (cell + 1) * REPEATS);
      collector.add(CellSummary.of(of, all, 0, CELLS * REPEATS, sketches[cell].text()));
    }
    StudyRows rows = collector.rows();
    assertThat(rows.sampled()).isEqualTo(40 * CELLS);
    assertSaysWhatAllRowsSay(rows, stored(made, Integer.MAX_VALUE));
    assertThat(StudyReport.of(rows).answer().text()).contains("the first 40 seeds of each cell");
  }
}
