package io.sluice.sdk.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What stores of lines promise of files that were cut, changed by a bit, or given other line ends.
 */
public abstract class DamageContract {

  private static final int[] ORDER = {11, 0, 2, 1, 12};

  @TempDir Path folder;

  private final Random random = new Random(27);

  /** The stores that promise it. */
  protected abstract LineStoreExtension stores();

  /** What is kept, in the order of the index; trial 2 was cancelled before it was completed. */
  private final List<Finished> trials = new ArrayList<>();

  private final List<Measured> measurements = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @BeforeEach
  void fiveTrialsOfTwoCells() throws IOException {
    try (ResultWriter writer = open().open(Samples.HEADER)) {
      writer.write(Samples.measured(2, 1, 99));
      writer.write(cancelled(2));
      for (int index : ORDER) {
        eventsOf(index).forEach(writer::write);
      }
    }
    for (int index : Arrays.stream(ORDER).sorted().toArray()) {
      for (TrialEvent event : eventsOf(index)) {
        if (event instanceof Finished finished) {
          trials.add(finished);
        } else if (event instanceof Measured measured) {
          measurements.add(measured);
        }
      }
    }
    for (String name : names()) {
      files.put(name, Files.readAllBytes(file(name)));
    }
    assertWhole();
  }

  private static Finished cancelled(int index) {
    return new Finished(
        Samples.trial(index),
        new TrialResult(Outcome.CANCELLED, 1, 3, 1, 1, 1, 1, List.of(Double.NaN, Double.NaN), ""));
  }

  private static List<TrialEvent> eventsOf(int index) {
    List<TrialEvent> events = new ArrayList<>();
    for (int step = 0; step < index % 4; step++) {
      events.add(Samples.measured(index, step, index + step / 7.0));
    }
    events.add(Samples.finished(index));
    return events;
  }

  @Test
  void wherverAFileIsCutNothingWrongIsReadAndTheRunMakesItWhole() throws IOException {
    for (String name : names()) {
      byte[] whole = files.get(name);
      for (int length = 0; length < whole.length; length += next()) {
        assertNothingWrongIsRead(name, Arrays.copyOf(whole, length), name + " cut at " + length);
      }
    }
  }

  @Test
  void whicheverBitIsFlippedNothingWrongIsReadAndTheRunMakesItWhole() throws IOException {
    for (String name : names()) {
      byte[] whole = files.get(name);
      for (int at = 0; at < whole.length; at += next()) {
        byte[] flipped = whole.clone();
        int bit = random.nextInt(8);
        flipped[at] ^= (byte) (1 << bit);
        assertNothingWrongIsRead(name, flipped, "bit " + bit + " of byte " + at + " of " + name);
      }
    }
  }

