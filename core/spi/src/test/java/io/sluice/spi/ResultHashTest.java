package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class ResultHashTest {

  private static final ResultHash HASH = new ResultHash("study-1");

  private static Cell cell(int index, String activation, double rate) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (String factor : Factor.names(Factor.FIRST)) {
      factors.put(factor, Factor.presets(Factor.FIRST).getOrDefault(factor, "some " + factor));
    }
    factors.put("activation", activation);
    return Cell.of(Factor.FIRST, index, factors, Map.of("optimizer.learning-rate", rate));
  }

  private static Trial trial(long index, String key, int cell, int repeat) {
    return new Trial(index, key, cell(cell, "tanh", 0.1), repeat);
  }

  private static final Trial TRIAL = trial(7, "00000000000000ff", 1, 2);

  private static Finished finished(Trial trial, Outcome outcome, double... n) {
    List<Double> hits = new ArrayList<>();
    for (int i = 5; i < n.length; i++) {
      hits.add(n[i]);
    }
    return new Finished(trial, new TrialResult(outcome, 9, n[0], n[1], n[2], n[3], n[4], hits, ""));
  }

  private static long hash(Finished finished, Measured... measurements) {
    List.of(measurements).forEach(HASH::add);
    return HASH.finish(finished);
  }

  /** Trials that differ from the first in one thing each. */
  private static List<Finished> trials() {
    List<Finished> trials = new ArrayList<>();
    double[] numbers = {3, 1.5, 0.5, 0.25, 2, 12, Double.NaN};
    trials.add(finished(TRIAL, Outcome.COMPLETED, numbers));
    for (Outcome outcome : List.of(Outcome.DIVERGED, Outcome.FAILED, Outcome.CANCELLED)) {
      trials.add(finished(TRIAL, outcome, numbers));
    }
    for (int i = 0; i < numbers.length; i++) {
      double[] other = numbers.clone();
      other[i] = Double.isNaN(other[i]) ? 0 : -other[i];
      trials.add(finished(TRIAL, Outcome.COMPLETED, other));
    }
    trials.add(finished(TRIAL, Outcome.COMPLETED, 3, 1.5, 0.5, 0.25, 2, 12));
    trials.add(finished(trial(8, "00000000000000ff", 1, 2), Outcome.COMPLETED, numbers));
    trials.add(finished(trial(7, "00000000000000fe", 1, 2), Outcome.COMPLETED, numbers));
    trials.add(finished(trial(7, "00000000000000ff", 0, 2), Outcome.COMPLETED, numbers));
    trials.add(finished(trial(7, "00000000000000ff", 1, 3), Outcome.COMPLETED, numbers));
    for (String message : List.of("a", "b", "ab")) {
      trials.add(
          new Finished(
              TRIAL, new TrialResult(Outcome.FAILED, 9, 3, 1.5, 0.5, 0.25, 2, List.of(), message)));
    }
    return trials;
  }

  @Test
  void onlyTheSameTrialFits() {
    List<Finished> trials = trials();
    for (int i = 0; i < trials.size(); i++) {
      long kept = hash(trials.get(i));
      for (int k = 0; k < trials.size(); k++) {
        assertThat(HASH.fits(kept, trials.get(k)))
            .as("%s as %s", trials.get(k), trials.get(i))
            .isEqualTo(i == k);
      }
      assertThat(new ResultHash("study-2").fits(kept, trials.get(i))).isFalse();
    }
  }

  @Test
  void aFlippedBitOfTheHashItselfDoesNotFit() {
    Finished finished = trials().get(0);
    long kept = hash(finished, new Measured(TRIAL, 1, 3, "loss", 0.5));
    for (int bit = 0; bit < 64; bit++) {
      assertThat(HASH.fits(kept ^ 1L << bit, finished)).isFalse();
    }
  }

  @Test
  void onlyTheSameMeasurementsInTheSameOrderFit() {
    Measured one = new Measured(TRIAL, 1, 3, "loss", 0.5);
    Measured two = new Measured(TRIAL, 2, 6, "loss", 0.25);
    List<List<Measured>> all =
        List.of(
            List.of(),
            List.of(one),
            List.of(two),
            List.of(one, two),
            List.of(two, one),
            List.of(one, one),
            List.of(new Measured(TRIAL, 1, 3, "loss", -0.5)),
            List.of(new Measured(TRIAL, 1, 3.5, "loss", 0.5)),
            List.of(new Measured(TRIAL, 1, 3, "lose", 0.5)),
            List.of(new Measured(TRIAL, 1, 3, "", 0.5)));
    for (List<Measured> kept : all) {
      long hash = hash(trials().get(0), kept.toArray(new Measured[0]));
      for (List<Measured> read : all) {
        read.forEach(HASH::add);
        assertThat(HASH.measurementsFit(hash)).isEqualTo(read == kept);
      }
      assertThat(HASH.fits(hash, trials().get(0))).isTrue();
    }
  }

  @Test
  void clearForgetsMeasurements() {
    HASH.add(new Measured(TRIAL, 1, 3, "loss", 0.5));
    HASH.clear();
    assertThat(HASH.finish(trials().get(0))).isEqualTo(hash(trials().get(0)));
  }

  @Test
  void everyNaNIsTheSameForNotEveryStoreKeepsItsBits() {
    double odd = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);
    Finished plain = finished(TRIAL, Outcome.DIVERGED, Double.NaN, 0, 0, 0, 0);
    assertThat(HASH.fits(hash(plain), finished(TRIAL, Outcome.DIVERGED, odd, 0, 0, 0, 0))).isTrue();
  }

  @Test
  void halvesOfSurrogatePairsAreQuestionMarksAndPairsAreNot() {
    assertThat(message("\uD83E?\uDDEA")).isEqualTo(message("???"));
    assertThat(message("\uD83E\uDDEA")).isNotEqualTo(message("??"));
    assertThat(message("\uD83E\uD83E\uDDEA")).isEqualTo(message("?\uD83E\uDDEA"));
  }

  private static long message(String text) {
    return hash(
        new Finished(TRIAL, new TrialResult(Outcome.FAILED, 0, 0, 0, 0, 0, 0, List.of(), text)));
  }

  @Test
  void cellsDifferByPlaceLabelsAndValues() {
    assertThat(HASH.of(cell(1, "tanh", 0.1), Factor.FIRST))
        .isEqualTo(HASH.of(cell(1, "tanh", 0.1), Factor.FIRST))
        .isNotIn(
            HASH.of(cell(2, "tanh", 0.1), Factor.FIRST),
            HASH.of(cell(1, "relu", 0.1), Factor.FIRST),
            HASH.of(cell(1, "tanh", 0.2), Factor.FIRST));
  }

  @Test
  void factorsAtTheirPresetsDoNotChangeTheHashOfACell() {
    List<Factor> later = new ArrayList<>(Factor.FIRST);
    later.add(new Factor("dropout", "none"));
    Cell before = cell(1, "tanh", 0.1);
    Cell after = Cell.of(later, 1, before.factors(), before.hyperparameters());
    assertThat(HASH.of(after, later)).isEqualTo(HASH.of(before, Factor.FIRST));
    Map<String, String> labels = new LinkedHashMap<>(before.factors());
    labels.put("dropout", "0.5");
    Cell other = Cell.of(later, 1, labels, before.hyperparameters());
    assertThat(HASH.of(other, later)).isNotEqualTo(HASH.of(before, Factor.FIRST));
  }

  @Test
  void headersDifferByEachOfTheirParts() {
    StudyHeader header = header("id", "name", "?", "{}", 3, 4, List.of(1.0), Map.of("a", "b"));
    List<StudyHeader> others =
        List.of(
            header("Id", "name", "?", "{}", 3, 4, List.of(1.0), Map.of("a", "b")),
            header("id", "names", "?", "{}", 3, 4, List.of(1.0), Map.of("a", "b")),
            header("id", "name", "", "{}", 3, 4, List.of(1.0), Map.of("a", "b")),
            header("id", "name", "?", "{ }", 3, 4, List.of(1.0), Map.of("a", "b")),
            header("id", "name", "?", "{}", 5, 4, List.of(1.0), Map.of("a", "b")),
            header("id", "name", "?", "{}", 3, 5, List.of(1.0), Map.of("a", "b")),
            header("id", "name", "?", "{}", 3, 4, List.of(), Map.of("a", "b")),
            header("id", "name", "?", "{}", 3, 4, List.of(1.0), Map.of("a", "c")),
            header("id", "name", "?", "{}", 3, 4, List.of(1.0), Map.of()));
    assertThat(others).noneMatch(other -> HASH.of(other) == HASH.of(header));
    assertThat(HASH.of(header("id", "name", "?", "{}", 3, 4, List.of(1.0), Map.of("a", "b"))))
        .isEqualTo(HASH.of(header));
  }

  private static StudyHeader header(
      String id,
      String name,
      String question,
      String spec,
      long trials,
      double budget,
      List<Double> targets,
      Map<String, String> provenance) {
    return new StudyHeader(id, name, question, spec, trials, budget, targets, provenance);
  }

  /** So that a file of today is read in ten years: the bytes of the documentation by hand. */
  @Test
  void checksumIsAsDocumented() {
    Finished finished = finished(TRIAL, Outcome.DIVERGED, 3, 1.5, Double.NaN, -0.0, 2);
    ByteBuffer study = ByteBuffer.allocate(100);
    text(study, "study-1").putLong(0);
    int seed = crc(study);
    ByteBuffer row = ByteBuffer.allocate(400);
    row.putLong(0).putLong(7);
    text(row, "00000000000000ff").putLong(1).putLong(2);
    text(row, "DIVERGED").putLong(9).putDouble(3).putDouble(1.5);
    row.putLong(0x7ff8_0000_0000_0000L).putDouble(-0.0).putDouble(2).putLong(0);
    text(row, "").putLong(seed);
    assertThat(hash(finished)).isEqualTo((long) crc(row) << 32);
  }

  private static ByteBuffer text(ByteBuffer bytes, String text) {
    bytes.putLong(text.length());
    text.chars().forEach(unit -> bytes.putChar((char) unit));
    return bytes;
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.flip());
    return (int) crc.getValue();
  }
}
