package io.sluice.studies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes a study as JSON on one line: every key in a fixed order, data inline, numbers as short as
 * possible. Equal studies give equal texts on every JDK, and {@link StudyReader} reads the study
 * back.
 */
public final class CanonicalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Beyond are characters that are not printable everywhere. */
  private static final int HIGHEST_PLAIN = '~';

  private CanonicalJson() {}

  /** The study as JSON. */
  public static String of(StudySpec study) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setHighestNonEscapedChar(HIGHEST_PLAIN);
      write(StudyKeys.KEYS.write(study), json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Writes what a codec has written. */
  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List) {
      json.writeStartArray();
      for (Object item : (List<?>) value) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof double[]) {
      json.writeStartArray();
      for (double number : (double[]) value) {
        json.writeNumber(NumberText.of(number));
      }
      json.writeEndArray();
    } else if (value instanceof Double) {
      json.writeNumber(NumberText.of((Double) value));
    } else if (value instanceof Boolean) {
      json.writeBoolean((Boolean) value);
    } else if (value instanceof Number) {
      json.writeNumber(((Number) value).longValue());
    } else {
      json.writeString((String) value);
    }
  }
}