  @Test
  void whicheverLineIsLostNothingWrongIsReadAndTheRunMakesItWhole() throws IOException {
    for (String name : names().subList(1, names().size())) {
      List<String> lines = new String(files.get(name), StandardCharsets.UTF_8).lines().toList();
      for (int lost = 0; lost < lines.size(); lost++) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(lost);
        byte[] text = rest.stream().map(l -> l + "\n").reduce("", String::concat).getBytes();
        assertNothingWrongIsRead(name, text, "line " + lost + " of " + name + " lost");
      }
    }
  }

  /** Steps over a file, for every byte would take minutes. */
  private int next() {
    return 1 + random.nextInt(40);
  }

  private void assertNothingWrongIsRead(String name, byte[] damaged, String what)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(file(file.getKey()), file.getValue());
    }
    Files.write(file(name), damaged);
    BitSet sound;
    try (ResultStore store = open()) {
      assertThat(store.studies())
          .as(what)
          .isIn(List.of(Samples.HEADER), List.of())
          .hasSize(1 - store.unreadable().size());
      Optional<List<Finished>> readTrials = orDamaged(() -> store.trials("xor-1"));
      readTrials.ifPresent(
          read ->
              assertThat(read)
                  .as(what)
                  .allMatch(trial -> trials.contains(trial) || trial.equals(cancelled(2))));
      orDamaged(() -> store.measurements("xor-1"))
          .ifPresent(
              read ->
                  assertThat(read)
                      .as(what)
                      .isSubsetOf(with(measurements, Samples.measured(2, 1, 99))));
      sound = store.sound("xor-1");
      assertThat(sound.stream().boxed()).as(what).isSubsetOf(0, 1, 2, 11, 12);
      ResultWriter writer = store.open(Samples.HEADER);
      sound = store.sound("xor-1");
      for (int index : ORDER) {
        if (!sound.get(index)) {
          eventsOf(index).forEach(writer::write);
        }
      }
      writer.close();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(what, e);
    }
    try {
      assertWhole();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(what + ", sound " + sound, e);
    }
  }

  private static List<Measured> with(List<Measured> measurements, Measured another) {
    return Stream.concat(measurements.stream(), Stream.of(another)).toList();
  }

  private static <T> Optional<List<T>> orDamaged(Supplier<Stream<T>> reading) {
    try (Stream<T> stream = reading.get()) {
      return Optional.of(stream.toList());
    } catch (ResultStoreException damaged) {
      assertThat(damaged).hasMessageContaining(" is damaged: ");
      return Optional.empty();
    }
  }

  private void assertWhole() {
    try (ResultStore store = open();
        Stream<Finished> keptTrials = store.trials("xor-1");
        Stream<Measured> keptMeasurements = store.measurements("xor-1")) {
      assertThat(store.studies()).containsExactly(Samples.HEADER);
      assertThat(store.unreadable()).isEmpty();
      assertThat(keptTrials).isEqualTo(trials);
      assertThat(keptMeasurements).isEqualTo(measurements);
      assertThat(store.sound("xor-1").stream()).containsExactly(0, 1, 2, 11, 12);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUMMARIES")
  void carriageReturnsBeforeLineFeedsChangeNothing(StudyFile only) throws IOException {
    giveCarriageReturns(stores().format().fileName(only));
    assertGoesOnWithoutCarriageReturns();
  }

  @Test
  void carriageReturnsInAllFilesChangeNothing() throws IOException {
    names().forEach(this::giveCarriageReturns);
    assertGoesOnWithoutCarriageReturns();
  }

  private void assertGoesOnWithoutCarriageReturns() throws IOException {
    assertWhole();
    for (int index : new int[] {14, 13, 3}) {
      try (ResultWriter writer = open().open(Samples.HEADER)) {
        eventsOf(index).forEach(writer::write);
      }
    }
    try (ResultStore store = open();
        Stream<Measured> kept = store.measurements("xor-1")) {
      assertThat(store.sound("xor-1").stream()).containsExactly(0, 1, 2, 3, 11, 12, 13, 14);
      assertThat(kept).hasSize(measurements.size() + 3 + 1 + 2).containsAll(measurements);
    }
    for (String name : names()) {
      assertThat(file(name)).content().doesNotContain("\r");
    }
  }

  @Test
  void carriageReturnsAreNoMatterInLongFilesToo() throws IOException {
    try (ResultWriter writer = open().open(Samples.HEADER)) {
      for (int index = 1000; index > 20; index--) {
        eventsOf(index).forEach(writer::write);
      }
    }
    List<Measured> before;
    try (Stream<Measured> kept = open().measurements("xor-1")) {
      before = kept.toList();
    }
    names().forEach(this::giveCarriageReturns);
    try (Stream<Measured> kept = open().measurements("xor-1")) {
      assertThat(kept).isEqualTo(before);
    }
    assertThat(open().sound("xor-1").cardinality()).isEqualTo(985);
  }

  private void giveCarriageReturns(String name) {
    try {
      Files.writeString(file(name), Files.readString(file(name)).replace("\n", "\r\n"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ResultStore open() {
    return stores().open(folder.toString());
  }

  /** The files of a study that keeps rows and no summaries. */
  private List<String> names() {
    return Stream.of(StudyFile.values())
        .filter(file -> file != StudyFile.SUMMARIES)
        .map(file -> stores().format().fileName(file))
        .toList();
  }

  private Path file(String name) {
    return folder.resolve("xor-1").resolve(name);
  }
}
