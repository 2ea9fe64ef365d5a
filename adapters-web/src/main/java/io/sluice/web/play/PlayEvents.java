package io.sluice.web.play;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkSight;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.spi.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A run as server-sent events: {@code begin} with what does not change, a {@code frame} for each
 * step, {@code end}. Losses, costs and weights have all their digits; what is only drawn has those
 * of a float. Numbers that are not finite are strings, as elsewhere.
 */
final class PlayEvents {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_POINTS = 400;

  private final PlayRequest request;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private final FitGrid grid;
  private final NetworkSight fit;
  private final NetworkSight units;

  PlayEvents(PlayRequest request) {
    this.request = request;
    Task task = request.study().task();
    if (task instanceof Task.Fit) {
      Task.Fit network = (Task.Fit) task;
      double[] start = new double[task.weights()];
      request.study().setup().startWeights(request.shown(), start);
      grid = FitGrid.of(network);
      int lanes = keepsAll() ? PlayState.SEEDS : 1;
      fit = new NetworkSight(network.network(), grid.rows(), start, lanes);
      units = new NetworkSight(network.network(), network.data(), start, 1);
    } else {
      grid = null;
      fit = null;
      units = null;
    }
  }

  /** Whether what all seeds have learned is drawn, and not only what the one shown has. */
  boolean keepsAll() {
    return grid != null && grid.kind() == FitGrid.Kind.CURVE;
  }

  /** All events of a run. */
  byte[] of(PlayRun run) {
    event("begin", this::begin);
    for (long step = run.from(); step <= run.to(); step++) {
      PlayRun.Frame frame = run.frame(step);
      if (frame != null) {
        long at = step;
        event("frame", json -> frame(json, at, frame));
      }
    }
    event("end", json -> end(json, run));
    return out.toByteArray();
  }

