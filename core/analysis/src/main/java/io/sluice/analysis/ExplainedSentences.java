package io.sluice.analysis;

import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what explains the cost, the largest first, and whether activation or optimizer decides. */
final class ExplainedSentences {

  private static final int MOST_NAMED = 3;
  private static final int MOST_LEVELS = 4;
  private static final double LEVEL = 0.05;
  private static final double MANY_MISSED = 0.1;
  private static final String ACTIVATION = "activation";
  private static final String OPTIMIZER = "optimizer";

  private final StudyRows rows;
  private final int place;
  private final List<Explained> here;
  private final List<Explained> all;

  private ExplainedSentences(StudyRows rows, List<Explained> all) {
    this.rows = rows;
    this.place = rows.headlineTarget();
    this.all = all;
    double target = rows.header().targets().get(place);
    this.here = all.stream().filter(explained -> explained.target() == target).toList();
  }

  /** Nothing where nothing varies or all trials cost the same. */
  static List<String> of(StudyRows rows, List<Explained> explained) {
    ExplainedSentences sentences = new ExplainedSentences(rows, explained);
    return sentences.here.isEmpty() || !sentences.here.get(0).overall()
        ? List.of()
        : sentences.sentences(sentences.here.get(0));
  }

  private List<String> sentences(Explained main) {
    List<String> sentences = new ArrayList<>();
    sentences.add(sources(main));
    Optional<Integer> verdict = decided(main.cost());
    if (verdict.isPresent()) {
      sentences.add(verdict(main.cost(), verdict.get()));
      conditions(main).ifPresent(sentences::add);
      exceptions(main, verdict.get()).ifPresent(sentences::add);
    }
    if (main.missed().count() > 0) {
      sentences.add(
          Figures.percent(main.missed().value())
              + " of these trials never reached that loss and count with the budget."
              + ofSuccess(main, verdict));
    }
    if (main.cost().repeats() < Decomposition.ENOUGH_REPEATS) {
      sentences.add(
          main.cost().repeats() == 1
              ? "One repeat does not tell chance from effect."
              : "With "
                  + main.cost().repeats()
                  + " repeats these intervals are rough; "
                  + Decomposition.ENOUGH_REPEATS
                  + " or more tell better.");
    }
    return sentences;
  }

  /** The largest sources, whichever they are, then activation and optimizer if not among them. */
  private String sources(Explained main) {
    Decomposition cost = main.cost();
    List<Source> real = real(cost);
    List<Source> named = new ArrayList<>(real.subList(0, Math.min(MOST_NAMED, real.size())));
    for (String factor : List.of(OPTIMIZER, ACTIVATION)) {
      cost.source(factor).filter(source -> !named.contains(source)).ifPresent(named::add);
    }
    named.sort((a, b) -> Double.compare(b.share().value(), a.share().value()));
    List<String> words = new ArrayList<>();
    for (Source source : named) {
      words.add(name(source) + " " + Figures.share(source.share()));
    }
    String seeds =
        cost.repeats() > 1 ? "the seeds explain " + Figures.share(cost.seeds()) + "; " : "";
    String text =
        "Of the variance of log cost to loss " + Figures.exact(main.target()) + ", " + seeds;
    if (real.isEmpty() && cost.repeats() > 2) {
      return text
          + "nothing that was varied shows an effect beyond chance"
          + (words.isEmpty() ? "." : " (" + String.join(", ", words) + ").");
    }
    return text + "of what was varied, " + list(words) + ".";
  }

