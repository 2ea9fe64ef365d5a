package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.spi.Cell;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line of cells.jsonl. */
final class CellLine {

  private static final int FIELDS = 3;

  private int index;
  private Map<String, String> factors;
  private final Map<String, Double> hyperparameters = new LinkedHashMap<>();

  private CellLine() {}

  static void write(JsonGenerator json, Cell cell) throws IOException {
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
    json.writeEndObject();
  }

  static Cell read(JsonParser parser) throws IOException {
    CellLine line = new CellLine();
    Json.readDocument(parser, FIELDS, line::readField);
    return new Cell(line.index, line.factors, line.hyperparameters);
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
      default -> {
        return false;
      }
    }
    return true;
  }
}
