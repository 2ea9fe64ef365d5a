package io.sluice.studies.export;

import io.sluice.spi.Cell;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which cells are trials of one function, and which of one algorithm, by names that other tools
 * take. A function is a problem, with network, loss, bounds and initial weights as far as these
 * vary; an algorithm is all else that varies, at least the optimizer.
 */
final class RunNames {

  /**
   * What is minimised.
   *
   * @param id from 1, in the order of the plan
   * @param name its labels
   * @param dimension how many numbers it is a function of, at least 1
   * @param isFunction whether it is a function on a box, whose smallest value is known to be 0
   */
  record Function(int id, String name, int dimension, boolean isFunction) {}

  /**
   * What minimises.
   *
   * @param name its labels
   * @param folder the name as that of a folder
   * @param factors the labels by factor
   */
  record Algorithm(String name, String folder, Map<String, String> factors) {
    /** Its factors with their labels in one line, {@code activation=tanh; optimizer=adam}. */
    String info() {
      return factors.entrySet().stream()
          .map(factor -> factor.getKey() + "=" + factor.getValue())
          .collect(Collectors.joining("; "));
    }
  }

  private static final Set<String> OF_FUNCTIONS =
      Set.of("problem", "network", "loss", "bounds", "initial-weights");

  /** The labels of factors that a cell does not have, or has by its problem. */
  private static final Set<String> IDLE = Set.of("-", "box");

  private static final int LONGEST_FOLDER = 80;

  private final ToIntFunction<Cell> dimensions;
  private final Set<String> varying = new LinkedHashSet<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Map<String, String>, Algorithm> algorithms = new LinkedHashMap<>();

  /** The names of these cells, in the order of the plan. */
  RunNames(List<Cell> cells, ToIntFunction<Cell> dimensions) {
    this.dimensions = dimensions;
    Set<String> factors = new LinkedHashSet<>();
    cells.forEach(cell -> factors.addAll(cell.factors().keySet()));
    for (String factor : factors) {
      long levels =
          cells.stream()
              .map(cell -> cell.factor(factor))
              .filter(l -> !IDLE.contains(l))
              .distinct()
              .count();
      if (levels > 1 || factor.equals("problem") || factor.equals("optimizer")) {
        varying.add(factor);
      }
    }
    Set<String> folders = new LinkedHashSet<>();
    for (Cell cell : cells) {
      ids.putIfAbsent(functionName(cell), ids.size() + 1);
      algorithms.computeIfAbsent(
          labels(cell, false),
          labels -> {
            String name = String.join(" + ", labels.values());
            return new Algorithm(name, unique(file(name), folders), labels);
          });
    }
  }

  Function function(Cell cell) {
    String name = functionName(cell);
    return new Function(
        ids.get(name),
        name,
        Math.max(1, dimensions.applyAsInt(cell)),
        cell.factor("network").equals("-"));
  }

  Algorithm algorithm(Cell cell) {
    return algorithms.get(labels(cell, false));
  }

  Collection<Algorithm> algorithms() {
    return algorithms.values();
  }

  /** How many functions there are. */
  int functions() {
    return ids.size();
  }

  /** A function of other dimensions is the same one. */
  private String functionName(Cell cell) {
    return labels(cell, true).values().stream()
        .map(
            label ->
                label
                    .replaceAll("\\bdimensions=[0-9]+(, *)?", "")
                    .replaceAll("(, *)?\\)", ")")
                    .replace("()", ""))
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> labels(Cell cell, boolean ofFunction) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String factor : varying) {
      String label = cell.factor(factor);
      if (OF_FUNCTIONS.contains(factor) == ofFunction && !IDLE.contains(label)) {
        labels.put(factor, label);
      }
    }
    return labels;
  }

  /** The text with nothing in it that a file's name, or a reader of it, stumbles over. */
  static String file(String text) {
    String name = text.replaceAll("[^A-Za-z0-9.-]+", "_").replaceAll("^[_.-]+|_+$", "");
    String cut = name.length() > LONGEST_FOLDER ? name.substring(0, LONGEST_FOLDER) : name;
    return cut.isEmpty() ? "unnamed" : cut;
  }

  private static String unique(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
