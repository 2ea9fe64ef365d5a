package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.AWKWARD;
import static io.sluice.tck.SampleResults.awkwardHeader;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.measured;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.bits;
import static io.sluice.tck.StoredResults.keep;
import static io.sluice.tck.StoredResults.measurements;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What every result store does with studies. */
final class StudyPromises {

  private StudyPromises() {}

  static void newStoreKeepsNothing(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(), store.studies());
      assertNothingIsKnownOf(store, "no-such-study");
      assertEquals(Optional.empty(), store.find("no-such-study"));
    }
  }

  static void unknownStudyIsEmptyBesideAnother(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keep(store, header("known-1", "known"), finished(0));
      assertNothingIsKnownOf(store, "known");
      assertNothingIsKnownOf(store, "../known-1");
    }
  }

  static void everyFieldOfAStudyComesBack(Supplier<ResultStore> stores) {
    StudyHeader header = awkwardHeader("study-1");
    try (ResultStore store = stores.get()) {
      keep(store, header);
    }
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(header), store.studies());
      assertEquals(
          List.copyOf(header.provenance().keySet()),
          List.copyOf(store.studies().get(0).provenance().keySet()));
    }
  }

  static void studyIdMayBeAnyText(Supplier<ResultStore> stores) {
    List<String> ids = List.of("../up", "a/b", "CON", "a b", "Ä-ß-学", "x".repeat(400), AWKWARD);
    try (ResultStore store = stores.get()) {
      for (int i = 0; i < ids.size(); i++) {
        keep(store, header(ids.get(i), "name"), finished(i));
      }
      for (int i = 0; i < ids.size(); i++) {
        assertEquals(List.of(finished(i)), trials(store, ids.get(i)));
      }
    }
  }

  static void studyBegunLastComesFirst(Supplier<ResultStore> stores) {
    StudyHeader changed = new StudyHeader("a-1", "a", "?", "{}", 5, 7, List.of(), Map.of());
    try (ResultStore store = stores.get()) {
      keep(store, header("a-1", "a"), finished(0));
      keep(store, header("c-1", "c"));
      keep(store, header("b-1", "b"));
      assertEquals(
          List.of(header("b-1", "b"), header("c-1", "c"), header("a-1", "a")), store.studies());
      keep(store, changed);
    }
    try (ResultStore store = stores.get()) {
      assertEquals(List.of(changed, header("b-1", "b"), header("c-1", "c")), store.studies());
      assertEquals(List.of(finished(0)), trials(store, "a-1"));
    }
  }

  static void studyIsFoundByItsIdOrElseByItsName(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keep(store, header("a-1", "a"));
      keep(store, header("a-2", "a"));
      keep(store, header("a", "other"));
      keep(store, header("b-1", "b"));
      keep(store, header("b-2", "b"));
      assertEquals(Optional.of(header("a-1", "a")), store.find("a-1"));
      assertEquals(Optional.of(header("a", "other")), store.find("a"));
      assertEquals(Optional.of(header("b-2", "b")), store.find("b"));
      assertEquals(Optional.empty(), store.find("B-2"));
    }
  }

  static void studiesWrittenAtTheSameTimeStayApart(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      try (ResultWriter one = store.open(header("one-1", "one"));
          ResultWriter two = store.open(header("two-1", "two"))) {
        for (int index = 0; index < 50; index++) {
          one.write(measured(trial(index), 1, 1));
          two.write(measured(trial(index), 2, 2));
          one.write(finished(trial(index), Outcome.COMPLETED, 1));
          two.write(finished(trial(index), Outcome.DIVERGED, 2));
          if (index % 10 == 0) {
            one.flush();
            two.flush();
          }
        }
      }
      for (Finished event : trials(store, "one-1")) {
        assertEquals(finished(event.trial(), Outcome.COMPLETED, 1), event);
      }
      for (Measured event : measurements(store, "two-1")) {
        assertEquals(measured(event.trial(), 2, 2), event);
      }
      assertEquals(50, trials(store, "one-1").size());
      assertEquals(50, measurements(store, "two-1").size());
    }
  }

  static void studyGoesOnAfterReopening(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keep(store, header("s-1", "s"), measured(trial(0), 1, 1), finished(0), finished(2));
    }
    try (ResultStore store = stores.get()) {
      assertEquals(bits(0, 2), store.finished("s-1"));
      keep(store, header("s-1", "s"), finished(1), finished(30));
    }
    try (ResultStore store = stores.get()) {
      assertEquals(bits(0, 1, 2, 30), store.finished("s-1"));
      assertEquals(
          List.of(finished(0), finished(1), finished(2), finished(30)), trials(store, "s-1"));
      assertEquals(List.of(measured(trial(0), 1, 1)), measurements(store, "s-1"));
      assertEquals(1, store.studies().size());
    }
  }

  private static void assertNothingIsKnownOf(ResultStore store, String studyId) {
    assertTrue(store.finished(studyId).isEmpty());
    assertEquals(List.of(), trials(store, studyId));
    assertEquals(List.of(), measurements(store, studyId));
  }
}
