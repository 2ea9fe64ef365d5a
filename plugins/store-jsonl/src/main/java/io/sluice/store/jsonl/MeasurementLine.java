package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;

/** A line of measurements.jsonl. */
final class MeasurementLine {

  private static final int FIELDS = 5;

  private long trial;
  private long step;
  private double cost;
  private String metric;
  private double value;

  private MeasurementLine() {}

  static void write(JsonGenerator json, Measured measured) throws IOException {
    json.writeStartObject();
    json.writeNumberField("trial", measured.trial().index());
    json.writeNumberField("step", measured.step());
    json.writeFieldName("cost");
    Json.write(json, measured.cost());
    json.writeStringField("metric", measured.metric());
    json.writeFieldName("value");
    Json.write(json, measured.value());
    json.writeEndObject();
  }

  /**
   * @param of the trial that the line must be about
   */
  static Measured read(JsonParser parser, Trial of) throws IOException {
    MeasurementLine line = new MeasurementLine();
    Json.readDocument(parser, FIELDS, line::readField);
    if (line.trial != of.index()) {
      throw new IllegalArgumentException(
          "trials.jsonl says that trial "
              + of.index()
              + " was measured here, but it is trial "
              + line.trial);
    }
    return new Measured(of, line.step, line.cost, line.metric, line.value);
  }

  private boolean readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "trial" -> trial = parser.getLongValue();
      case "step" -> step = parser.getLongValue();
      case "cost" -> cost = Json.number(parser);
      case "metric" -> metric = Json.text(parser);
      case "value" -> value = Json.number(parser);
      default -> {
        return false;
      }
    }
    return true;
  }
}
