package io.sluice.sdk.lines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a row.
 *
 * @param text what it says
 * @param texts those of its columns, if it has several
 */
record RowValue(String text, Map<String, String> texts) implements FieldValue {

  @Override
  public long whole() {
    return Long.parseLong(text);
  }

  @Override
  public double number() {
    return Double.parseDouble(text);
  }

  @Override
  public List<Double> numbers() {
    List<Double> numbers = new ArrayList<>(4);
    if (!text.isEmpty()) {
      for (String number : text.split(" ", -1)) {
        numbers.add(Double.parseDouble(number));
      }
    }
    return numbers;
  }

  @Override
  public Map<String, Double> namedNumbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      for (String pair : Escapes.split(text, ';')) {
        List<String> parts = Escapes.split(pair, '=');
        if (parts.size() != 2) {
          throw new IllegalArgumentException("\"" + pair + "\" is no name and number");
        }
        numbers.put(Escapes.removed(parts.get(0)), Double.parseDouble(parts.get(1)));
      }
    }
    return numbers;
  }
}
