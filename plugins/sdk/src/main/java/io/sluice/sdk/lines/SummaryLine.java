package io.sluice.sdk.lines;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultHash;
import java.io.IOException;
import java.util.Map;

/** A line of summaries. */
final class SummaryLine {

  private static final int FIELDS = 4;

  private int cell;
  private String trials;
  private String content;
  private long hash;

  private SummaryLine() {}

  static void write(LineWriter line, CellSummary summary, int hash) throws IOException {
    line.begin();
    line.whole("cell", summary.cell().index());
    line.text("trials", summary.trials());
    line.text("content", summary.content());
    line.text(Hashes.FIELD, Hashes.text(hash));
    line.end();
  }

  /** Reads a line and compares it with its checksum. */
  static CellSummary read(LineReader.Line fields, ResultHash hash, Map<Integer, Cell> cells)
      throws IOException {
    SummaryLine line = new SummaryLine();
    fields.read(FIELDS, line::readField);
    CellSummary summary = new CellSummary(cells.get(line.cell), line.trials, line.content);
    if ((int) line.hash != hash.of(summary)) {
      throw new IllegalArgumentException("it does not fit its checksum");
    }
    return summary;
  }

  private boolean readField(String name, FieldValue field) throws IOException {
    switch (name) {
      case "cell" -> cell = Math.toIntExact(field.whole());
      case "trials" -> trials = field.text();
      case "content" -> content = field.text();
      case Hashes.FIELD -> hash = Hashes.of(field.text());
      default -> {
        return false;
      }
    }
    return true;
  }
}
