package io.sluice.analysis;

import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what explains the cost, the largest first, and whether activation or optimizer decides. */
final class ExplainedSentences {

  private static final int MOST_NAMED = 3;
  private static final String ACTIVATION = Verdict.OF_ACTIVATION;
  private static final String OPTIMIZER = Verdict.OF_OPTIMIZER;

  private final StudyRows rows;
  private final Decision decision;
  private final List<Explained> all;

  private ExplainedSentences(StudyRows rows, Decision decision, List<Explained> all) {
    this.rows = rows;
    this.decision = decision;
    this.all = all;
  }

  /** Nothing where nothing varies or all trials have the same number. */
  static List<String> of(StudyRows rows, Decision decision, List<Explained> explained) {
    return explained.stream()
        .filter(one -> one.overall() && one.isAbout(decision.response()))
        .findFirst()
        .map(main -> new ExplainedSentences(rows, decision, explained).sentences(main))
        .orElse(List.of());
  }

  private List<String> sentences(Explained main) {
    List<String> sentences = new ArrayList<>();
    Decomposition sources = main.decomposition();
    List<Source> named = named(sources);
    sentences.add(sources(main, named));
    OtherVerdicts.unconfirmed(main, named, all).ifPresent(sentences::add);
    picked().ifPresent(sentences::add);
    Optional<Verdict> verdict = Verdict.of(sources);
    Optional<OtherVerdicts> others = verdict.map(decided -> new OtherVerdicts(main, decided, all));
    if (verdict.isPresent()) {
      sentences.add(verdict(sources, verdict.get()));
      conditions(sources).ifPresent(sentences::add);
      sentences.addAll(others.get().sentences());
    }
    if (main.missed().count() > 0) {
      sentences.add(
          Figures.percent(main.missed().value())
              + (main.response().kind() == Response.Kind.LOG_COST
                  ? " of these trials never reached that loss and count with the budget."
                  : " of these trials diverged and count as the worst.")
              + others.map(OtherVerdicts::apart).orElse(""));
    }
    if (sources.repeats() < Decomposition.ENOUGH_REPEATS) {
      sentences.add(
          sources.repeats() == 1
              ? "One repeat does not tell chance from effect."
              : "With "
                  + sources.repeats()
                  + " repeats these intervals are rough; "
                  + Decomposition.ENOUGH_REPEATS
                  + " or more tell better.");
    }
    return sentences;
  }

  /** That the target was picked from the data, where there were several to pick from. */
  private Optional<String> picked() {
    if (decision.declared()
        || decision.response().kind() != Response.Kind.LOG_COST
        || rows.header().targets().size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        "The study does not say which target decides; loss "
            + Figures.exact(decision.response().target())
            + (rows.headlineIsReached()
                ? " is the smallest that 5 % of its trials reached."
                : " is the largest, which less than 5 % of its trials reached."));
  }

  /** The largest sources, whichever they are, then activation and optimizer if not among them. */
  private static List<Source> named(Decomposition cost) {
    List<Source> real = Verdict.real(cost);
    List<Source> named = new ArrayList<>(real.subList(0, Math.min(MOST_NAMED, real.size())));
    for (String factor : List.of(OPTIMIZER, ACTIVATION)) {
      cost.source(factor).filter(source -> !named.contains(source)).ifPresent(named::add);
    }
    named.sort((a, b) -> Double.compare(b.share().value(), a.share().value()));
    return named;
  }

  private static String sources(Explained main, List<Source> named) {
    Decomposition cost = main.decomposition();
    List<Source> real = Verdict.real(cost);
    List<String> words = new ArrayList<>();
    for (Source source : named) {
      words.add(name(source) + " " + Figures.share(source.share()));
    }
    String seeds =
        cost.repeats() > 1 ? "the seeds explain " + Figures.share(cost.seeds()) + "; " : "";
    String text = "Of the variance of " + main.response().phrase() + ", " + seeds;
    if (real.isEmpty() && cost.repeats() > 2) {
      return text
          + "nothing that was varied shows an effect beyond chance"
          + (words.isEmpty() ? "." : " (" + String.join(", ", words) + ").");
    }
    return text + "of what was varied, " + list(words) + ".";
  }

