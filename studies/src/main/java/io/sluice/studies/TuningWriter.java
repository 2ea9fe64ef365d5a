package io.sluice.studies;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes how hyper-parameters are tuned, as {@link TuningReader} reads it. */
final class TuningWriter {

  private TuningWriter() {}

  static void write(TuningSpec tuning, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tuning");
    for (Map.Entry<String, List<Double>> entry : tuning.values().entrySet()) {
      json.writeArrayFieldStart(entry.getKey());
      for (double value : entry.getValue()) {
        json.writeNumber(NumberText.of(value));
      }
      json.writeEndArray();
    }
    json.writeNumberField(TuningReader.SEEDS, tuning.seeds());
    json.writeStringField(TuningReader.BY, tuning.by().id());
    json.writeBooleanField(TuningReader.BUDGET_COUNTS, tuning.budgetCounts());
    if (tuning.rung() > 0) {
      json.writeNumberField(TuningReader.RUNG, tuning.rung());
    }
    if (!tuning.choices().isEmpty()) {
      json.writeArrayFieldStart(TuningReader.CHOSEN);
      for (TuningSpec.Choice choice : tuning.choices()) {
        json.writeStartObject();
        List<String> labels = choice.context();
        for (int i = 0; i < labels.size(); i++) {
          json.writeStringField(TuningReader.CONTEXT.get(i), labels.get(i));
        }
        for (Map.Entry<String, Double> value : choice.values().entrySet()) {
          json.writeFieldName(value.getKey());
          json.writeNumber(NumberText.of(value.getValue()));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!tuning.chosenBy().isEmpty()) {
      json.writeArrayFieldStart(TuningReader.CHOSEN_BY);
      for (String study : tuning.chosenBy()) {
        json.writeString(study);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
