package io.sluice.studies.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.studies.CsvText;
import io.sluice.studies.Location;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/** JSON objects, one a line, as a table: those of {@code sluice export --format jsonl}. */
final class JsonLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /** Whether the first line is an object of its own. */
  static boolean is(String text) {
    String first = text.lines().findFirst().orElse("").strip();
    return first.startsWith("{\"") && first.endsWith("}");
  }

  static Table read(String text, String file) {
    List<String> columns = new ArrayList<>();
    object(text.lines().findFirst().orElse(""), file, 1)
        .fieldNames()
        .forEachRemaining(columns::add);
    return new Table(
        file,
        columns,
        () -> {
          Iterator<String> lines = text.lines().iterator();
          int[] line = {0};
          return () -> row(lines, line, columns, file);
        });
  }

  private static List<CsvText.Cell> row(
      Iterator<String> lines, int[] line, List<String> columns, String file) {
    while (lines.hasNext()) {
      String text = lines.next();
      line[0]++;
      if (text.isBlank()) {
        continue;
      }
      JsonNode object = object(text, file, line[0]);
      List<CsvText.Cell> row = new ArrayList<>();
      for (String column : columns) {
        if (!object.has(column)) {
          throw new ResultFormatException(
              new Location(file, line[0], 1), "the key " + column + " is missing in this line");
        }
        row.add(new CsvText.Cell(text(object.get(column)), line[0], 1));
      }
      return row;
    }
    return List.of();
  }

  private static JsonNode object(String text, String file, int line) {
    try {
      JsonNode object = JSON.readTree(text);
      if (object.isObject()) {
        return object;
      }
      throw new ResultFormatException(new Location(file, line, 1), "this line is no JSON object");
    } catch (JsonProcessingException malformed) {
      throw new ResultFormatException(
          new Location(file, line, Math.max(1, malformed.getLocation().getColumnNr())),
          "this line is no JSON: perhaps the file was cut off");
    }
  }

  private static String text(JsonNode value) {
    if (!value.isObject()) {
      return value.isNull() ? "" : value.asText();
    }
    StringJoiner pairs = new StringJoiner(" ");
    value.properties().forEach(pair -> pairs.add(pair.getKey() + "=" + pair.getValue().asText()));
    return pairs.toString();
  }
}
