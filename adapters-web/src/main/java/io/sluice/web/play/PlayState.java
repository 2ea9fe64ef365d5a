package io.sluice.web.play;

import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is played, as an address says it: a study of one cell and {@value #SEEDS} seeds. Whoever
 * reads the same address plays the same, bit for bit.
 *
 * @param values what the address says of each parameter, in their order; only {@code activation}
 *     may have several, one a layer
 */
record PlayState(Map<PlayParameter, List<String>> values) {

  /** How many seeds are played. */
  static final int SEEDS = 10;

  private static final int LONGEST_VALUE = 8000;

  PlayState {
    values = new LinkedHashMap<>(values);
  }

  /**
   * The state that an address says.
   *
   * @param query the values of each of its parameters
   * @param others parameters that say something else
   * @throws PlayRefused naming what is wrong with which parameter
   */
  static PlayState of(Map<String, List<String>> query, Set<String> others) {
    List<PlayRefused.Complaint> complaints = new ArrayList<>();
    Map<PlayParameter, List<String>> values = new LinkedHashMap<>();
    query.forEach(
        (name, said) -> {
          if (others.contains(name)) {
            return;
          }
          PlayParameter parameter = PlayParameter.find(name).orElse(null);
          if (parameter == null) {
            List<String> known =
                Stream.concat(
                        Stream.of(PlayParameter.values()).map(PlayParameter::id), others.stream())
                    .toList();
            complaints.add(
                new PlayRefused.Complaint(
                    name,
                    "there is no parameter \"" + name + "\"" + NearestWord.hint(name, known)));
          } else if (said.size() > 1 && parameter != PlayParameter.ACTIVATION) {
            complaints.add(new PlayRefused.Complaint(name, "\"" + name + "\" is said twice"));
          } else if (said.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            complaints.add(
                new PlayRefused.Complaint(
                    name,
                    "\"" + name + "\" has more than the " + LONGEST_VALUE + " characters allowed"));
          } else if (said.stream().noneMatch(String::isBlank)) {
            values.put(parameter, List.copyOf(said));
          }
        });
    if (values.containsKey(PlayParameter.DATA) && values.containsKey(PlayParameter.PROBLEM)) {
      complaints.add(
          new PlayRefused.Complaint("data", "an address has a \"problem\" or \"data\", not both"));
    }
    if (!complaints.isEmpty()) {
      throw new PlayRefused(complaints);
    }
    return new PlayState(values);
  }

  /** What is said of a parameter, or its preset. */
  List<String> all(PlayParameter parameter) {
    return values.getOrDefault(parameter, List.of(parameter.preset()));
  }

  private String one(PlayParameter parameter) {
    String value = all(parameter).get(0);
    return flow(parameter, value);
  }

  private static String flow(PlayParameter parameter, String value) {
    try {
      return parameter.flow(value);
    } catch (IllegalArgumentException wrong) {
      throw new PlayRefused(parameter.id(), wrong.getMessage());
    }
  }

  /** The built-in problem without its values; empty if the data are pasted. */
  String problem() {
    return values.containsKey(PlayParameter.DATA)
        ? ""
        : all(PlayParameter.PROBLEM).get(0).strip().split("\\s", 2)[0];
  }

  /** Whether all weights start at zero, which is a start for the planner to count. */
  boolean startsAtZero() {
    String start = all(PlayParameter.START).get(0);
    return Flow.isNumber(start) && Double.parseDouble(start) == 0;
  }

  /**
   * The text of the study: a line for each key.
   *
   * @param ofFunction whether the problem is a function, which has no network
   * @param start the value of {@code initial-weights}; null for what the address says
   */
  String study(boolean ofFunction, String start) {
    PlayParameter problem =
        values.containsKey(PlayParameter.DATA) ? PlayParameter.DATA : PlayParameter.PROBLEM;
    List<String> lines = new ArrayList<>();
    lines.add("study: playground");
    lines.add(line(PlayParameter.SEED));
    lines.add("repeats: " + SEEDS);
    lines.add(line(PlayParameter.STEPS));
    lines.add("stop: budget");
    lines.add(line(problem));
    if (!ofFunction) {
      lines.add(line(PlayParameter.LOSS));
      lines.add(
          "networks: [{hidden: "
              + one(PlayParameter.HIDDEN)
              + ", output: "
              + one(PlayParameter.OUTPUT)
              + "}]");
      lines.add("activations: [" + activations() + "]");
    }
    lines.add(line(PlayParameter.OPTIMIZER));
    lines.add(line(PlayParameter.POLICY));
    if (ofFunction && all(PlayParameter.START).get(0).startsWith("{")) {
      lines.add(line(PlayParameter.START));
    }
    if (!ofFunction) {
      lines.add(line(PlayParameter.BOUNDS));
      lines.add("initial-weights: " + (start == null ? one(PlayParameter.START) : start));
      lines.add(line(PlayParameter.BATCH));
    }
    lines.add(line(PlayParameter.SCHEDULE));
    return String.join("\n", lines) + "\n";
  }

  private String line(PlayParameter parameter) {
    return parameter.key() + ": " + one(parameter);
  }

  private String activations() {
    List<String> all =
        all(PlayParameter.ACTIVATION).stream()
            .map(value -> flow(PlayParameter.ACTIVATION, value))
            .toList();
    return all.size() == 1
        ? all.get(0)
        : "{layers: " + all.stream().collect(Collectors.joining(", ", "[", "]")) + "}";
  }
}
