package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.sdk.lines.FieldValue;
import io.sluice.spi.Factor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value on which the parser stands. */
record JsonValue(JsonParser parser) implements FieldValue {

  @Override
  public long whole() throws IOException {
    return parser.getLongValue();
  }

  @Override
  public double number() throws IOException {
    return Json.number(parser);
  }

  @Override
  public String text() throws IOException {
    return Json.text(parser);
  }

  @Override
  public List<Double> numbers() throws IOException {
    Json.expect(parser, JsonToken.START_ARRAY, "an array");
    List<Double> numbers = new ArrayList<>(4);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number());
    }
    return numbers;
  }

  @Override
  public Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Json.readObject(
        parser,
        (name, value) -> {
          texts.put(name, value.text());
          return true;
        });
    return texts;
  }

  @Override
  public Map<String, Double> namedNumbers() throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Json.readObject(
        parser,
        (name, value) -> {
          numbers.put(name, value.number());
          return true;
        });
    return numbers;
  }

  @Override
  public List<Factor> factors() throws IOException {
    List<Factor> factors = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Map<String, String> factor = texts();
      factors.add(new Factor(factor.get("name"), factor.get("preset")));
    }
    return factors;
  }
}
