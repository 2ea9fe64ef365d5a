package io.sluice.tck;

import static io.sluice.tck.Expected.assertEquals;
import static io.sluice.tck.Expected.assertTrue;
import static io.sluice.tck.SampleResults.finished;
import static io.sluice.tck.SampleResults.header;
import static io.sluice.tck.SampleResults.measured;
import static io.sluice.tck.SampleResults.trial;
import static io.sluice.tck.StoredResults.keep;
import static io.sluice.tck.StoredResults.measurements;
import static io.sluice.tck.StoredResults.trials;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import java.util.List;
import java.util.function.Supplier;

/** What every result store does with a study that is to be forgotten; it may forget none. */
final class ForgetPromises {

  private static final StudyHeader GONE = header("gone-1", "gone");
  private static final StudyHeader STAYS = header("gone-11", "gone");

  private ForgetPromises() {}

  static void forgottenStudyIsGoneAndTheOthersStay(Supplier<ResultStore> stores) {
    boolean forgot;
    try (ResultStore store = stores.get()) {
      keepBoth(store);
      forgot = forgets(store, GONE.id());
      assertKept(store, !forgot);
    }
    try (ResultStore store = stores.get()) {
      assertKept(store, !forgot);
      forgets(store, "no-such-study");
      assertKept(store, !forgot);
    }
  }

  static void forgottenStudyBeginsAnewWithNothing(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keepBoth(store);
      if (!forgets(store, GONE.id())) {
        return;
      }
      keep(store, GONE, finished(3));
      assertEquals(List.of(GONE, STAYS), store.studies());
      assertEquals(List.of(finished(3)), trials(store, GONE.id()));
      assertEquals(List.of(), measurements(store, GONE.id()));
    }
  }

  static void studyThatIsBeingWrittenIsNotForgotten(Supplier<ResultStore> stores) {
    try (ResultStore store = stores.get()) {
      keepBoth(store);
      try (ResultWriter writer = store.open(GONE);
          ResultStore other = stores.get()) {
        assertEquals(false, forgets(other, GONE.id()));
        writer.write(finished(2));
      }
      assertEquals(List.of(finished(0), finished(1), finished(2)), trials(store, GONE.id()));
    }
  }

  private static void keepBoth(ResultStore store) {
    keep(store, STAYS, measured(trial(1), 1, 1), finished(1));
    keep(store, GONE, measured(trial(0), 1, 1), finished(0), finished(1));
  }

  /** Whether the store forgot the study, rather than refuse to. */
  private static boolean forgets(ResultStore store, String studyId) {
    try {
      store.forget(studyId);
      return true;
    } catch (ResultStoreException refused) {
      assertTrue(!refused.getMessage().isBlank());
      return false;
    }
  }

  private static void assertKept(ResultStore store, boolean both) {
    assertEquals(both ? List.of(GONE, STAYS) : List.of(STAYS), store.studies());
    assertEquals(both ? List.of(finished(0), finished(1)) : List.of(), trials(store, GONE.id()));
    assertEquals(
        both ? List.of(measured(trial(0), 1, 1)) : List.of(), measurements(store, GONE.id()));
    assertEquals(both ? 2 : 0, store.finished(GONE.id()).cardinality());
    assertEquals(List.of(finished(1)), trials(store, STAYS.id()));
    assertEquals(List.of(measured(trial(1), 1, 1)), measurements(store, STAYS.id()));
    assertEquals(List.of(), store.unreadable());
  }
}
