package io.sluice.studies.results;

import io.sluice.studies.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Which column of a table is what. What the user did not name is guessed by the usual names, and
 * every guess is told.
 *
 * @param problem what is solved; empty if all is one problem
 * @param dimension of the problem; empty if there is none
 * @param contender what is compared
 * @param repeat which repetition; empty if rows of a cell are counted
 * @param value what was reached; empty if there is none
 * @param cost what was spent; empty if there is none
 * @param reached whether the goal was reached; empty if there is none
 */
record TableColumns(
    List<String> problem,
    String dimension,
    List<String> contender,
    String repeat,
    String value,
    String cost,
    String reached) {

  static final List<String> PROBLEMS =
      List.of(
          "problem",
          "function",
          "function-name",
          "funcid",
          "dataset",
          "data-set",
          "benchmark",
          "task",
          "env",
          "environment");
  static final List<String> DIMENSIONS = List.of("dimension", "dim", "dimensions");
  static final List<String> CONTENDERS =
      List.of(
          "contender",
          "algorithm",
          "algorithm-name",
          "algid",
          "optimizer-name",
          "solver",
          "method",
          "model",
          "configuration",
          "config");
  static final List<String> REPEATS =
      List.of(
          "repeat",
          "seed",
          "run",
          "rep",
          "replicate",
          "repetition",
          "trial",
          "executionid",
          "execution",
          "run-id",
          "instance",
          "fold");
  static final List<String> LOSSES =
      List.of(
          "best-loss",
          "loss",
          "final-loss",
          "val-loss",
          "test-loss",
          "best-value",
          "value",
          "objective",
          "fitness",
          "best-so-far",
          "best",
          "error",
          "rmse",
          "mse",
          "raw-y-best",
          "raw-y",
          "best-y",
          "y",
          "f");
  static final List<String> SCORES =
      List.of("accuracy", "score", "reward", "return", "auc", "r2", "f1", "hv", "hypervolume");
  static final List<String> COSTS =
      List.of(
          "cost",
          "evaluations",
          "evals",
          "fevals",
          "function-evaluations",
          "runtime",
          "seconds",
          "time",
          "budget",
          "steps",
          "iterations",
          "epochs");
  static final List<String> REACHED = List.of("reached", "success", "solved", "successful", "hit");

  static TableColumns of(Table table, RunCollection runs) {
    ResultOptions.Columns named = runs.options().columns();
    List<String> guesses = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    List<String> problem = given(table, "--problem", named.problem(), taken);
    List<String> contender = given(table, "--contender", named.contender(), taken);
    String repeat = given(table, "--repeat", named.repeat(), taken);
    String value = given(table, "--value", named.value(), taken);
    String cost = given(table, "--cost", named.cost(), taken);
    String reached = given(table, "--reached", named.reached(), taken);
    if (problem.isEmpty()) {
      String guess = guess(table, PROBLEMS, taken, guesses, "problem");
      problem = guess.isEmpty() ? List.of() : List.of(guess);
    }
    String dimension =
        named.problem().isEmpty() && !problem.isEmpty()
            ? guess(table, DIMENSIONS, taken, guesses, "dimension")
            : "";
    boolean higher = runs.options().higherIsBetter();
    if (value.isEmpty()) {
      value = guess(table, higher ? SCORES : LOSSES, taken, guesses, "value");
    }
    if (value.isEmpty()) {
      value = guess(table, higher ? LOSSES : SCORES, taken, guesses, "value");
    }
    if (cost.isEmpty()) {
      cost = guess(table, COSTS, taken, guesses, "cost");
    }
    if (reached.isEmpty() && !cost.isEmpty()) {
      reached = guess(table, REACHED, taken, guesses, "reached");
    }
    if (contender.isEmpty()) {
      contender = contenders(table, taken, guesses);
    }
    if (repeat.isEmpty()) {
      repeat = guess(table, REPEATS, taken, guesses, "repeat");
    }
    if (!guesses.isEmpty()) {
      runs.note(table.file() + ": taken by their names: " + String.join(", ", guesses));
    }
    if (problem.isEmpty()) {
      runs.note(table.file() + " has no column of problems: all of it is one problem");
    }
    if (!higher && SCORES.contains(Table.plain(value))) {
      runs.note(
          table.file()
              + ": a lower \""
              + value
              + "\" counts as better; --higher-is-better turns that round");
    }
    return new TableColumns(problem, dimension, contender, repeat, value, cost, reached);
  }

  private static List<String> given(
      Table table, String option, List<String> names, List<String> taken) {
    List<String> columns = names.stream().map(name -> table.column(option, name)).toList();
    taken.addAll(columns);
    return columns;
  }

  private static String given(Table table, String option, String name, List<String> taken) {
    return name.isEmpty() ? "" : given(table, option, List.of(name), taken).get(0);
  }

  private static String guess(
      Table table, List<String> names, List<String> taken, List<String> guesses, String role) {
    for (String column : table.named(names)) {
      if (!taken.contains(column)) {
        taken.add(column);
        guesses.add(role + (column.equals(role) ? "" : " \"" + column + '"'));
        return column;
      }
    }
    return "";
  }

  /** The factors of Sluice that are there, and what is called an algorithm. */
  private static List<String> contenders(Table table, List<String> taken, List<String> guesses) {
    List<String> found = new ArrayList<>();
    for (String column : table.named(RunCollection.FACTORS)) {
      if (!taken.contains(column)) {
        found.add(column);
      }
    }
    table.named(CONTENDERS).stream()
        .filter(column -> !taken.contains(column))
        .findFirst()
        .ifPresent(found::add);
    if (found.isEmpty()) {
      throw new ResultFormatException(
          new Location(table.file(), 1, 1),
          "no column of what is compared: name it with --contender; there are "
              + String.join(", ", table.columns()));
    }
    taken.addAll(found);
    guesses.add("contender \"" + String.join("\" and \"", found) + '"');
    return found;
  }
}
