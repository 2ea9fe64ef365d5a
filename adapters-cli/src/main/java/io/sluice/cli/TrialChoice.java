package io.sluice.cli;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which trials of a study: all, or those with some labels or numbers. */
final class TrialChoice {

  @Option(
      names = "--where",
      paramLabel = "FACTOR=LABEL",
      description = "Only trials with this label, such as activation=prelu; several must all hold.")
  private Map<String, String> where = new LinkedHashMap<>();

  @Option(
      names = "--trial",
      paramLabel = "INDEX",
      description = "Only this trial, by its number in the study; may be given several times.")
  private List<Long> trials = List.of();

  private static final int MOST_SHOWN = 12;

  boolean isAll() {
    return where.isEmpty() && trials.isEmpty();
  }

  /** Whether a trial of a study in a store is chosen. */
  Predicate<Trial> of(ResultStore store, StudyHeader header) {
    List<String> factors = Factor.names(header.factors());
    for (String factor : where.keySet()) {
      if (!factors.contains(factor)) {
        throw CommandFailure.wrongUsage(
            "--where: "
                + header.id()
                + " has no factor \""
                + factor
                + '"'
                + NearestWord.hint(factor, factors)
                + "; it has "
                + String.join(", ", factors));
      }
    }
    if (!where.isEmpty()) {
      checkLabels(store, header);
    }
    for (long index : trials) {
      if (index < 0 || index >= header.trials()) {
        throw CommandFailure.wrongUsage(
            "--trial: "
                + header.id()
                + " has the trials 0 to "
                + (header.trials() - 1)
                + ", not "
                + index);
      }
    }
    return trial -> (trials.isEmpty() || trials.contains(trial.index())) && has(trial.cell());
  }

  /** Whether a cell has the labels. */
  boolean has(Cell cell) {
    return where.entrySet().stream()
        .allMatch(label -> cell.factor(label.getKey()).equals(label.getValue()));
  }

  private void checkLabels(ResultStore store, StudyHeader header) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    where.keySet().forEach(factor -> labels.put(factor, new LinkedHashSet<>()));
    try (Stream<TrialEvent.Finished> kept = store.trials(header.id())) {
      kept.forEach(
          event -> labels.forEach((name, all) -> all.add(event.trial().cell().factor(name))));
    }
    where.forEach(
        (factor, label) -> {
          Set<String> all = labels.get(factor);
          if (!all.contains(label)) {
            throw CommandFailure.wrongUsage(
                "--where: no trial of "
                    + header.id()
                    + " has the "
                    + factor
                    + " \""
                    + label
                    + '"'
                    + NearestWord.hint(label, all)
                    + "; there are "
                    + all.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "))
                    + (all.size() > MOST_SHOWN ? ", …" : ""));
          }
        });
  }
}
