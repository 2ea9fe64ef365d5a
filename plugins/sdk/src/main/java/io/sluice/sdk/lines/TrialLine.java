package io.sluice.sdk.lines;

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
 * A line of trials. It says how many lines of measurements belong to it and at which byte the first
 * begins, so lines left over from an earlier run of the trial are told apart.
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
      LineWriter line, Finished finished, int measurements, long measurementsAt, long hash)
      throws IOException {
    Trial trial = finished.trial();
    TrialResult result = finished.result();
    line.begin();
    line.whole("trial", trial.index());
    line.text("key", trial.key());
    line.whole("cell", trial.cell().index());
    line.whole("repeat", trial.repeat());
    line.text("outcome", result.outcome().name());
    line.whole("steps", result.steps());
    line.number("cost", result.cost());
    line.number("initial_loss", result.initialLoss());
    line.number("final_loss", result.finalLoss());
    line.number("best_loss", result.bestLoss());
    line.number("best_cost", result.bestCost());
    line.numbers("hit_costs", result.hitCosts());
    line.text("message", result.message());
    line.whole("measurements", measurements);
    line.whole("measurements_at", measurementsAt);
    line.text(Hashes.FIELD, Hashes.text(hash));
    line.end();
  }

  static TrialLine read(LineReader.Line fields) throws IOException {
    TrialLine line = new TrialLine();
    fields.read(FIELDS, line::readField);
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
    public TrialLine decode(LineReader.Line fields) throws IOException {
      TrialLine line = read(fields);
      cells.computeIfAbsent(line.cell, place -> new Cell(place, Map.of(), Map.of()));
      if (line.hash != null && !hash.fits(line.hash, line.finished(cells))) {
        throw new IllegalArgumentException("it does not fit its checksum");
      }
      return line;
    }
  }

  private boolean readField(String name, FieldValue field) throws IOException {
    switch (name) {
      case "trial" -> index = field.whole();
      case "key" -> key = field.text();
      case "cell" -> cell = Math.toIntExact(field.whole());
      case "repeat" -> repeat = Math.toIntExact(field.whole());
      case "outcome" -> outcome = Outcome.valueOf(field.text());
      case "steps" -> steps = field.whole();
      case "cost" -> cost = field.number();
      case "initial_loss" -> initialLoss = field.number();
      case "final_loss" -> finalLoss = field.number();
      case "best_loss" -> bestLoss = field.number();
      case "best_cost" -> bestCost = field.number();
      case "hit_costs" -> hitCosts = field.numbers();
      case "message" -> message = field.text();
      case "measurements" -> measurements = Math.toIntExact(field.whole());
      case "measurements_at" -> measurementsAt = field.whole();
      case Hashes.FIELD -> {
        hash = Hashes.of(field.text());
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
    return new Trial(index, key, cells.get(cell), repeat);
  }

  Finished finished(Map<Integer, Cell> cells) {
    return new Finished(
        trial(cells),
        new TrialResult(
            outcome, steps, cost, initialLoss, finalLoss, bestLoss, bestCost, hitCosts, message));
  }
}
