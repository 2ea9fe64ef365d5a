package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvergenceTest {

  private static final StudyHeader HEADER =
      new StudyHeader("s-1", "s", "", "{}", 9, 1000, List.of(), Map.of());

  private static Trial trial(int index, String optimizer) {
    Map<String, String> labels = new HashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
    labels.put("optimizer", optimizer);
    return new Trial(index, "0123456789abcdef", Cell.of(Factor.FIRST, 0, labels, Map.of()), index);
  }

  private static void measure(Convergence to, Trial trial, double... costsAndLosses) {
    for (int i = 0; i < costsAndLosses.length; i += 2) {
      to.add(new TrialEvent.Measured(trial, i, costsAndLosses[i], "loss", costsAndLosses[i + 1]));
      to.add(new TrialEvent.Measured(trial, i, costsAndLosses[i], "other", 1e9));
    }
  }

  private static Convergence.Curve curve(Convergence of, String factor, String level) {
    return of.curves().stream()
        .filter(curve -> curve.factor().equals(factor) && curve.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLossHoldsUntilTheNextMeasurementAndToTheEnd() {
    Convergence convergence = new Convergence(HEADER);
    measure(convergence, trial(0, "a"), 1, 10, 100, 0.1);
    Convergence.Curve curve = curve(convergence, "optimizer", "a");
    for (int i = 0; i < curve.costs().size(); i++) {
      double expected = curve.costs().get(i) < 100 ? 10 : 0.1;
      assertThat(curve.losses().get(i).value()).isCloseTo(expected, within(0.03 * expected));
    }
    assertThat(curve.costs().get(curve.costs().size() - 1)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void medianAndQuartilesAreThoseOfTheTrials() {
    Convergence convergence = new Convergence(HEADER);
    for (int i = 0; i < 100; i++) {
      measure(convergence, trial(i, "a"), 1, Math.pow(10, i / 25.0));
    }
    Estimate last = curve(convergence, "activation", "one").losses().get(23);
    assertThat(Math.log10(last.lower())).isCloseTo(24 / 25.0, within(0.03));
    assertThat(Math.log10(last.value())).isCloseTo(49 / 25.0, within(0.03));
    assertThat(Math.log10(last.upper())).isCloseTo(74 / 25.0, within(0.03));
  }

  @Test
  void theOrderOfTheTrialsChangesNothing() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      trials.add(trial(i, i % 2 == 0 ? "a" : "b"));
    }
    List<Convergence.Curve> inOrder = curves(trials);
    Collections.shuffle(trials, new Random(3));
    assertThat(curves(trials)).isEqualTo(inOrder).hasSize(3);
  }

  private static List<Convergence.Curve> curves(List<Trial> trials) {
    Convergence convergence = new Convergence(HEADER);
    for (Trial trial : trials) {
      measure(convergence, trial, 1, 1 + trial.index(), 50, 1 / (1.0 + trial.index()));
    }
    return convergence.curves();
  }

  @Test
  void whatIsNotFiniteIsTheWorstAndWhatIsNotPositiveTheBest() {
    Convergence convergence = new Convergence(HEADER);
    measure(convergence, trial(0, "a"), 1, Double.NaN);
    measure(convergence, trial(1, "b"), 1, -1);
    assertThat(curve(convergence, "optimizer", "a").losses().get(5).value())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(curve(convergence, "optimizer", "b").losses().get(5).value()).isZero();
  }

  @Test
  void withoutMeasurementsThereIsNoCurve() {
    assertThat(new Convergence(HEADER).curves()).isEmpty();
  }
}
