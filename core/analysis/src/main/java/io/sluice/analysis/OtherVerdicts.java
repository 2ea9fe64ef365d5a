package io.sluice.analysis;

import io.sluice.analysis.Explained.Method;
import io.sluice.analysis.Response.Kind;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says where the verdict is another one: on problems, at other targets, by other numbers. */
final class OtherVerdicts {

  /** Where so many missed the target, it is said that success alone cannot be told. */
  private static final double MANY_MISSED = 0.1;

  private final Explained main;
  private final Verdict verdict;
  private final List<Explained> all;

  OtherVerdicts(Explained main, Verdict verdict, List<Explained> all) {
    this.main = main;
    this.verdict = verdict;
    this.all = all;
  }

  /** At most one sentence of each kind. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentence(
            all.stream()
                .filter(one -> one.isAbout(main.response()) && !one.problem().isEmpty())
                .toList(),
            one -> "on " + one.problem(),
            true)
        .ifPresent(sentences::add);
    sentence(others(Kind.LOG_COST), one -> "at loss " + Figures.exact(one.target()), true)
        .ifPresent(sentences::add);
    List<Explained> numbers = new ArrayList<>();
    if (main.response().kind() == Kind.LOG_COST) {
      numbers.addAll(others(Kind.AREA));
    }
    numbers.addAll(others(Kind.FINAL_LOSS));
    numbers.addAll(others(Kind.METRIC));
    sentence(numbers, one -> "by the " + one.response().name(), false).ifPresent(sentences::add);
    return sentences;
  }

  private List<Explained> others(Kind kind) {
    return all.stream()
        .filter(one -> one.overall() && one.response().kind() == kind)
        .filter(one -> one.method() == Method.VARIANCE)
        .filter(one -> !one.response().equals(main.response()))
        .toList();
  }

  /** {@code At loss 0.01 the activation decides more, at loss 1e-6 it cannot be told.} */
  private Optional<String> sentence(
      List<Explained> others, Function<Explained, String> name, boolean open) {
    Map<Verdict, List<String>> places = new LinkedHashMap<>();
    for (Explained other : others) {
      Verdict.of(other.decomposition())
          .filter(found -> found != verdict && (open || found != Verdict.UNDECIDED))
          .ifPresent(
              found ->
                  places.computeIfAbsent(found, key -> new ArrayList<>()).add(name.apply(other)));
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    places.forEach(
        (found, where) -> parts.add(ExplainedSentences.list(where) + " " + found.clause()));
    return Optional.of(ExplainedSentences.capital(String.join(", ", parts)) + ".");
  }

  /**
   * The sources among these that aligned ranks do not find real, though the variance does: a few
   * trials far off may make them.
   */
  static Optional<String> unconfirmed(Explained main, List<Source> named, List<Explained> all) {
    List<Source> real = Verdict.real(main.decomposition());
    return all.stream()
        .filter(one -> one.method() == Method.ALIGNED_RANKS && one.overall())
        .findFirst()
        .map(
            ranks -> {
              List<Source> found = Verdict.real(ranks.decomposition());
              return named.stream()
                  .filter(real::contains)
                  .filter(
                      source ->
                          found.stream().noneMatch(one -> one.factors().equals(source.factors())))
                  .map(ExplainedSentences::name)
                  .toList();
            })
        .filter(names -> !names.isEmpty())
        .map(
            names ->
                "Ranks, which a few trials far off do not sway, do not confirm "
                    + ExplainedSentences.list(names)
                    + ".");
  }

  /**
   * What success alone and the cost of the trials that succeeded say, where that is something else
   * than with the misses at the budget.
   */
  String apart() {
    StringBuilder text = new StringBuilder();
    Optional<String> success = apart(Kind.SUCCESS, Method.VARIANCE);
    success.ifPresent(who -> text.append(" By success alone, ").append(who));
    apart(Kind.SUCCESS, Method.DEVIANCE)
        .filter(who -> !success.equals(Optional.of(who)))
        .ifPresent(who -> text.append(" By the log odds of success, ").append(who));
    apart(Kind.COST_OF_HITS, Method.VARIANCE)
        .ifPresent(who -> text.append(" By the cost of those that reached it, ").append(who));
    return text.toString();
  }

  private Optional<String> apart(Kind kind, Method method) {
    return all.stream()
        .filter(one -> one.overall() && one.method() == method)
        .filter(one -> one.response().kind() == kind && one.target() == main.target())
        .findFirst()
        .flatMap(one -> Verdict.of(one.decomposition()))
        .filter(other -> other != verdict)
        .filter(other -> other != Verdict.UNDECIDED || main.missed().value() >= MANY_MISSED)
        .map(other -> other.clause() + ".");
  }
}
