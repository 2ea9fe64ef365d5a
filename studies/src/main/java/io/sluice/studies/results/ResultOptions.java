package io.sluice.studies.results;

import java.util.List;

/**
 * What is to be read of results.
 *
 * @param columns the columns of tables
 * @param higherIsBetter whether values are to be large; then the loss is the value turned negative
 * @param targets the values whose first hits are timed, instead of those that the results have;
 *     empty for these
 */
public record ResultOptions(Columns columns, boolean higherIsBetter, List<Double> targets) {

  /** Nothing but what the results say themselves. */
  public static final ResultOptions PRESET =
      new ResultOptions(new Columns(List.of(), List.of(), "", "", "", ""), false, List.of());

  /**
   * The names of columns; what is empty is guessed from the header.
   *
   * @param problem what is solved; several are joined
   * @param contender what is compared; one with the name of a factor of Sluice is that factor
   * @param repeat which repetition: its number, seed or instance
   * @param value what was reached
   * @param cost what was spent
   * @param reached whether the goal was reached, of tables that have no values
   */
  public record Columns(
      List<String> problem,
      List<String> contender,
      String repeat,
      String value,
      String cost,
      String reached) {
    public Columns {
      problem = List.copyOf(problem);
      contender = List.copyOf(contender);
    }

    /** Whether none is named. */
    boolean isEmpty() {
      return problem.isEmpty()
          && contender.isEmpty()
          && (repeat + value + cost + reached).isEmpty();
    }
  }

  public ResultOptions {
    targets = List.copyOf(targets);
  }

  /** 1, or −1 where higher is better: what a value is multiplied with to be a loss. */
  double sign() {
    return higherIsBetter ? -1 : 1;
  }
}
