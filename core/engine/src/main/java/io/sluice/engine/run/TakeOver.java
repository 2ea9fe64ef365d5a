package io.sluice.engine.run;

import io.sluice.engine.kept.KeptTrials;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.Cell;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies to a study the trials that other studies of its store have in common with it: those whose
 * key is the same. A study that has got more repeats or levels, or fewer, then only runs what is
 * new, and its rows are those it had if it had run them all.
 */
public final class TakeOver {

  private static final int[] NONE = {};

  private final StudyPlan plan;
  private final StudyHeader header;
  private final ResultStore store;
  private final Cancellation cancellation;
  private final Headway headway;
  private final BitSet have;

  /** The cell of the other study that was asked for last, and the cells here that are the same. */
  private Cell cell;

  private int[] ownCells = NONE;

  /**
   * @param headway is told how many of the trials wanted of a study are copied
   */
  public TakeOver(
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      Cancellation cancellation,
      Headway headway) {
    this.headway = headway;
    this.plan = plan;
    this.header = header;
    this.store = store;
    this.cancellation = cancellation;
    this.have = store.finished(header.id());
  }

  /** How many trials were taken over, by the ids of the studies they came from. */
  public Map<String, Integer> run() {
    Map<String, Integer> taken = new LinkedHashMap<>();
    if (plan.spec().keep().summaries()) {
      return taken; // What another study has of a cell is rows, and here it would be counted.
    }
    String settings = header.provenance().get(StudyHeader.SETTINGS);
    for (StudyHeader other : store.studies()) {
      if (!other.id().equals(header.id())
          && settings.equals(other.provenance().get(StudyHeader.SETTINGS))
          && have.cardinality() < plan.trials()) {
        cell = null;
        int count = from(other);
        if (count > 0) {
          taken.put(other.id(), count);
        }
      }
    }
    return taken;
  }

  private int from(StudyHeader other) {
    BitSet wanted = wanted(other);
    if (wanted.isEmpty()) {
      return 0;
    }
    wanted.and(store.sound(other.id()));
    int count = 0;
    long copied = 0;
    long all = wanted.cardinality();
    try (ResultWriter writer = store.open(header);
        KeptTrials trials = new KeptTrials(store, other.id())) {
      while (!cancellation.isCancelled() && trials.next()) {
        Trial trial = trials.finished().trial();
        if (!wanted.get((int) trial.index())) {
          continue;
        }
        headway.made(copied++, all);
        for (int index : own(trial)) {
          if (!have.get(index)) {
            have.set(index);
            trials.writeTo(writer, plan.trial(index));
            count++;
          }
        }
      }
    }
    headway.made(copied, all);
    return count;
  }

  /** The indices that a trial of another study has here. */
  private int[] own(Trial other) {
    int repeats = plan.spec().repeats();
    if (cell == null || !cell.equals(other.cell())) {
      cell = other.cell();
      ownCells = plan.cellsWith(other);
    }
    return other.repeat() < repeats
        ? Arrays.stream(ownCells).map(own -> own * repeats + other.repeat()).toArray()
        : NONE;
  }

  /** The indices in the other study of the trials that this one has too and is without yet. */
  private BitSet wanted(StudyHeader other) {
    BitSet wanted = new BitSet();
    try (Stream<Finished> trials = store.trials(other.id())) {
      for (Iterator<Finished> each = trials.iterator(); each.hasNext(); ) {
        Trial trial = each.next().trial();
        if (Arrays.stream(own(trial)).anyMatch(index -> !have.get(index))) {
          wanted.set((int) trial.index());
        }
      }
    }
    return wanted;
  }
}