  /** Writes the members of an object. */
  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private void event(String name, Members members) {
    try {
      out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      out.write(object(members));
      out.write('\n');
      out.write('\n');
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] object(Members members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void begin(JsonGenerator json) throws IOException {
    describe(json);
    if (grid != null) {
      data(json);
      json.writeObjectFieldStart("grid");
      json.writeStringField("kind", grid.kind().name().toLowerCase(Locale.ROOT));
      numbers(json, "across", grid.across());
      numbers(json, "up", grid.up());
      json.writeNumberField("low", grid.low());
      json.writeNumberField("high", grid.high());
      json.writeEndObject();
    }
  }

  /** What is known of a state without playing it. */
  void describe(JsonGenerator json) throws IOException {
    PlayStudy study = request.study();
    json.writeStringField("study", study.text());
    json.writeStringField("kind", study.kind().id());
    json.writeStringField("policy", study.setup().policy().id());
    json.writeNumberField("steps", study.steps());
    json.writeNumberField("first", study.firstStep());
    json.writeNumberField("seeds", PlayState.SEEDS);
    json.writeNumberField("shown", request.shown());
    json.writeStringField("across", request.names().names().get(request.across()));
    json.writeStringField("up", request.names().names().get(request.up()));
    Task task = study.task();
    json.writeStringField(
        "network", task instanceof Task.Fit ? ((Task.Fit) task).network().widths() : "");
    json.writeArrayFieldStart("weights");
    for (int p = 0; p < task.parameters(); p++) {
      json.writeStartObject();
      json.writeStringField("name", request.names().names().get(p));
      json.writeNumberField("layer", request.names().layers().get(p));
      json.writeNumberField("lower", study.setup().lower(p));
      json.writeNumberField("upper", study.setup().upper(p));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("units");
    List<LayerShape> layers =
        task instanceof Task.Fit ? ((Task.Fit) task).network().layers() : List.of();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (int unit = 1; unit <= unitsOf(layers.get(layer)); unit++) {
        json.writeString((layer + 1) + "." + unit);
      }
    }
    json.writeEndArray();
  }

  private static int unitsOf(LayerShape layer) {
    return layer.activation() == null ? 0 : layer.units();
  }

  private void data(JsonGenerator json) throws IOException {
    Dataset data = ((Task.Fit) request.study().task()).data();
    int rows = Math.min(MOST_POINTS, data.rows());
    json.writeObjectFieldStart("data");
    json.writeNumberField("rows", data.rows());
    json.writeNumberField("inputs", data.inputs());
    json.writeNumberField("outputs", data.outputs());
    json.writeArrayFieldStart("x");
    for (int row = 0; row < rows && data.inputs() <= 2; row++) {
      json.writeStartArray();
      for (int input = 0; input < data.inputs(); input++) {
        json.writeNumber((float) data.input(row, input));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    numbers(
        json,
        "y",
        IntStream.range(0, rows).mapToDouble(row -> FitGrid.wanted(data, row)).toArray());
    json.writeEndObject();
  }

  private void frame(JsonGenerator json, long step, PlayRun.Frame frame) throws IOException {
    json.writeNumberField("step", step);
    json.writeArrayFieldStart("loss");
    for (int seed = 0; seed < PlayState.SEEDS; seed++) {
      if (frame.seen[seed]) {
        json.writeNumber(frame.losses[seed]);
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    double[] weights = frame.weights[request.shown()];
    if (weights == null) {
      return; // The seed shown is over, others go on.
    }
    json.writeNumberField("cost", frame.cost);
    json.writeArrayFieldStart("weights");
    for (int index : request.study().task().indexOfParameter()) {
      json.writeNumber(weights[index]);
    }
    json.writeEndArray();
    putBack(json, frame.putBack);
    if (frame.generation != null) {
      json.writeArrayFieldStart("generation");
      for (double[] member : frame.generation) {
        json.writeStartArray();
        json.writeNumber((float) member[0]);
        json.writeNumber((float) member[1]);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    if (grid != null) {
      fit(json, frame);
      flat(json, weights);
    }
  }

  /** How often each weight was put back so far, of those that ever were. */
  private static void putBack(JsonGenerator json, int[] counts) throws IOException {
    json.writeObjectFieldStart("putBack");
    for (int p = 0; p < counts.length; p++) {
      if (counts[p] > 0) {
        json.writeNumberField(Integer.toString(p), counts[p]);
      }
    }
    json.writeEndObject();
  }

  private void fit(JsonGenerator json, PlayRun.Frame frame) throws IOException {
    int shown = keepsAll() ? request.shown() : 0;
    for (int seed = 0; keepsAll() && seed < PlayState.SEEDS; seed++) {
      if (frame.weights[seed] != null) {
        fit.put(seed, frame.weights[seed]);
      }
    }
    fit.put(shown, frame.weights[request.shown()]);
    fit.look(Metric.SATURATION_SLOPE);
    int rows = grid.rows().rows();
    json.writeArrayFieldStart("fit");
    for (int row = 0; row < rows; row++) {
      json.writeNumber((float) FitGrid.answer(fit, row, shown));
    }
    json.writeEndArray();
    if (keepsAll()) {
      double[] low = new double[rows];
      double[] high = new double[rows];
      for (int row = 0; row < rows; row++) {
        low[row] = high[row] = FitGrid.answer(fit, row, shown);
        for (int seed = 0; seed < PlayState.SEEDS; seed++) {
          if (frame.weights[seed] != null) {
            low[row] = Math.min(low[row], FitGrid.answer(fit, row, seed));
            high[row] = Math.max(high[row], FitGrid.answer(fit, row, seed));
          }
        }
      }
      numbers(json, "low", low);
      numbers(json, "high", high);
    }
  }

  private void flat(JsonGenerator json, double[] weights) throws IOException {
    units.put(0, weights);
    units.look(Metric.SATURATION_SLOPE);
    json.writeArrayFieldStart("flat");
    for (int unit = 0; unit < units.units(); unit++) {
      json.writeNumber((float) units.flat(unit, 0));
    }
    json.writeEndArray();
  }

  private static void numbers(JsonGenerator json, String name, double[] numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (double number : numbers) {
      json.writeNumber((float) number);
    }
    json.writeEndArray();
  }

  private static void end(JsonGenerator json, PlayRun run) throws IOException {
    json.writeNumberField("to", run.to());
    json.writeArrayFieldStart("outcomes");
    for (int seed = 0; seed < run.outcomes().size(); seed++) {
      Outcome outcome = run.outcomes().get(seed);
      json.writeString(outcome == Outcome.CANCELLED ? "" : outcome.name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    json.writeStringField("failure", run.failure());
  }

  /** What is known of a state without playing it, as JSON. */
  static byte[] description(PlayRequest request) {
    PlayEvents events = new PlayEvents(request);
    return object(events::describe);
  }
}
