package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A trial as it was kept beside the same trial run again. Numbers are equal if their bits are; each
 * is spelled so that it reads back as the same bits, so comparing spellings is enough.
 */
final class TrialComparison {

  private static final String KEY = "key";

  private final Map<String, String> stored;
  private final Map<String, String> now;
  private final Set<String> names;

  TrialComparison(StoredTrial trial, List<TrialEvent> again) {
    stored = fields(trial.header(), trial.finished());
    measurements(stored, trial.measurements());
    TrialEvent.Finished finished = (TrialEvent.Finished) again.get(again.size() - 1);
    now = fields(trial.header(), finished);
    measurements(
        now,
        again.stream()
            .filter(TrialEvent.Measured.class::isInstance)
            .map(TrialEvent.Measured.class::cast)
            .toList());
    names = new LinkedHashSet<>(stored.keySet());
    names.addAll(now.keySet());
  }

  /** How many values were compared. */
  long fields() {
    return names.stream().filter(name -> !name.equals(KEY)).count();
  }

  /** How many of them differ. */
  long differences() {
    return names.stream().filter(this::differs).count();
  }

  /** What is equal in everything but measurements, and all that differs. */
  Listing listing() {
    Listing listing = new Listing("value", "kept", "now", "equal");
    for (String name : names) {
      if (differs(name) || !name.startsWith("measurement ")) {
        boolean same = Objects.equals(stored.get(name), now.get(name));
        listing.row(name, stored.get(name), now.get(name), same ? "yes" : "no");
      }
    }
    return listing;
  }

  /** A key says where numbers come from, and changes with each build of Sluice. */
  private boolean differs(String name) {
    return !name.equals(KEY) && !Objects.equals(stored.get(name), now.get(name));
  }

  private static Map<String, String> fields(StudyHeader header, TrialEvent.Finished event) {
    TrialResult result = event.result();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(KEY, event.trial().key());
    fields.put("repeat", Integer.toString(event.trial().repeat()));
    fields.putAll(event.trial().cell().factors());
    event
        .trial()
        .cell()
        .hyperparameters()
        .forEach((name, value) -> fields.put(name, NumberText.of(value)));
    fields.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    fields.put("steps", Long.toString(result.steps()));
    fields.put("cost", NumberText.of(result.cost()));
    fields.put("initial_loss", NumberText.of(result.initialLoss()));
    fields.put("final_loss", NumberText.of(result.finalLoss()));
    fields.put("best_loss", NumberText.of(result.bestLoss()));
    fields.put("best_cost", NumberText.of(result.bestCost()));
    for (int i = 0; i < result.hitCosts().size(); i++) {
      fields.put(
          "cost_to_" + NumberText.of(header.targets().get(i)),
          NumberText.of(result.hitCosts().get(i)));
    }
    fields.put("message", result.message());
    return fields;
  }

  private static void measurements(
      Map<String, String> fields, List<TrialEvent.Measured> measurements) {
    for (int i = 0; i < measurements.size(); i++) {
      TrialEvent.Measured measured = measurements.get(i);
      fields.put(
          "measurement " + i,
          "step "
              + measured.step()
              + " at cost "
              + NumberText.of(measured.cost())
              + ": "
              + measured.metric()
              + " = "
              + NumberText.of(measured.value()));
    }
  }
}
