package io.sluice.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellSketchTest {

  private record Made(TrialResult result, Map<String, Double> last) {}

  private static List<Made> made(int trials, long seed) {
    Random random = new Random(seed);
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < trials; i++) {
      double loss = Math.pow(10, random.nextInt(24) - 12) * random.nextGaussian();
      Outcome outcome =
          i % 7 == 0 ? Outcome.DIVERGED : i % 31 == 0 ? Outcome.FAILED : Outcome.COMPLETED;
      List<Double> hits =
          List.of(i % 2 == 0 ? random.nextInt(3000) : Double.NaN, i % 5 == 0 ? 7.5 : Double.NaN);
      made.add(
          new Made(
              new TrialResult(outcome, i, random.nextInt(3000), 1, loss, loss / 2, 3, hits, ""),
              i % 3 == 0 ? Map.of() : Map.of("accuracy", random.nextDouble(), "r2", loss)));
    }
    return made;
  }

  private static CellSketch of(List<Made> trials) {
    CellSketch sketch = new CellSketch(2);
    trials.forEach(trial -> sketch.add(trial.result, trial.last));
    return sketch;
  }

  @Test
  void textIsTheSameWhateverTheOrderAndTheParts() {
    List<Made> trials = made(2000, 1);
    String whole = of(trials).text();
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Collections.shuffle(trials, random);
      List<CellSketch> parts = new ArrayList<>();
      for (int from = 0; from < trials.size(); ) {
        int to = Math.min(trials.size(), from + 1 + random.nextInt(400));
        CellSketch part = of(trials.subList(from, to));
        parts.add(random.nextBoolean() ? part : CellSketch.of(part.text()));
        from = to;
      }
      CellSketch merged = new CellSketch(2);
      parts.forEach(merged::merge);
      assertThat(merged.text()).isEqualTo(whole);
    }
  }

  @Test
  void readingGivesBackWhatWasWritten() {
    CellSketch sketch = of(made(500, 2));
    CellSketch read = CellSketch.of(sketch.text());
    assertThat(read.text()).isEqualTo(sketch.text());
    assertThat(read.trials()).isEqualTo(500);
    assertThat(read.bestLoss().mean()).isEqualTo(sketch.bestLoss().mean());
    assertThat(read.bestLoss().variance()).isEqualTo(sketch.bestLoss().variance());
    assertThat(CellSketch.of(new CellSketch(0).text()).text()).isEqualTo(new CellSketch(0).text());
  }

  @Test
  void outcomesAndHitsAreCounted() {
    List<Made> trials = made(3000, 3);
    CellSketch sketch = of(trials);
    for (Outcome outcome : Outcome.values()) {
      assertThat(sketch.count(outcome))
          .isEqualTo(trials.stream().filter(one -> one.result.outcome() == outcome).count());
    }
    assertThat(sketch.hitCosts().get(0).count()).isEqualTo(1500);
    assertThat(sketch.hitCosts().get(1).count()).isEqualTo(600);
    assertThat(sketch.hitCosts().get(1).quantile(0.5)).isEqualTo(7.5);
    assertThat(sketch.bestLoss().count()).isEqualTo(sketch.count(Outcome.COMPLETED));
  }

  @Test
  void trialsWithoutAResultOrWithOtherTargetsAreRefused() {
    TrialResult cancelled =
        new TrialResult(Outcome.CANCELLED, 0, 0, 0, 0, 0, 0, List.of(Double.NaN), "");
    assertThatThrownBy(() -> new CellSketch(1).add(cancelled, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CellSketch(1).merge(new CellSketch(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sketch with 2 targets into one with 1");
  }

  @Test
  void textThatIsNoSketchIsRefused() {
    String text = of(made(50, 4)).text();
    for (String wrong :
        List.of(
            "",
            "sketch 2\n",
            "sketch 1",
            text.substring(0, text.indexOf("cost")),
            text.replace("best-loss", "worst-loss"),
            text.replaceFirst("metric accuracy 0 ", "metric accuracy x "))) {
      assertThatThrownBy(() -> CellSketch.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
