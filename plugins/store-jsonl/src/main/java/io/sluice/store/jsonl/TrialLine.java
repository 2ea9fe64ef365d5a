package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultHash;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of trials.jsonl. It says how many lines of measurements.jsonl belong to it and at which
 * byte the first begins, so lines left over from an earlier run of the trial are told apart.
 */
final class TrialLine {

  private static final int FIELDS = 15;

  private long index;
  private String key;
  private int cell;
  private int repeat;
  private Outcome outcome;
  private long steps;
  private double cost;
  private double initialLoss;
  private double finalLoss;
  private double bestLoss;
  private double bestCost;
  private List<Double> hitCosts;
  private String message;
  private int measurements;
  private long measurementsAt;

  /** Null in a line that is older than checksums. */
  private Long hash;

  private TrialLine() {}

  static void write(
      JsonGenerator json, Finished finished, int measurements, long measurementsAt, long hash)
      throws IOException {
    Trial trial = finished.trial();
    TrialResult result = finished.result();
    json.writeStartObject();
    json.writeNumberField("trial", trial.index());
    json.writeStringField("key", trial.key());
    json.writeNumberField("cell", trial.cell().index());
    json.writeNumberField("repeat", trial.repeat());
    json.writeStringField("outcome", result.outcome().name());
    json.writeNumberField("steps", result.steps());
    writeField(json, "cost", result.cost());
    writeField(json, "initial_loss", result.initialLoss());
    writeField(json, "final_loss", result.finalLoss());
    writeField(json, "best_loss", result.bestLoss());
    writeField(json, "best_cost", result.bestCost());
    json.writeFieldName("hit_costs");
    Json.writeNumbers(json, result.hitCosts());
    json.writeStringField("message", result.message());
    json.writeNumberField("measurements", measurements);
    json.writeNumberField("measurements_at", measurementsAt);
    Hashes.write(json, hash);
    json.writeEndObject();
  }

  private static void writeField(JsonGenerator json, String name, double number)
      throws IOException {
    json.writeFieldName(name);
    Json.write(json, number);
  }

  static TrialLine read(JsonParser parser) throws IOException {
    TrialLine line = new TrialLine();
    Json.readDocument(parser, FIELDS, line::readField);
    if (line.index < 0 || line.index > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("there is no trial " + line.index);
    }
    if (line.measurements < 0 || line.measurementsAt < 0) {
      throw new IllegalArgumentException(
          line.measurements + " measurements at byte " + line.measurementsAt + " cannot be");
    }
    return line;
  }

  /** Reads lines and compares them with their checksums. */
  static final class Checked implements LineReader.Decoder<TrialLine> {

    private final ResultHash hash;

    /** Stand-ins: of its cell, a trial's checksum knows the place alone. */
    private final Map<Integer, Cell> cells = new HashMap<>();

    Checked(ResultHash hash) {
      this.hash = hash;
    }

    @Override
    public TrialLine decode(JsonParser parser) throws IOException {
      TrialLine line = read(parser);
      cells.computeIfAbsent(line.cell, place -> new Cell(place, Map.of(), Map.of()));
      if (line.hash != null && !hash.fits(line.hash, line.finished(cells))) {
        throw new IllegalArgumentException("it does not fit its checksum");
      }
      return line;
    }
  }

  private boolean readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "trial" -> index = parser.getLongValue();
      case "key" -> key = Json.text(parser);
      case "cell" -> cell = parser.getIntValue();
      case "repeat" -> repeat = parser.getIntValue();
      case "outcome" -> outcome = Outcome.valueOf(Json.text(parser));
      case "steps" -> steps = parser.getLongValue();
      case "cost" -> cost = Json.number(parser);
      case "initial_loss" -> initialLoss = Json.number(parser);
      case "final_loss" -> finalLoss = Json.number(parser);
      case "best_loss" -> bestLoss = Json.number(parser);
      case "best_cost" -> bestCost = Json.number(parser);
      case "hit_costs" -> hitCosts = Json.numbers(parser);
      case "message" -> message = Json.text(parser);
      case "measurements" -> measurements = parser.getIntValue();
      case "measurements_at" -> measurementsAt = parser.getLongValue();
      case Hashes.FIELD -> {
        hash = Hashes.read(parser);
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  int index() {
    return (int) index;
  }

  Outcome outcome() {
    return outcome;
  }

  int cell() {
    return cell;
  }

  /** Whether the measurements that were added are those of this trial; forgets them. */
  boolean measurementsFit(ResultHash added) {
    return added.measurementsFit(hash == null ? 0 : hash) || hash == null;
  }

  int measurements() {
    return measurements;
  }

  long measurementsAt() {
    return measurementsAt;
  }

  Trial trial(Map<Integer, Cell> cells) {
    Cell known = cells.get(cell);
    if (known == null) {
      throw new IllegalArgumentException("cells.jsonl has no cell " + cell);
    }
    return new Trial(index, key, known, repeat);
  }

  Finished finished(Map<Integer, Cell> cells) {
    return new Finished(
        trial(cells),
        new TrialResult(
            outcome, steps, cost, initialLoss, finalLoss, bestLoss, bestCost, hitCosts, message));
  }
}
