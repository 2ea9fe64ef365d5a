package io.sluice.engine.kept;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultHash;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** One checksum of all that is kept of a study, made of those of its parts, in their order. */
final class KeptChecksum {

  private final StudyHeader header;
  private final ResultHash hash;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
  private Cell cell;
  private long cellHash;

  /** The checksum of a study of which no trial was seen yet. */
  KeptChecksum(StudyHeader header) {
    this.header = header;
    hash = new ResultHash(header.id());
    update(hash.of(header));
  }

  /** Takes the trial here; returns the checksum of that alone, with its cell and measurements. */
  long add(KeptTrials trials) {
    Finished finished = trials.finished();
    if (finished.trial().cell() != cell) {
      cell = finished.trial().cell();
      cellHash = hash.of(cell, header.factors());
    }
    trials.measurements().forEach(hash::add);
    long whole = 31 * hash.finish(finished) + cellHash;
    update(whole);
    return whole;
  }

  /** Takes a summary; returns the checksum of that alone. */
  long add(CellSummary summary) {
    long whole = of(summary);
    update(whole);
    return whole;
  }

  /** The checksum of a summary with its cell. */
  long of(CellSummary summary) {
    return 31L * hash.of(summary) + hash.of(summary.cell(), header.factors());
  }

  private void update(long part) {
    crc.update(bytes.putLong(0, part).clear());
  }

  /** The checksum of what was taken so far. */
  int value() {
    return (int) crc.getValue();
  }
}
