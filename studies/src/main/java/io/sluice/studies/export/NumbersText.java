package io.sluice.studies.export;

import io.sluice.engine.text.NumberText;
import java.util.Map;
import java.util.StringJoiner;

/** Several numbers in one cell: {@code a=1 b=2}. The same ones often come again and again. */
final class NumbersText {

  private Map<String, Double> lastValues;
  private String lastText;

  String of(Map<String, Double> values) {
    if (values != lastValues) {
      StringJoiner joined = new StringJoiner(" ");
      values.forEach((name, value) -> joined.add(name + "=" + NumberText.of(value)));
      lastValues = values;
      lastText = joined.toString();
    }
    return lastText;
  }
}
