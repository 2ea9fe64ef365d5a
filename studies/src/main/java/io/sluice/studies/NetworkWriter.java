package io.sluice.studies;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.network.LayerPart;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.util.Optional;

/** Writes networks as {@link NetworkReader} reads them. */
final class NetworkWriter {

  private NetworkWriter() {}

  /** Writes the whole mapping. */
  static void write(NetworkSpec network, JsonGenerator json) throws IOException {
    json.writeStartObject();
    LayerSpec output = network.output();
    boolean plain = output.equals(LayerSpec.dense(0, output.bias()));
    boolean bias = output.bias() || !plain;
    json.writeArrayFieldStart("hidden");
    for (LayerSpec layer : network.hidden()) {
      hiddenLayer(layer, bias, json);
    }
    json.writeEndArray();
    if (plain) {
      json.writeStringField("output", network.outputActivated() ? "activated" : "linear");
      json.writeBooleanField("bias", output.bias());
    } else {
      json.writeFieldName("output");
      json.writeStartObject();
      json.writeBooleanField("activated", network.outputActivated());
      layer(output, json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Says of a dense layer that has biases as the network only its width; of others everything. */
  private static void hiddenLayer(LayerSpec layer, boolean bias, JsonGenerator json)
      throws IOException {
    if (layer.equals(LayerSpec.dense(layer.units(), bias))) {
      json.writeNumber(layer.units());
      return;
    }
    json.writeStartObject();
    json.writeNumberField("units", layer.units());
    layer(layer, json);
    json.writeEndObject();
  }

  private static void layer(LayerSpec layer, JsonGenerator json) throws IOException {
    if (layer.initialBias().isEmpty()) {
      json.writeBooleanField("bias", layer.bias());
    } else {
      json.writeFieldName("bias");
      json.writeNumber(NumberText.of(layer.initialBias().getAsDouble()));
    }
    parts(layer, true, json);
    json.writeBooleanField("frozen", layer.frozen());
    parts(layer, false, json);
  }

  private static void parts(LayerSpec layer, boolean ofMatrix, JsonGenerator json)
      throws IOException {
    for (LayerPart.Kind kind : LayerPart.kinds()) {
      Optional<LayerPart> part =
          layer.parts().stream().filter(each -> each.kind().equals(kind)).findFirst();
      if ((kind.place() == LayerPart.Place.MATRIX) != ofMatrix
          || (part.isEmpty() && !kind.isAlwaysSaid())) {
        continue;
      }
      json.writeFieldName(kind.key().name());
      if (kind.hasNumber()) {
        json.writeNumber(NumberText.of(part.get().number()));
      } else if (kind.yes().equals("true")) {
        json.writeBoolean(part.isPresent());
      } else {
        json.writeString(part.isPresent() ? kind.yes() : kind.no());
      }
    }
  }
}