  private static String verdict(Decomposition cost, Verdict decided) {
    Source activation = cost.source(ACTIVATION).orElseThrow();
    Source optimizer = cost.source(OPTIMIZER).orElseThrow();
    List<Source> real = Verdict.real(cost);
    String verdict;
    switch (decided) {
      case OPTIMIZER:
        verdict =
            "The optimizer decides more than the activation, by "
                + Figures.share(cost.lead(optimizer, activation));
        break;
      case ACTIVATION:
        verdict =
            "The activation decides more than the optimizer, by "
                + Figures.share(cost.lead(activation, optimizer));
        break;
      default:
        verdict =
            cost.repeats() > 2 && !real.contains(activation) && !real.contains(optimizer)
                ? "Neither the activation nor the optimizer shows an effect of its own"
                : "Whether the optimizer or the activation decides more cannot be told";
    }
    return verdict + through(cost, activation, real) + ".";
  }

  /** With what the activation acts together, where that is more than it does alone. */
  private static String through(Decomposition cost, Source activation, List<Source> real) {
    List<String> ways = new ArrayList<>();
    for (Source source : real) {
      if (source.isInteraction()
          && source.factors().contains(ACTIVATION)
          && source.share().value() > activation.share().value()
          && cost.lead(source, activation).lower() > 0) {
        String other = source.factors().get(source.factors().get(0).equals(ACTIVATION) ? 1 : 0);
        ways.add("with the " + words(other) + " " + Figures.share(source.share()));
      }
    }
    return ways.isEmpty()
        ? ""
        : "; the activation acts more together with others than alone: " + list(ways);
  }

  /** What activation and optimizer explain at each level of what they depend on most. */
  private Optional<String> conditions(Decomposition main) {
    Set<String> theirs = new HashSet<>(List.of(ACTIVATION, OPTIMIZER, "problem"));
    for (Source source : Verdict.real(main)) {
      boolean ours = source.factors().contains(ACTIVATION) || source.factors().contains(OPTIMIZER);
      if (source.isInteraction() && ours) {
        for (String factor : source.factors()) {
          List<Explained> levels = theirs.contains(factor) ? List.of() : levels(factor);
          if (!levels.isEmpty()) {
            return Optional.of(at(factor, levels));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What decides at each level of a factor, in the order of the plan. */
  private List<Explained> levels(String factor) {
    List<String> columns = List.of(factor.split("\\+"));
    return all.stream()
        .filter(one -> one.isAbout(decision.response()))
        .filter(one -> one.where().keySet().stream().anyMatch(columns::contains))
        .toList();
  }

  private static String at(String factor, List<Explained> levels) {
    List<String> parts = new ArrayList<>();
    for (Explained explained : levels) {
      parts.add(
          "under "
              + explained.where().values().iterator().next()
              + " the activation explains "
              + share(explained.decomposition(), ACTIVATION)
              + " and the optimizer "
              + share(explained.decomposition(), OPTIMIZER));
    }
    return "It depends on the " + words(factor) + ": " + String.join("; ", parts) + ".";
  }

  private static String share(Decomposition cost, String factor) {
    return cost.source(factor).map(source -> Figures.share(source.share())).orElse("nothing");
  }

  static String name(Source source) {
    List<String> names = source.factors().stream().map(ExplainedSentences::words).toList();
    return names.size() == 1 ? "the " + names.get(0) : "the " + String.join(" × ", names);
  }

  /** {@code initial weights}, {@code learning rate of the optimizer}, {@code bounds and …}. */
  static String words(String factor) {
    int dot = factor.indexOf('.');
    String words = factor.replace('-', ' ');
    if (dot >= 0) {
      return words.substring(dot + 1).replace("+", " and ") + " of the " + words.substring(0, dot);
    }
    return words.replace("+", " and ");
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
