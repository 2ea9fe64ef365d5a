package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.sdk.lines.LineWriter;
import io.sluice.spi.Factor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the fields of an object. */
record JsonLine(JsonGenerator json) implements LineWriter {

  @Override
  public void begin() throws IOException {
    json.writeStartObject();
  }

  @Override
  public void whole(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  @Override
  public void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    Json.write(json, value);
  }

  @Override
  public void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  @Override
  public void numbers(String name, List<Double> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      Json.write(json, value);
    }
    json.writeEndArray();
  }

  @Override
  public void texts(String name, Map<String, String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      text(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public void namedNumbers(String name, Map<String, Double> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      number(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public void factors(String name, List<Factor> factors) throws IOException {
    json.writeArrayFieldStart(name);
    for (Factor factor : factors) {
      json.writeStartObject();
      text("name", factor.name());
      text("preset", factor.preset());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void end() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