  /** The sources that chance alone does not explain, by Holm's correction, the largest first. */
  private static List<Source> real(Decomposition cost) {
    double[] p = cost.sources().stream().mapToDouble(Source::p).toArray();
    double[] adjusted = Family.holm(p);
    List<Source> real = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Source source = cost.sources().get(i);
      if (cost.repeats() < 3 || adjusted[i] <= LEVEL) {
        real.add(source);
      }
    }
    return real;
  }

  /**
   * 1 if the optimizer decides more, −1 if the activation does, 0 if that cannot be told; nothing
   * where not both vary.
   */
  private static Optional<Integer> decided(Decomposition cost) {
    Optional<Source> activation = cost.source(ACTIVATION);
    Optional<Source> optimizer = cost.source(OPTIMIZER);
    if (activation.isEmpty() || optimizer.isEmpty()) {
      return Optional.empty();
    }
    Estimate lead = cost.lead(optimizer.get(), activation.get());
    List<Source> real = real(cost);
    if (lead.hasInterval() && lead.lower() > 0 && real.contains(optimizer.get())) {
      return Optional.of(1);
    }
    boolean other = lead.hasInterval() && lead.upper() < 0 && real.contains(activation.get());
    return Optional.of(other ? -1 : 0);
  }

  private static String verdict(Decomposition cost, int decided) {
    Source activation = cost.source(ACTIVATION).orElseThrow();
    Source optimizer = cost.source(OPTIMIZER).orElseThrow();
    List<Source> real = real(cost);
    String verdict;
    switch (decided) {
      case 1:
        verdict =
            "The optimizer decides more than the activation, by "
                + Figures.share(cost.lead(optimizer, activation));
        break;
      case -1:
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
  private Optional<String> conditions(Explained main) {
    Set<String> theirs = new HashSet<>(List.of(ACTIVATION, OPTIMIZER, "problem"));
    for (Source source : real(main.cost())) {
      Optional<String> other =
          source.factors().stream()
              .filter(name -> !theirs.contains(name) && name.indexOf('.') < 0)
              .findFirst();
      boolean ours = source.factors().contains(ACTIVATION) || source.factors().contains(OPTIMIZER);
      if (source.isInteraction() && ours && other.isPresent()) {
        return Optional.of(at(main, other.get()));
      }
    }
    return Optional.empty();
  }

  private String at(Explained main, String factor) {
    String column = factor.contains("+") ? factor.substring(factor.indexOf('+') + 1) : factor;
    List<String> levels = rows.levels(column);
    List<String> parts = new ArrayList<>();
    for (String level : levels.subList(0, Math.min(MOST_LEVELS, levels.size()))) {
      Explained.of(rows, place, Map.of(column, level))
          .ifPresent(
              explained ->
                  parts.add(
                      "under "
                          + level
                          + " the activation explains "
                          + share(explained.cost(), ACTIVATION)
                          + " and the optimizer "
                          + share(explained.cost(), OPTIMIZER)));
    }
    String text = "It depends on the " + words(factor) + ": " + String.join("; ", parts);
    return text + (levels.size() > MOST_LEVELS ? "; and so on." : ".");
  }

  private static String share(Decomposition cost, String factor) {
    return cost.source(factor).map(source -> Figures.share(source.share())).orElse("nothing");
  }

  /** Problems and targets at which the verdict is another one. */
  private Optional<String> exceptions(Explained main, int verdict) {
    List<String> opposite = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (Explained explained : all) {
      boolean sameTarget = explained.target() == main.target();
      if (explained == main || (sameTarget == explained.overall())) {
        continue;
      }
      String name =
          sameTarget ? "on " + explained.problem() : "at loss " + Figures.exact(explained.target());
      Optional<Integer> other = decided(explained.cost());
      if (other.isPresent() && verdict != 0 && other.get() == -verdict) {
        opposite.add(name);
      } else if (other.isPresent() && verdict != 0 && other.get() == 0) {
        undecided.add(name);
      } else if (other.isPresent() && verdict == 0 && other.get() != 0) {
        opposite.add(name + " the " + (other.get() > 0 ? OPTIMIZER : ACTIVATION) + " does");
      }
    }
    List<String> sentences = new ArrayList<>();
    if (!opposite.isEmpty()) {
      sentences.add(capital(list(opposite)) + (verdict == 0 ? "." : " it is the other way round."));
    }
    if (!undecided.isEmpty()) {
      sentences.add(capital(list(undecided)) + " it cannot be told.");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  /** Whether success alone gives another verdict. */
  private static String ofSuccess(Explained main, Optional<Integer> verdict) {
    Optional<Integer> other = main.success().flatMap(ExplainedSentences::decided);
    if (verdict.isEmpty() || other.isEmpty() || other.get().equals(verdict.get())) {
      return "";
    }
    if (other.get() == 0 && main.missed().value() < MANY_MISSED) {
      return "";
    }
    String who =
        other.get() > 0
            ? "the optimizer decides more"
            : other.get() < 0 ? "the activation decides more" : "it cannot be told which decides";
    return " Of whether it was reached at all, " + who + ".";
  }

  private static String name(Source source) {
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

  private static String capital(String text) {
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
