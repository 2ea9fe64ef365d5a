package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.CellSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right store passes; of those with a slip the message names it. */
class StoreMutantsTest {

  @Nested
  class MemoryTest implements ComponentContract {
    @Override
    public ResultStoreProvider component() {
      return new Memory(Memory.Store::new);
    }
  }

  @Test
  void negativeZeroThatIsLost() {
    class Mutant extends Memory.Store {
      @Override
      public Stream<Measured> measurements(String studyId) {
        return super.measurements(studyId)
            .map(m -> new Measured(m.trial(), m.step(), m.cost(), m.metric(), m.value() + 0));
      }
    }
    assertThat(Faults.first(new Memory(Mutant::new), "every-number-comes-back-bit-for-bit"))
        .startsWith("number ")
        .contains(" must be …", "value=-0.0], but is …", "value=0.0] (")
        .contains(" (TrialPromises.java:");
  }

  @Test
  void summariesThatAreOfferedAndLost() {
    class Mutant extends Memory.Store {
      @Override
      public boolean keepsSummaries() {
        return true;
      }

      @Override
      public ResultWriter open(StudyHeader header) {
        ResultWriter writer = super.open(header);
        return new ResultWriter() {
          @Override
          public void write(TrialEvent event) {
            writer.write(event);
          }

          @Override
          public void write(CellSummary summary) {}
        };
      }
    }
    assertThat(Faults.first(new Memory(Mutant::new), "summaries-come-back-where-they-are-offered"))
        .startsWith("it must give 2, but gives 0 (SummaryPromises.java:");
  }

  @Test
  void factorsThatAreNotKept() {
    class Mutant extends Memory.Store {
      @Override
      public List<StudyHeader> studies() {
        return super.studies().stream()
            .map(
                header ->
                    new StudyHeader(
                        header.id(),
                        header.name(),
                        header.question(),
                        header.spec(),
                        header.trials(),
                        header.budget(),
                        header.targets(),
                        header.provenance()))
            .toList();
      }
    }
    for (String check :
        List.of(
            "factors-that-nobody-knows-yet-come-back",
            "factor-that-comes-later-has-its-preset-in-cells-that-are-there")) {
      assertThat(Faults.first(new Memory(Mutant::new), check)).contains(" must be ", "Factor[");
    }
  }

  @Test
  void cellsThatKeepTheFactorsTheyHad() {
    class Mutant extends Memory.Store {
      @Override
      Finished completed(StudyHeader header, Finished kept) {
        return kept;
      }
    }
    assertThat(
            Faults.first(
                new Memory(Mutant::new),
                "factor-that-comes-later-has-its-preset-in-cells-that-are-there"))
        .contains("dropout=none");
  }

  @Test
  void cancelledTrialThatCountsAsFinished() {
    class Mutant extends Memory.Store {
      @Override
      public BitSet finished(String studyId) {
        BitSet finished = new BitSet();
        trials(studyId).forEach(trial -> finished.set((int) trial.trial().index()));
        return finished;
      }
    }
    assertThat(
            Faults.first(
                new Memory(Mutant::new),
                "every-outcome-comes-back-and-only-the-cancelled-will-be-run-again"))
        .startsWith("must be {0, 1, 2}, but is {0, 1, 2, 3}");
  }

  @Test
  void worthierResultThatIsOverwritten() {
    class Mutant extends Memory.Store {
      @Override
      boolean replaces(Outcome next, Outcome kept) {
        return true;
      }
    }
    assertThat(
            Faults.first(
                new Memory(Mutant::new), "lesser-outcome-replaces-nothing-that-was-flushed"))
        .contains(" must be …", "outcome=COMPLETED", ", but is …", "outcome=");
  }

  @Test
  void forgottenStudyWhoseTrialsStay() {
    class Mutant extends Memory.Store {
      @Override
      public void forget(String studyId) {
        forgetHeader(studyId);
      }

      @Override
      Finished completed(StudyHeader header, Finished kept) {
        return header == null ? kept : super.completed(header, kept);
      }
    }
    assertThat(Faults.first(new Memory(Mutant::new), "forgotten-study-is-gone-and-the-others-stay"))
        .startsWith("it must give 0, but gives 2 (ForgetPromises.java:");
    assertThat(Faults.first(new Memory(Mutant::new), "forgotten-study-begins-anew-with-nothing"))
        .contains(" must be ", "index=3", ", but is ", "index=0");
  }

