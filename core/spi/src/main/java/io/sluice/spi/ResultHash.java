package io.sluice.spi;

import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Checksums of what a store keeps. A store writes them beside its rows and compares them on
 * reading, so a flipped bit or a lost measurement is noticed instead of believed.
 *
 * <pre>{@code
 * hash.add(measured);                    // for each measurement of the trial
 * long kept = hash.finish(finished);     // write this beside the trial
 *
 * boolean sound = hash.fits(kept, finished);
 * measurements.forEach(hash::add);
 * boolean whole = hash.measurementsFit(kept);
 * }</pre>
 *
 * <p>Each is a CRC-32C, which finds every damage within 32 bits that follow each other and all but
 * one of 4 billion others. It is taken of values rather than of a file's bytes, so all stores have
 * the same: whole numbers as 8 bytes with the highest first; fractions likewise, as their IEEE 754
 * bits, of NaN always 7ff8000000000000; texts as their number of UTF-16 units and those in 2 bytes
 * each; lists and maps as their size and what they hold in its order. What no encoding can write,
 * half a surrogate pair, counts as a question mark.
 *
 * <p>Not for several threads at once.
 */
public final class ResultHash {

  private final CRC32C crc = new CRC32C();
  private final int study;
  private byte[] bytes = new byte[256];
  private int length;

  /** Hashes of one study's rows: a row that strays into another study does not fit there. */
  public ResultHash(String studyId) {
    text(studyId);
    study = checksum(0);
  }

  private int measurements;

  /** Takes the next measurement of a trial: its step, cost, metric and value. */
  public void add(Measured measured) {
    whole(measured.step());
    number(measured.cost());
    text(measured.metric());
    number(measured.value());
    measurements = checksum(measurements);
  }

  /** Forgets the measurements that were added. */
  public void clear() {
    measurements = 0;
  }

  /**
   * The hash of a trial with the measurements that were added; forgets those. In the upper half is
   * the checksum of the row, in the lower that of the measurements, 0 if there are none.
   */
  public long finish(Finished finished) {
    int low = measurements;
    clear();
    return (long) row(finished, low) << 32 | low & 0xffff_ffffL;
  }

  /** Whether this is the trial of which the hash was made, apart from its measurements. */
  public boolean fits(long hash, Finished finished) {
    return (int) (hash >>> 32) == row(finished, (int) hash);
  }

  /**
   * Whether those added are the measurements of which the hash was made, no more and no fewer;
   * forgets them.
   */
  public boolean measurementsFit(long hash) {
    boolean fit = (int) hash == measurements;
    clear();
    return fit;
  }

  /** Place, key, cell's place, repeat and result, but not what the cell holds. */
  private int row(Finished finished, int low) {
    Trial trial = finished.trial();
    TrialResult result = finished.result();
    whole(low);
    whole(trial.index());
    text(trial.key());
    whole(trial.cell().index());
    whole(trial.repeat());
    text(result.outcome().name());
    whole(result.steps());
    number(result.cost());
    number(result.initialLoss());
    number(result.finalLoss());
    number(result.bestLoss());
    number(result.bestCost());
    numbers(result.hitCosts());
    text(result.message());
    return checksum(study);
  }

  /**
   * The checksum of a cell: its place, its factors but those at their presets, its values.
   *
   * @param factors as the study's header declares them
   */
  public int of(Cell cell, List<Factor> factors) {
    whole(cell.index());
    // A factor that is added with a preset does not change the hashes there were before.
    Map<String, String> presets = Factor.presets(factors);
    for (Map.Entry<String, String> factor : cell.factors().entrySet()) {
      if (!factor.getValue().equals(presets.get(factor.getKey()))) {
        text(factor.getKey());
        text(factor.getValue());
      }
    }
    whole(cell.hyperparameters().size());
    cell.hyperparameters()
        .forEach(
            (name, value) -> {
              text(name);
              number(value);
            });
    return checksum(study);
  }

  /** The checksum of a summary: its cell's place, its trials, its content. */
  public int of(CellSummary summary) {
    whole(summary.cell().index());
    text(summary.trials());
    text(summary.content());
    return checksum(study);
  }

  /** The checksum of a study's header: its components in order, the factors last. */
  public int of(StudyHeader header) {
    text(header.id());
    text(header.name());
    text(header.question());
    text(header.spec());
    whole(header.trials());
    number(header.budget());
    numbers(header.targets());
    whole(header.provenance().size());
    header
        .provenance()
        .forEach(
            (name, value) -> {
              text(name);
              text(value);
            });
    // The first factors were not declared at first, and count as little today.
    if (!header.factors().equals(Factor.FIRST)) {
      whole(header.factors().size());
      for (Factor factor : header.factors()) {
        text(factor.name());
        text(factor.preset());
      }
    }
    return checksum(study);
  }

  private void numbers(Iterable<Double> numbers) {
    int from = length;
    whole(0);
    long count = 0;
    for (double number : numbers) {
      number(number);
      count++;
    }
    int to = length;
    length = from;
    whole(count);
    length = to;
  }

  private void number(double number) {
    whole(Double.doubleToLongBits(number));
  }

  private void whole(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >> shift);
    }
  }

  private void text(String text) {
    whole(text.length());
    ensure(2 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit) && !isPaired(text, i)) {
        unit = '?';
      }
      bytes[length++] = (byte) (unit >> 8);
      bytes[length++] = (byte) unit;
    }
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }

  /** The checksum of another one and what was put behind it; begins anew. */
  private int checksum(int before) {
    whole(before);
    crc.reset();
    crc.update(bytes, 0, length);
    length = 0;
    return (int) crc.getValue();
  }
}
