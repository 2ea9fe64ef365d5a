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
import io.sluice.sdk.lines.FieldReader;
import io.sluice.sdk.lines.FieldValue;
import java.io.IOException;

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

  /** Reads one object with nothing behind it. */
  static void readDocument(JsonParser parser, FieldReader reader) throws IOException {
    parser.nextToken();
    readObject(parser, reader);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "something follows the object");
    }
  }

  /** Reads the object the parser stands on. */
  static void readObject(JsonParser parser, FieldReader reader) throws IOException {
    expect(parser, JsonToken.START_OBJECT, "an object");
    FieldValue value = new JsonValue(parser);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (!reader.read(name, value)) {
        parser.skipChildren();
      }
    }
    expect(parser, JsonToken.END_OBJECT, "the end of an object");
  }

  static void expect(JsonParser parser, JsonToken token, String what) throws IOException {
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
}
