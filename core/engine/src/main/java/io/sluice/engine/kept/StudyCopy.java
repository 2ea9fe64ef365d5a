package io.sluice.engine.kept;

import io.sluice.engine.watch.Headway;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Copies a study with everything that was kept of it to another store, then reads it back from
 * there and compares it, trial by trial, with what it was copied from. What the other store has
 * already, and sound, is not written again, so a copy that was stopped goes on.
 */
public final class StudyCopy {

  /** How much is written before it is made last. */
  private static final int TRIALS_A_FLUSH = 4096;

  private final StudyHeader header;
  private final ResultStore from;
  private final ResultStore to;
  private final String place;
  private final BooleanSupplier stopped;

  /** The trials seen where they are copied from; what is added meanwhile is left for next time. */
  private final BitSet seen = new BitSet();

  private final BitSet written = new BitSet();

  private boolean summarized;

  /**
   * A copy that has not begun.
   *
   * @param place what messages call the store that is copied to, such as its URL
   * @param stopped whether somebody wants it to stop; what was written until then stays
   */
  public StudyCopy(
      StudyHeader header, ResultStore from, ResultStore to, String place, BooleanSupplier stopped) {
    this.header = header;
    this.from = from;
    this.to = to;
    this.place = place;
    this.stopped = stopped;
  }

  /**
   * What became of a copy.
   *
   * @param trials how many trials there were to be copied
   * @param before how many of them were there already
   * @param better how many are there with an outcome of more worth, and stay as they are
   * @param checksum the checksum of the study as it was read back: of its header, its cells, and of
   *     each trial with its measurements
   * @param stopped whether it was stopped before everything was compared
   */
  public record Copied(long trials, long before, long better, int checksum, boolean stopped) {
    /** The checksum in hexadecimal digits. */
    public String checksumText() {
      return HexFormat.of().toHexDigits(checksum);
    }
  }

  /**
   * Copies and compares.
   *
   * @param copying is told how many trials are read to be copied
   * @param comparing is told how many are compared
   * @throws ResultStoreException if something cannot be read or written, or is not the same after
   *     all; what was written stays, and another copy goes on there
   */
  public Copied run(Headway copying, Headway comparing) {
    StudyIdentity.refuseAnother(header, to);
    summarized = hasSummaries();
    if (summarized && !to.keepsSummaries()) {
      throw new ResultStoreException(
          header.id() + " keeps summaries, and stores of the kind of " + place + " keep none");
    }
    BitSet there = to.sound(header.id());
    write(there, copying);
    Comparison comparison = compare(comparing);
    if (!comparison.worse.isEmpty() && !stopped.getAsBoolean()) {
      // Cancelled and failed trials there, which what is copied stands in for.
      BitSet good = (BitSet) seen.clone();
      good.andNot(comparison.worse);
      write(good, copying);
      comparison = compare(comparing);
    }
    if (!stopped.getAsBoolean()) {
      comparison.refuseDifferences();
    }
    BitSet before = (BitSet) seen.clone();
    before.andNot(written);
    return new Copied(
        seen.cardinality(),
        before.cardinality(),
        comparison.better.cardinality(),
        comparison.checksum.value(),
        stopped.getAsBoolean());
  }

  /** Writes the trials that are not there. */
  private void write(BitSet there, Headway copying) {
    boolean first = seen.isEmpty();
    long all = Math.max(1, from.finished(header.id()).cardinality());
    int unflushed = 0;
    try (ResultWriter writer = to.open(header);
        KeptTrials trials = new KeptTrials(from, header.id())) {
      for (long read = 0; !stopped.getAsBoolean() && trials.next(); read++) {
        int index = (int) trials.finished().trial().index();
        copying.made(Math.min(read, all), all);
        if (first) {
          seen.set(index);
        }
        if (seen.get(index) && !there.get(index)) {
          trials.writeTo(writer, trials.finished().trial());
          written.set(index);
          if (++unflushed == TRIALS_A_FLUSH) {
            writer.flush();
            unflushed = 0;
          }
        }
      }
      if (summarized && !stopped.getAsBoolean()) {
        try (Stream<CellSummary> summaries = from.summaries(header.id())) {
          summaries.forEach(writer::write);
        }
      }
    }
  }

  private boolean hasSummaries() {
    try (Stream<CellSummary> summaries = from.summaries(header.id())) {
      return summaries.findFirst().isPresent();
    }
  }

  /** Takes the summaries there into the checksum, which must be those here. */
  private void compareSummaries(KeptChecksum checksum) {
    try (Stream<CellSummary> here = from.summaries(header.id());
        Stream<CellSummary> there = to.summaries(header.id())) {
      Iterator<CellSummary> others = there.iterator();
      here.forEach(
          summary -> {
            if (!others.hasNext() || checksum.add(others.next()) != checksum.of(summary)) {
              throw new ResultStoreException(
                  "the summary of cell "
                      + summary.cell().index()
                      + " of "
                      + header.id()
                      + " is another in "
                      + place
                      + " than where it was copied from: copy again, and if that does not help,"
                      + " forget the study in the store that is wrong");
            }
          });
    }
  }

  private Comparison compare(Headway comparing) {
    Comparison comparison = new Comparison();
    try (KeptTrials here = new KeptTrials(from, header.id());
        KeptTrials there = new KeptTrials(to, header.id())) {
      boolean more = there.next();
      long all = seen.cardinality();
      long done = 0;
      while (!stopped.getAsBoolean() && here.next()) {
        long index = here.finished().trial().index();
        if (!seen.get((int) index)) {
          continue;
        }
        comparing.made(done++, all);
        while (more && there.finished().trial().index() < index) {
          more = there.next();
        }
        boolean kept = more && there.finished().trial().index() == index;
        comparison.add(here, kept ? there : null);
      }
    }
    if (summarized && !stopped.getAsBoolean()) {
      compareSummaries(comparison.checksum);
    }
    return comparison;
  }

  /** What is not the same in both stores. */
  private final class Comparison {
    /** Not there, or with an outcome that what is copied may stand in for. */
    final BitSet worse = new BitSet();

    /** There with an outcome of more worth. */
    final BitSet better = new BitSet();

    /** There with other numbers, though both have a result. */
    final BitSet other = new BitSet();

    final KeptChecksum checksum = new KeptChecksum(header);
    private final KeptChecksum original = new KeptChecksum(header);

    void add(KeptTrials here, KeptTrials there) {
      int index = (int) here.finished().trial().index();
      long hash = original.add(here);
      if (there == null) {
        worse.set(index);
      } else if (checksum.add(there) != hash) {
        Outcome given = here.finished().result().outcome();
        Outcome kept = there.finished().result().outcome();
        boolean results = given.replaces(Outcome.COMPLETED) && kept.replaces(Outcome.COMPLETED);
        (results ? other : given.replaces(kept) ? worse : better).set(index);
      }
    }

    void refuseDifferences() {
      BitSet wrong = (BitSet) worse.clone();
      wrong.or(other);
      if (!wrong.isEmpty()) {
        throw new ResultStoreException(
            wrong.cardinality()
                + " of "
                + seen.cardinality()
                + " trials of "
                + header.id()
                + " are others in "
                + place
                + " than where they were copied from, the first of them trial "
                + wrong.nextSetBit(0)
                + (written.get(wrong.nextSetBit(0))
                    ? "; its plugin does not keep what it is given"
                    : "; they were there already and were not overwritten: forget the study in the"
                        + " store that is wrong"));
      }
    }
  }
}
