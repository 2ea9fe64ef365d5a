package io.sluice.studies;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.text.NumberText;
import java.io.IOException;

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
    if (layer.rank() > 0) {
      json.writeNumberField("rank", layer.rank());
    }
    json.writeBooleanField("frozen", layer.frozen());
    json.writeBooleanField("residual", layer.residual());
    json.writeStringField("norm", layer.normalized() ? "layer" : "none");
  }
}
