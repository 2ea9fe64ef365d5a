package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of cells.jsonl. */
final class CellLine {

  private static final int FIELDS = 3;

  private int index;
  private Map<String, String> factors;
  private final Map<String, Double> hyperparameters = new LinkedHashMap<>();

  /** Null in a line that is older than checksums. */
  private Long hash;

  private CellLine() {}

  static void write(JsonGenerator json, Cell cell, int hash) throws IOException {
    json.writeStartObject();
    json.writeNumberField("cell", cell.index());
    json.writeFieldName("factors");
    Json.writeTexts(json, cell.factors());
    json.writeObjectFieldStart("hyperparameters");
    for (Map.Entry<String, Double> entry : cell.hyperparameters().entrySet()) {
      json.writeFieldName(entry.getKey());
      Json.write(json, entry.getValue());
    }
    json.writeEndObject();
    Hashes.write(json, hash);
    json.writeEndObject();
  }

  /** Reads a line and compares it with its checksum. */
  static Cell read(JsonParser parser, ResultHash hash, List<Factor> factors) throws IOException {
    CellLine line = new CellLine();
    Json.readDocument(parser, FIELDS, line::readField);
    Cell cell = Cell.of(factors, line.index, line.factors, line.hyperparameters);
    if (line.hash != null && (int) (long) line.hash != hash.of(cell, factors)) {
      throw new IllegalArgumentException("it does not fit its checksum");
    }
    return cell;
  }

  private boolean readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "cell" -> index = parser.getIntValue();
      case "factors" -> factors = Json.texts(parser);
      case "hyperparameters" ->
          Json.readObject(
              parser,
              (key, value) -> {
                hyperparameters.put(key, Json.number(value));
                return true;
              });
      case Hashes.FIELD -> {
        hash = Hashes.read(parser);
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
