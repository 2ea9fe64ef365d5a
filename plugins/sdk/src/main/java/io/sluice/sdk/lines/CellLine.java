package io.sluice.sdk.lines;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A line of cells. */
final class CellLine {

  private static final int FIELDS = 3;

  private int index;
  private Map<String, String> factors;
  private Map<String, Double> hyperparameters;

  /** Null in a line that is older than checksums. */
  private Long hash;

  private CellLine() {}

  static void write(LineWriter line, Cell cell, int hash) throws IOException {
    line.begin();
    line.whole("cell", cell.index());
    line.texts("factors", cell.factors());
    line.namedNumbers("hyperparameters", cell.hyperparameters());
    line.text(Hashes.FIELD, Hashes.text(hash));
    line.end();
  }

  /** Reads a line and compares it with its checksum. */
  static Cell read(LineReader.Line fields, ResultHash hash, List<Factor> factors)
      throws IOException {
    CellLine line = new CellLine();
    fields.read(FIELDS, line::readField);
    Cell cell = Cell.of(factors, line.index, line.factors, line.hyperparameters);
    if (line.hash != null && (int) (long) line.hash != hash.of(cell, factors)) {
      throw new IllegalArgumentException("it does not fit its checksum");
    }
    return cell;
  }

  private boolean readField(String name, FieldValue field) throws IOException {
    switch (name) {
      case "cell" -> index = Math.toIntExact(field.whole());
      case "factors" -> factors = field.texts();
      case "hyperparameters" -> hyperparameters = field.namedNumbers();
      case Hashes.FIELD -> {
        hash = Hashes.of(field.text());
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
