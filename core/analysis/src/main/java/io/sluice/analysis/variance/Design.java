package io.sluice.analysis.variance;

import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The factors that vary over some cells, and the terms of their analysis: each factor alone, and
 * each two together.
 *
 * <p>A component that comes with several values of its hyper-parameters is two factors: which
 * component it is, and its hyper-parameters, which are nested in it. So a difference between
 * learning rates does not pass for one between optimizers. Factors that only vary together, as
 * bounds do that follow the initial weights, are one factor.
 */
public final class Design {

  /** {@code adam(learning-rate=0.1 beta1=0.9)}, {@code adam(tuned)}. */
  private static final Pattern CONFIGURED =
      Pattern.compile("(.+)\\((?:[a-z0-9-]+=[^()]*|" + Cell.TUNED + ")\\)");

  private static final Set<String> COMPONENTS = Set.of("activation", "optimizer");

  private final int cells;
  private final List<Factor> factors = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private Effects effects;

  private Design(int cells) {
    this.cells = cells;
  }

  /** The design of these cells. */
  public static Design of(List<Cell> cells) {
    Design design = new Design(cells.size());
    for (String name : cells.isEmpty() ? Set.<String>of() : cells.get(0).factors().keySet()) {
      List<String> labels = cells.stream().map(cell -> cell.factor(name)).toList();
      if (COMPONENTS.contains(name)) {
        design.addComponent(name, labels, cells);
      } else {
        design.add(name, -1, labels);
      }
    }
    design.addTerms();
    return design;
  }

  private void addComponent(String name, List<String> labels, List<Cell> cells) {
    List<String> components = labels.stream().map(Design::component).toList();
    int parent = add(name, -1, components) ? factors.size() - 1 : -1;
    if (new HashSet<>(labels).size() > new HashSet<>(components).size()) {
      add(varying(name, components, cells), parent, labels);
    }
  }

  /** The component's name without the values of its hyper-parameters. */
  private static String component(String label) {
    Matcher configured = CONFIGURED.matcher(label);
    return configured.matches() ? configured.group(1) : label;
  }

  /** The names of the hyper-parameters that differ between cells with the same component. */
  private static String varying(String name, List<String> components, List<Cell> cells) {
    Map<String, Double> seen = new LinkedHashMap<>();
    Set<String> varying = new TreeSet<>();
    String prefix = name + ".";
    for (int i = 0; i < cells.size(); i++) {
      String component = components.get(i);
      cells
          .get(i)
          .hyperparameters()
          .forEach(
              (key, value) -> {
                if (key.startsWith(prefix)) {
                  Double before = seen.putIfAbsent(component + " " + key, value);
                  if (before != null && !before.equals(value)) {
                    varying.add(key.substring(prefix.length()));
                  }
                }
              });
    }
    return prefix + (varying.isEmpty() ? "hyper-parameters" : String.join("+", varying));
  }

  private boolean add(String name, int parent, List<String> labels) {
    Map<String, Integer> places = new LinkedHashMap<>();
    int[] levels = new int[labels.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = places.computeIfAbsent(labels.get(i), label -> places.size());
    }
    if (places.size() < 2) {
      return false;
    }
    for (int i = 0; i < factors.size(); i++) {
      Factor same = factors.get(i);
      if (parent < 0 && same.parent() < 0 && Arrays.equals(same.levels(), levels)) {
        factors.set(i, same.with(name, List.copyOf(places.keySet())));
        return false;
      }
    }
    factors.add(new Factor(name, parent, List.copyOf(places.keySet()), levels));
    return true;
  }

  private void addTerms() {
    for (int i = 0; i < factors.size(); i++) {
      terms.add(term(List.of(i)));
    }
    for (int i = 0; i < factors.size(); i++) {
      for (int j = i + 1; j < factors.size(); j++) {
        if (factors.get(j).parent() != i) {
          terms.add(term(List.of(i, j)));
        }
      }
    }
  }

  private Term term(List<Integer> members) {
    Map<List<Integer>, Integer> places = new LinkedHashMap<>();
    int[] groups = new int[cells];
    for (int cell = 0; cell < cells; cell++) {
      List<Integer> levels = new ArrayList<>();
      for (int member : members) {
        levels.add(factors.get(member).levels()[cell]);
      }
      groups[cell] = places.computeIfAbsent(levels, key -> places.size());
    }
    return new Term(members, groups, places.size());
  }

  /** The factors that vary, a component before its hyper-parameters. */
  public List<Factor> factors() {
    return Collections.unmodifiableList(factors);
  }

  /** What is analysed: each factor, then each two of them together. */
  public List<Term> terms() {
    return Collections.unmodifiableList(terms);
  }

  /** The way its numbers are split; made once, since a factorisation may take long. */
  Effects effects() {
    if (effects == null) {
      effects = Effects.of(this);
    }
    return effects;
  }

  /** How many cells there are. */
  public int cells() {
    return cells;
  }

  /** The names of the factors of a term. */
  public List<String> names(Term term) {
    return term.factors().stream().map(factor -> factors.get(factor).name()).toList();
  }

  /**
   * Whether every level of every factor met every combination of the others exactly once. Then all
   * terms are orthogonal.
   */
  boolean isComplete() {
    Set<Integer> parents = new HashSet<>();
    factors.forEach(factor -> parents.add(factor.parent()));
    long product = 1;
    for (int i = 0; i < factors.size(); i++) {
      if (!parents.contains(i)) {
        product *= factors.get(i).labels().size();
        if (product > cells) {
          return false;
        }
      }
    }
    return product == cells;
  }

  /** Whether a term is a part of another: each of its factors is in that one or a parent there. */
  boolean isBelow(Term lower, Term upper) {
    return lower != upper
        && lower.factors().stream()
            .allMatch(
                factor ->
                    upper.factors().stream()
                        .anyMatch(
                            other ->
                                other.equals(factor) || factors.get(other).parent() == factor));
  }
}
