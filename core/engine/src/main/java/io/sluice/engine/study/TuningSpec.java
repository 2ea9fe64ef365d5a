package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How hyper-parameters of optimizers are chosen before the study itself is run: each combination of
 * values is tried on seeds of its own, for each problem, network, activation and optimizer.
 *
 * <p>A study that is tuned is a chain of studies. The rungs, from 1 on, try values; the last one,
 * rung 0, is the study itself with what was chosen. Its {@code choices} are empty until then.
 *
 * @param values of each hyper-parameter, by its name
 * @param seeds how many each combination is tried on
 * @param by how
 * @param budgetCounts whether the report books what tuning cost
 * @param rung which part of the chain this is, 0 for the study itself
 * @param choices in the study itself what was chosen; in a rung the combinations that are left,
 *     empty for all
 * @param chosenBy the ids of the studies that chose, in order
 */
public record TuningSpec(
    Map<String, List<Double>> values,
    int seeds,
    By by,
    boolean budgetCounts,
    int rung,
    List<Choice> choices,
    List<String> chosenBy) {

  /** Each rung of a halving keeps one of so many, and has a budget so many times as large. */
  public static final int KEPT_OF = 3;

  private static final int MOST_COMBINATIONS = 10_000;

  /** The ways to choose. */
  public enum By {
    /** Every combination with the whole budget. */
    GRID,
    /**
     * Successive halving (Jamieson and Talwalkar 2016): all combinations with a small budget, the
     * best third of them with three times as much, until three or fewer are run with all of it.
     */
    HALVING;

    /** As study files spell it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Values for one context.
   *
   * @param problem the label of the problem
   * @param network the label of the network
   * @param activation the label of the activation
   * @param optimizer the label of the optimizer without the values that are tuned
   * @param values of its hyper-parameters
   */
  public record Choice(
      String problem,
      String network,
      String activation,
      String optimizer,
      Map<String, Double> values) {

    public Choice {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(network, "network");
      Objects.requireNonNull(activation, "activation");
      Objects.requireNonNull(optimizer, "optimizer");
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The labels that say where it holds. */
    public List<String> context() {
      return List.of(problem, network, activation, optimizer);
    }
  }

  public TuningSpec {
    Map<String, List<Double>> sorted = new TreeMap<>();
    double combinations = 1;
    for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw new IllegalArgumentException("tuning has no value of " + entry.getKey());
      }
      List<Double> rising = new ArrayList<>(entry.getValue());
      Collections.sort(rising);
      sorted.put(entry.getKey(), List.copyOf(rising));
      combinations *= rising.size();
    }
    values = Collections.unmodifiableMap(sorted);
    if (!(combinations >= 2) || combinations > MOST_COMBINATIONS) {
      throw new IllegalArgumentException(
          "tuning needs 2 to "
              + MOST_COMBINATIONS
              + " combinations of values to choose from, not "
              + NumberText.of(values.isEmpty() ? 0 : combinations));
    }
    if (seeds < 1) {
      throw new IllegalArgumentException("tuning needs one seed at least, not " + seeds);
    }
    Objects.requireNonNull(by, "by");
    if (rung < 0) {
      throw new IllegalArgumentException("a rung is a number from 0 on, not " + rung);
    }
    choices = List.copyOf(choices);
    chosenBy = List.copyOf(chosenBy);
    Set<List<String>> contexts = new HashSet<>();
    for (Choice choice : choices) {
      if (rung == 0 && !contexts.add(choice.context())) {
        throw new IllegalArgumentException(
            "tuning chose twice for " + String.join(" / ", choice.context()));
      }
    }
  }

  /** A declared tuning, of which nothing is done yet. */
  public TuningSpec(Map<String, List<Double>> values, int seeds, By by, boolean budgetCounts) {
    this(values, seeds, by, budgetCounts, 0, List.of(), List.of());
  }

  /** Whether nothing has been chosen yet. */
  public boolean isOpen() {
    return rung == 0 && choices.isEmpty();
  }

  /** How many rungs there are: 1 for a grid. */
  public int rungs() {
    int rungs = 1;
    if (by == By.HALVING) {
      int left = values.values().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
      while (left > KEPT_OF) {
        left = kept(left);
        rungs++;
      }
    }
    return rungs;
  }

  /** How many of so many combinations a rung keeps, rounded up; the last one keeps 1. */
  public static int kept(int combinations) {
    return (combinations + KEPT_OF - 1) / KEPT_OF;
  }

  /** What a trial of a rung may spend of the budget, rounded up to a whole number below all. */
  Budget budget(Budget whole, int ofRung) {
    double share = Math.pow(KEPT_OF, rungs() - (double) ofRung);
    double amount = share == 1 ? whole.amount() : Math.ceil(whole.amount() / share);
    return new Budget(amount, whole.unit(), whole.gradientCost());
  }

  /**
   * The seed of the trials: that of the study for the study itself, another one for each rung. So
   * no random number of a trial that chose is used again. Data are split and get their noise by the
   * study's own seed everywhere.
   */
  public long trialSeed(long seed) {
    return rung == 0 ? seed : RandomStream.key(seed, RandomStream.key("tuning"), rung);
  }

  TuningSpec rung(int number, List<Choice> left) {
    return new TuningSpec(values, seeds, by, budgetCounts, number, left, List.of());
  }

  TuningSpec chosen(List<Choice> chosen, List<String> studies) {
    return new TuningSpec(values, seeds, by, budgetCounts, 0, chosen, studies);
  }
}
