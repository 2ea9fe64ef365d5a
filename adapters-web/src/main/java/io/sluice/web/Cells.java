package io.sluice.web;

import io.sluice.analysis.Decision;
import io.sluice.analysis.Figures;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of heat maps: of a study that runs as its run counts them, of one at rest as its trials
 * were once read.
 */
final class Cells {

  private static final int KEPT = 32;

  private final StudyDesk desk;
  private final ResultStore store;
  private final Planning planning;
  private final Map<String, Read> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
          return size() > KEPT;
        }
      };

  Cells(StudyDesk desk, ResultStore store, Planning planning) {
    this.desk = desk;
    this.store = store;
    this.planning = planning;
  }

  private record Read(long trials, CellCounts counts) {}

  CellCounts of(StudyHeader header) {
    StudyRun run = desk.run(header.id());
    if (run != null && run.cells().isPresent()) {
      return run.cells().get();
    }
    long kept = desk.progress(header).finished();
    synchronized (read) {
      Read known = read.get(header.id());
      if (known == null || known.trials() != kept) {
        known = new Read(kept, read(header, kept));
        read.put(header.id(), known);
      }
      return known.counts();
    }
  }

  private CellCounts read(StudyHeader header, long kept) {
    CellCounts counts = new CellCounts(header);
    if (kept < header.trials()) {
      try {
        counts.plan(planning.declared(header.spec(), () -> false).plan());
      } catch (PlannedStudy.Refused | RequestException cannotBePlanned) {
        // Its cells are then those that have trials.
      }
    }
    try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
      trials.map(header::complete).forEach(counts::add);
    }
    return counts;
  }

  /**
   * The index of the target that is a success: the one that is asked for, else the one that decides
   * the study, else the last; -1 of a study that has none.
   */
  static int target(StudyHeader header, String asked) {
    if (asked == null) {
      int declared = Decision.declaredTarget(header);
      return declared < 0 ? header.targets().size() - 1 : declared;
    }
    int index = header.targets().indexOf(QueryValues.number("target", asked));
    if (index < 0) {
      throw new RequestException(
          400,
          "target is none of the study's "
              + header.targets().stream().map(Figures::exact).collect(Collectors.joining(", "))
              + ": \""
              + asked
              + "\"");
    }
    return index;
  }
}
