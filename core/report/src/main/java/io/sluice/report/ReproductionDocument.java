package io.sluice.report;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the document about a trial as it was kept beside the same trial run again. Numbers are
 * equal if their bits are; each is spelled so that it reads back as the same bits, so comparing
 * spellings is enough.
 */
public final class ReproductionDocument {

  /** The id of the table of values. */
  public static final String VALUES = "values";

  private static final String REPRODUCED = "reproduced";
  private static final String KEY = "key";

  private ReproductionDocument() {}

  /**
   * The document.
   *
   * @param header the study
   * @param kept what the store has of the trial
   * @param again what came out now, its end last
   * @param changes how today's components and Sluice differ from those of then, a line each
   */
  public static Document of(
      StudyHeader header,
      TrialEvent.Finished kept,
      List<TrialEvent.Measured> measurements,
      List<TrialEvent> again,
      List<String> changes) {
    Map<String, String> then = fields(header, kept, measurements);
    Map<String, String> now =
        fields(
            header,
            (TrialEvent.Finished) again.get(again.size() - 1),
            again.stream()
                .filter(TrialEvent.Measured.class::isInstance)
                .map(TrialEvent.Measured.class::cast)
                .toList());
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    Table.Builder values =
        Table.of(VALUES, "What is equal but for measurements, and all that differs")
            .columns("value", "kept", "now", "equal");
    long differences = 0;
    for (String name : names) {
      boolean same = Objects.equals(then.get(name), now.get(name));
      boolean differs = !same && !name.equals(KEY);
      differences += differs ? 1 : 0;
      if (differs || !name.startsWith("measurement ")) {
        values.row(
            Value.of(name),
            value(then.get(name)),
            value(now.get(name)),
            Value.of(same ? "yes" : "no"));
      }
    }
    long compared = names.stream().filter(name -> !name.equals(KEY)).count();
    String trial = header.id() + "/" + kept.trial().index();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("study", header.id());
    facts.put("trial", kept.trial().index());
    facts.put(REPRODUCED, differences == 0);
    facts.put("compared", compared);
    facts.put("differences", differences);
    facts.put("measurements", (long) measurements.size());
    List<String> answer = new ArrayList<>();
    answer.add(
        differences == 0
            ? trial
                + " is reproduced: "
                + compared
                + " values are equal bit by bit, "
                + measurements.size()
                + " measurements among them."
            : trial + " is not reproduced: " + differences + " of " + compared + " values differ.");
    changes.forEach(change -> answer.add("Since then " + change + "."));
    return new Document(
        trial,
        "",
        facts,
        List.of(
            new Section("answer", "Is " + trial + " reproduced?", List.of(new Sentences(answer))),
            new Section(VALUES, "The values", List.of(values.build()))));
  }

  /** Whether such a document says that everything is equal. */
  public static boolean isReproduced(Document document) {
    return Boolean.TRUE.equals(document.facts().get(REPRODUCED));
  }

  private static Value value(String text) {
    return text == null ? Value.NONE : Value.of(text);
  }

  /**
   * A key says where numbers come from, and changes with each build of Sluice: it is shown only.
   */
  private static Map<String, String> fields(
      StudyHeader header, TrialEvent.Finished event, List<TrialEvent.Measured> measurements) {
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
    return fields;
  }
}