  @Test
  void studyThatIsForgottenWhileItIsWritten() {
    class Mutant extends Memory.Store {
      @Override
      void refuseIfWritten(String studyId) {}
    }
    assertThat(
            Faults.first(new Memory(Mutant::new), "study-that-is-being-written-is-not-forgotten"))
        .startsWith("must be false, but is true");
  }

  @Test
  void storeThatForgetsNothing() {
    class Right extends Memory.Store {
      @Override
      public void forget(String studyId) {
        throw new ResultStoreException("stores of this kind forget nothing");
      }
    }
    assertThat(Checks.run(new Memory(Right::new))).noneMatch(Finding::isFault);
  }

  @Test
  void eventsThatAreAddedWhenTheyComeAgain() {
    class Mutant extends Memory.Store {
      private int begun;

      @Override
      public ResultWriter open(StudyHeader header) {
        begun++;
        return super.open(header);
      }

      @Override
      public Stream<Measured> measurements(String studyId) {
        return super.measurements(studyId).flatMap(m -> Stream.of(m, m).limit(begun));
      }
    }
    assertThat(Faults.first(new Memory(Mutant::new), "same-events-again-change-nothing"))
        .startsWith("number 2 of 9 must be ");
  }

  @Test
  void readersThatSeeHalfATrial() {
    class Mutant extends Memory.Store {
      @Override
      public Stream<Measured> measurements(String studyId) {
        List<Measured> all = super.measurements(studyId).toList();
        return all.stream().limit(Math.max(0, all.size() - 1));
      }
    }
    assertThat(Faults.first(new Memory(Mutant::new), "readers-beside-the-writer-see-whole-trials"))
        .contains("must be true, but is false");
  }

