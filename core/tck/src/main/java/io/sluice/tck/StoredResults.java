package io.sluice.tck;

import static io.sluice.tck.SampleResults.header;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** What a store keeps, as lists to compare. */
final class StoredResults {

  private StoredResults() {}

  static void keep(ResultStore store, StudyHeader header, TrialEvent... events) {
    try (ResultWriter writer = store.open(header)) {
      for (TrialEvent event : events) {
        writer.write(event);
      }
    }
  }

  static List<Finished> trials(ResultStore store, String studyId) {
    try (Stream<Finished> trials = store.trials(studyId)) {
      return trials.toList();
    }
  }

  static List<Measured> measurements(ResultStore store, String studyId) {
    try (Stream<Measured> measurements = store.measurements(studyId)) {
      return measurements.toList();
    }
  }

  static <T> List<T> only(Class<T> kind, List<TrialEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static BitSet bits(int... indices) {
    BitSet bits = new BitSet();
    for (int index : indices) {
      bits.set(index);
    }
    return bits;
  }
}
