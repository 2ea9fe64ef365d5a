package io.sluice.sdk.lines;

import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;

/** A line of measurements. */
final class MeasurementLine {

  private static final int FIELDS = 5;

  private long trial;
  private long step;
  private double cost;
  private String metric;
  private double value;

  private MeasurementLine() {}

  static void write(LineWriter line, Measured measured) throws IOException {
    line.begin();
    line.whole("trial", measured.trial().index());
    line.whole("step", measured.step());
    line.number("cost", measured.cost());
    line.text("metric", measured.metric());
    line.number("value", measured.value());
    line.end();
  }

  /**
   * @param of the trial that the line must be about
   */
  static Measured read(LineReader.Line fields, Trial of) throws IOException {
    MeasurementLine line = new MeasurementLine();
    fields.read(FIELDS, line::readField);
    if (line.trial != of.index()) {
      throw new IllegalArgumentException(
          "trial " + of.index() + " should have been measured here, but it is trial " + line.trial);
    }
    return new Measured(of, line.step, line.cost, line.metric, line.value);
  }

  private boolean readField(String name, FieldValue field) throws IOException {
    switch (name) {
      case "trial" -> trial = field.whole();
      case "step" -> step = field.whole();
      case "cost" -> cost = field.number();
      case "metric" -> metric = field.text();
      case "value" -> value = field.number();
      default -> {
        return false;
      }
    }
    return true;
  }
}
