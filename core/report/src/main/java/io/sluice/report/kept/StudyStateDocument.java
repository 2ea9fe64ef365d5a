package io.sluice.report.kept;

import io.sluice.engine.kept.StudyState;
import io.sluice.report.Document;
import io.sluice.report.Section;
import io.sluice.report.Sheet;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far a study is, and the command that goes on. */
public final class StudyStateDocument {

  /** The id of what is said, as a table of properties. */
  public static final String STATE = "state";

  /** How many ranges of trials are spelled. */
  private static final int RANGES = 5;

  private StudyStateDocument() {}

  /**
   * The document.
   *
   * @param command what is typed to run what is missing
   */
  public static Document of(StudyState state, String command) {
    StudyHeader header = state.header();
    long planned = header.trials();
    long sound = state.sound().cardinality();
    Sheet.Builder sheet =
        new Sheet.Builder(STATE)
            .line("study", header.id())
            .line("name", header.name())
            .line("trials", sound + " of " + planned + " are finished" + percent(sound, planned))
            .line("outcomes", outcomes(state))
            .line("missing", counted(missing(state)))
            .line("damaged", counted(state.damaged()))
            .line("reason", state.damage())
            .line("tuned by", String.join(", ", header.tunedBy()))
            .line("written by", String.join(", ", state.writers()))
            .line("to go on", state.isWhole() ? "" : command);
    return new Document(
        header.id(),
        header.question(),
        facts(state, command),
        List.of(new Section("how-far", "How far it is", List.of(sheet.build()))));
  }

  private static Map<String, Object> facts(StudyState state, String command) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("study", state.header().id());
    facts.put("name", state.header().name());
    facts.put("planned", state.header().trials());
    facts.put("finished", (long) state.sound().cardinality());
    facts.put("missing", (long) missing(state).cardinality());
    facts.put("damaged", (long) state.damaged().cardinality());
    facts.put("whole", state.isWhole());
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(word(outcome), state.outcomes().getOrDefault(outcome, 0L));
    }
    facts.put("outcomes", outcomes);
    facts.put("reason", state.damage());
    facts.put("writers", state.writers());
    facts.put("command", state.isWhole() ? "" : command);
    return facts;
  }

  /** What is missing and not damaged. */
  private static BitSet missing(StudyState state) {
    BitSet missing = state.missing();
    missing.andNot(state.damaged());
    return missing;
  }

  private static String percent(long part, long whole) {
    return whole == 0 || part == whole
        ? ""
        : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
  }

  private static String outcomes(StudyState state) {
    return state.outcomes().isEmpty()
        ? ""
        : Arrays.stream(Outcome.values())
            .filter(state.outcomes()::containsKey)
            .map(outcome -> state.outcomes().get(outcome) + " " + word(outcome))
            .collect(Collectors.joining(", "));
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String counted(BitSet trials) {
    return trials.isEmpty()
        ? ""
        : trials.cardinality() + ": trial " + StudyState.spelled(trials, RANGES);
  }
}