  @Test
  void flushThatWritesNothingIntoTheFile() {
    Memory mutant =
        new Memory(Memory.Store::new) {
          @Override
          public ResultStore open(String location) {
            try {
              Files.createDirectories(Path.of(location).getParent());
              Files.write(Path.of(location), new byte[1]);
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
            return super.open(location);
          }
        };
    assertThat(Faults.only(mutant, "flushed-trials-survive-a-kill"))
        .startsWith("must be true, but is false");
  }

  @Test
  void storeThatCannotBeOpened() {
    ResultStoreProvider mutant =
        new Memory(
            () -> {
              throw new IllegalStateException("no room");
            });
    assertThat(Checks.run(mutant))
        .filteredOn(Finding::isFault)
        .hasSize(ResultStoreChecks.ALL.size() - 1);
    assertThat(Faults.first(mutant, "new-store-keeps-nothing")).contains("no room");
  }

  @Test
  void storeAtAnAddressIsNotCheckedAndSaysSo() {
    Memory mutant = new Memory(Memory.Store::new, "memory://localhost/results");
    assertThat(Checks.run(mutant))
        .noneMatch(Finding::isFault)
        .extracting(Finding::message)
        .containsExactly(
            "stores like memory://localhost/results are no files and were not checked; to do so, say"
                + " where some can be made and left by"
                + " -Dsluice.check.memory=//user@localhost/database?schema={}, or what fits");
    assertThat(Checks.of(mutant)).hasSize(ComponentChecks.ALL.size() + 1);
    assertThat(mutant.opened).isEmpty();
  }

  @Test
  void storeAtAnAddressIsCheckedAtThePlaceThatIsGiven() {
    Memory stores = new Memory(Memory.Store::new, "memory://localhost/results");
    System.setProperty(ResultStoreChecks.PLACE + "memory", "//host/{}?x={}");
    try {
      assertThat(Checks.run(stores)).noneMatch(Finding::isFault);
    } finally {
      System.clearProperty(ResultStoreChecks.PLACE + "memory");
    }
    assertThat(stores.opened.keySet())
        .hasSize(ResultStoreChecks.ALL.size() - 2) // A server's files are its own affair.
        .allMatch(place -> place.matches("//host/(check_[0-9a-f]{32})\\?x=\\1"));
  }

  @Test
  void everyCheckHasAFolderOfItsOwnThatIsGoneAfterwards() throws IOException {
    Memory stores = new Memory(Memory.Store::new, "memory:/etc/passwd");
    assertThat(Checks.run(stores)).noneMatch(Finding::isFault);
    assertThat(stores.opened.keySet())
        .hasSize(ResultStoreChecks.ALL.size() - 1)
        .allMatch(place -> place.endsWith(Path.of("results", "passwd").toString()))
        .noneMatch(place -> place.startsWith("/etc"))
        .noneMatch(place -> Files.exists(Path.of(place).getParent().getParent()));
  }

  /** Stores in memory by location, in parts that a mutant can spoil. */
  static class Memory implements ResultStoreProvider {
    final Map<String, ResultStore> opened = new HashMap<>();
    private final Supplier<ResultStore> maker;
    private final String example;

    Memory(Supplier<ResultStore> maker) {
      this(maker, "memory:somewhere");
    }

    Memory(Supplier<ResultStore> maker, String example) {
      this.maker = maker;
      this.example = example;
    }

    @Override
    public String id() {
      return "memory";
    }

    @Override
    public List<String> examples() {
      return List.of(example);
    }

    @Override
    public ResultStore open(String location) {
      return opened.computeIfAbsent(location, place -> maker.get());
    }

    private record Kept(Finished trial, List<Measured> measurements) {}

    static class Store implements ResultStore {
      private final Map<String, StudyHeader> headers = new LinkedHashMap<>();
      private final Map<String, Map<Long, Kept>> studies = new HashMap<>();
      private final Set<String> written = new HashSet<>();

      boolean replaces(Outcome next, Outcome kept) {
        return next.replaces(kept);
      }

      @Override
      public ResultWriter open(StudyHeader header) {
        headers.remove(header.id());
        headers.put(header.id(), header);
        Map<Long, Kept> trials =
            studies.computeIfAbsent(header.id(), id -> new ConcurrentSkipListMap<>());
        Map<Long, List<Measured>> unfinished = new HashMap<>();
        written.add(header.id());
        return new ResultWriter() {
          @Override
          public void write(TrialEvent event) {
            Store.this.write(event, trials, unfinished);
          }

          @Override
          public void close() {
            written.remove(header.id());
          }
        };
      }

      @Override
      public void forget(String studyId) {
        refuseIfWritten(studyId);
        forgetHeader(studyId);
        studies.remove(studyId);
      }

      void refuseIfWritten(String studyId) {
        if (written.contains(studyId)) {
          throw new ResultStoreException("the study " + studyId + " is being written");
        }
      }

      void forgetHeader(String studyId) {
        headers.remove(studyId);
      }

      private void write(
          TrialEvent event, Map<Long, Kept> trials, Map<Long, List<Measured>> unfinished) {
        long index = event.trial().index();
        if (event instanceof Measured) {
          unfinished.computeIfAbsent(index, i -> new ArrayList<>()).add((Measured) event);
          return;
        }
        List<Measured> measurements = unfinished.remove(index);
        if (event instanceof Finished) {
          Finished trial = (Finished) event;
          Kept before = trials.get(index);
          if (before == null
              || replaces(trial.result().outcome(), before.trial().result().outcome())) {
            trials.put(index, new Kept(trial, measurements == null ? List.of() : measurements));
          }
        }
      }

      @Override
      public List<StudyHeader> studies() {
        List<StudyHeader> lastFirst = new ArrayList<>();
        headers.values().forEach(header -> lastFirst.add(0, header));
        return lastFirst;
      }

      @Override
      public BitSet finished(String studyId) {
        BitSet finished = new BitSet();
        trials(studyId)
            .filter(trial -> trial.result().outcome() != Outcome.CANCELLED)
            .forEach(trial -> finished.set((int) trial.trial().index()));
        return finished;
      }

      @Override
      public Stream<Finished> trials(String studyId) {
        return kept(studyId, Kept::trial).map(trial -> completed(headers.get(studyId), trial));
      }

      Finished completed(StudyHeader header, Finished kept) {
        return header.complete(kept);
      }

      @Override
      public Stream<Measured> measurements(String studyId) {
        return kept(studyId, Kept::measurements).flatMap(List::stream);
      }

      private <T> Stream<T> kept(String studyId, Function<Kept, T> part) {
        return List.copyOf(studies.getOrDefault(studyId, Map.of()).values()).stream().map(part);
      }

      @Override
      public void close() {}
    }
  }
}
