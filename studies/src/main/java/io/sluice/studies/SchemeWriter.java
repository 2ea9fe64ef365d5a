package io.sluice.studies;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes initial weights that are a scheme as {@link SchemeReader} reads them, all values said. */
final class SchemeWriter {

  private SchemeWriter() {}

  /** Writes the fields of the mapping. */
  static void write(InitialWeights weights, JsonGenerator json) throws IOException {
    if (weights instanceof InitialWeights.Scaled) {
      InitialWeights.Scaled scaled = (InitialWeights.Scaled) weights;
      numbers(scaled.scale().id(), SchemeReader.GAIN, scaled.gains(), json);
    } else if (weights instanceof InitialWeights.Orthogonal) {
      List<Double> gains = ((InitialWeights.Orthogonal) weights).gains();
      numbers(SchemeReader.ORTHOGONAL, SchemeReader.GAIN, gains, json);
    } else if (weights instanceof InitialWeights.EdgeOfChaos) {
      List<Double> deviations = ((InitialWeights.EdgeOfChaos) weights).biasDeviations();
      numbers(SchemeReader.EDGE_OF_CHAOS, SchemeReader.BIAS_DEVIATION, deviations, json);
    } else if (weights instanceof InitialWeights.VariancePreserving) {
      json.writeStringField("id", SchemeReader.VARIANCE_PRESERVING);
      json.writeArrayFieldStart(SchemeReader.DIRECTION);
      for (InitialWeights.Direction direction :
          ((InitialWeights.VariancePreserving) weights).directions()) {
        json.writeString(direction.name().toLowerCase(Locale.ROOT));
      }
      json.writeEndArray();
    } else {
      json.writeStringField("id", SchemeReader.RANDOM_WALK);
    }
  }

  private static void numbers(String id, String key, List<Double> values, JsonGenerator json)
      throws IOException {
    json.writeStringField("id", id);
    json.writeArrayFieldStart(key);
    for (double value : values) {
      json.writeNumber(NumberText.of(value));
    }
    json.writeEndArray();
  }
}
