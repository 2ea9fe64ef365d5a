package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalNamesTest {

  /** Lines as they are drawn, with a bar between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "inside, sgd; >inside, sgd<",
        "inside, uniform(10), adam(learning-rate=0.01);"
            + " >inside, uniform(10),<|>adam(learning-rate=0.01)<",
        "one unit and one example, small weights; >one unit and one example,<|>small weights<",
        "activation × initial-weights.learning-rate;"
            + " >activation ×<|>initial-weights.learning-rate<",
        "a single name that is much too long for a line; >a single name that is"
      })
  void aLongNameOfSeveralPartsTakesTwoLines(String name, String lines) {
    Forest.Row row = new Forest.Row(name, new Estimate(1, 0.5, 1.5));
    String svg = new Forest("forest", "c", Quantity.linear("q"), List.of(row)).figure().svg();
    assertThat(svg).contains(lines.split("\\|"));
  }
}
