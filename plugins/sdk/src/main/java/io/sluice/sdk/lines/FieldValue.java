package io.sluice.sdk.lines;

import io.sluice.spi.Factor;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The value of a field, asked for as what it was written as, and once. */
public interface FieldValue {

  long whole() throws IOException;

  double number() throws IOException;

  String text() throws IOException;

  List<Double> numbers() throws IOException;

  Map<String, String> texts() throws IOException;

  Map<String, Double> namedNumbers() throws IOException;

  default List<Factor> factors() throws IOException {
    return texts().entrySet().stream()
        .map(factor -> new Factor(factor.getKey(), factor.getValue()))
        .toList();
  }
}
