package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How values are spelt. JSON has no NaN and no infinities, so those are the texts "NaN", "Infinity"
 * and "-Infinity"; every other double is the shortest number that reads back bit for bit, whatever
 * the Java version.
 */
final class Json {

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .rootValueSeparator("")
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private Json() {}

  /** Reads the value of one field. */
  @FunctionalInterface
  interface FieldReader {
    /**
     * @return whether the field is known; what is not is skipped
     */
    boolean read(String name, JsonParser parser) throws IOException;
  }

  /** Reads one object with at least these known fields and nothing behind it. */
  static void readDocument(JsonParser parser, int fields, FieldReader reader) throws IOException {
    parser.nextToken();
    int known = readObject(parser, reader);
    if (known != fields) {
      throw new JsonParseException(parser, "it has " + known + " of its " + fields + " fields");
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "something follows the object");
    }
  }

  /** Reads the object the parser stands on and gives the number of known fields. */
  static int readObject(JsonParser parser, FieldReader reader) throws IOException {
    expect(parser, JsonToken.START_OBJECT, "an object");
    int known = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (reader.read(name, parser)) {
        known++;
      } else {
        parser.skipChildren();
      }
    }
    expect(parser, JsonToken.END_OBJECT, "the end of an object");
    return known;
  }

  private static void expect(JsonParser parser, JsonToken token, String what) throws IOException {
    if (parser.currentToken() != token) {
      throw new JsonParseException(
          parser, "there is " + parser.currentToken() + " where " + what + " belongs");
    }
  }

  static String text(JsonParser parser) throws IOException {
    expect(parser, JsonToken.VALUE_STRING, "a text");
    return parser.getText();
  }

  static void write(JsonGenerator json, double number) throws IOException {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      json.writeString(Double.toString(number));
    } else {
      json.writeNumber(number);
    }
  }

  static double number(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return parser.getDoubleValue();
    }
    String text = parser.getText();
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new JsonParseException(parser, "\"" + text + "\" is no number");
    };
  }

  static void writeNumbers(JsonGenerator json, List<Double> numbers) throws IOException {
    json.writeStartArray();
    for (double number : numbers) {
      write(json, number);
    }
    json.writeEndArray();
  }

  static List<Double> numbers(JsonParser parser) throws IOException {
    expect(parser, JsonToken.START_ARRAY, "an array");
    List<Double> numbers = new ArrayList<>(4);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number(parser));
    }
    return numbers;
  }

  static void writeTexts(JsonGenerator json, Map<String, String> texts) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  static Map<String, String> texts(JsonParser parser) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    readObject(
        parser,
        (name, value) -> {
          texts.put(name, text(value));
          return true;
        });
    return texts;
  }
}
