package io.sluice.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why trials failed.
 *
 * @param message what their components said
 * @param trials how many failed with it
 * @param first the key of the first one in the order of the plan
 */
public record Failure(String message, long trials, String first) {

  /** What one trial failed with. */
  record Message(String text, String trial) {}

  /** The most frequent first; given in the order of the plan. */
  static List<Failure> of(Collection<Message> messages) {
    Map<String, Failure> failures = new LinkedHashMap<>();
    for (Message message : messages) {
      failures.merge(
          message.text(),
          new Failure(message.text(), 1, message.trial()),
          (first, next) -> new Failure(first.message(), first.trials() + 1, first.first()));
    }
    List<Failure> sorted = new ArrayList<>(failures.values());
    sorted.sort(Comparator.comparingLong(failure -> -failure.trials()));
    return List.copyOf(sorted);
  }
}
