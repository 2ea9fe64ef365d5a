package io.sluice.engine.plan;

import io.sluice.moments.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The cells of a study as the paths through a tree with the levels of one factor behind those of
 * another. Branches that go on alike are one and the same, so that a product of factors takes the
 * room of their sum, and a cell is made when it is asked for by its number.
 */
final class CellTree {

  private static final Branch END = new Branch(List.of(), List.of());

  /** Stands where no cell is. */
  private static final Branch NONE = new Branch(List.of(), List.of());

  private final Branch root;
  private final String repeated;

  private CellTree(Branch root, String repeated) {
    this.root = root;
    this.repeated = repeated;
  }

  /** A part of the tree: levels of one factor, and what is behind each. */
  private static final class Branch {
    private final List<Level<?>> levels;
    private final List<Branch> behind;

    /** Where the cells of each level end; null if there are as many of each, in the same branch. */
    private final long[] ends;

    private final long size;

    Branch(List<Level<?>> levels, List<Branch> behind) {
      this.levels = List.copyOf(levels);
      boolean alike = behind.stream().distinct().count() == 1;
      this.behind = alike ? List.of(behind.get(0)) : List.copyOf(behind);
      long[] sums = new long[behind.size()];
      long sum = behind.isEmpty() ? 1 : 0;
      for (int i = 0; i < sums.length; i++) {
        sum += behind.get(i).size;
        sums[i] = sum;
      }
      this.ends = alike ? null : sums;
      this.size = sum;
    }

    Branch behind(int level) {
      return behind.get(ends == null ? 0 : level);
    }

    /** The number of the level that has the cell. */
    int level(long cell) {
      if (ends == null) {
        return (int) (cell / behind.get(0).size);
      }
      int low = 0;
      int high = ends.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (cell < ends[middle]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    long cellsBefore(int level) {
      return ends == null ? level * behind.get(0).size : level == 0 ? 0 : ends[level - 1];
    }
  }

  /** The cells of a study; why others are left out is among the findings. */
  static CellTree of(CellLevels study) {
    Growth growth = new Growth(study);
    Branch root = growth.from(0);
    return new CellTree(root == null ? END : root, growth.repeated);
  }

  /** Makes branches, each once. */
  private static final class Growth {
    private final CellLevels study;
    private final CellPath path = new CellPath();
    private final Map<List<Object>, Branch> known = new HashMap<>();
    private String repeated = "";

    Growth(CellLevels study) {
      this.study = study;
    }

    /** The branch behind the path, or null if no cell is there. */
    Branch from(int place) {
      if (place == StudyFactor.IN_ORDER.size()) {
        return END;
      }
      StudyFactor factor = StudyFactor.IN_ORDER.get(place);
      List<Object> basis = factor.basis(study, path);
      Branch branch = known.get(basis);
      if (branch == null) {
        branch = branch(factor, place);
        known.put(basis, branch == null ? NONE : branch);
      }
      return branch == NONE ? null : branch;
    }

    private Branch branch(StudyFactor factor, int place) {
      List<Level<?>> levels = new ArrayList<>();
      List<Branch> behind = new ArrayList<>();
      Set<String> labels = new HashSet<>();
      for (Level<?> level : factor.levels(study, path)) {
        Interruption.check();
        path.set(factor, level);
        Branch next = from(place + 1);
        if (next == null) {
          continue;
        }
        if (labels.add(level.label())) {
          levels.add(level);
          behind.add(next);
        } else if (repeated.isEmpty()) {
          follow(next, 0, place + 1, path);
          repeated = path.toString();
        }
      }
      return levels.isEmpty() ? null : new Branch(levels, behind);
    }
  }

  /** How many cells there are. */
  int size() {
    return root == END ? 0 : Math.toIntExact(root.size);
  }

  /** The first cell that came again and was left out; empty if none was. */
  String repeated() {
    return repeated;
  }

  /** The levels of a cell. */
  CellPath get(int cell) {
    CellPath path = new CellPath();
    follow(cell, path);
    return path;
  }

  /** Puts the levels of a cell on a path. */
  void follow(int cell, CellPath path) {
    follow(root, cell, 0, path);
  }

  private static void follow(Branch from, long cell, int place, CellPath path) {
    Branch branch = from;
    long rest = cell;
    for (int i = place; i < StudyFactor.IN_ORDER.size(); i++) {
      int level = branch.level(rest);
      path.set(StudyFactor.IN_ORDER.get(i), branch.levels.get(level));
      rest -= branch.cellsBefore(level);
      branch = branch.behind(level);
    }
  }

  /** The labels of a factor, in the order in which cells have them. */
  List<String> labels(StudyFactor factor) {
    Set<String> labels = new LinkedHashSet<>();
    Set<Branch> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    if (root != END) {
      collect(root, 0, factor.ordinal(), seen, labels);
    }
    return List.copyOf(labels);
  }

  private static void collect(
      Branch branch, int place, int asked, Set<Branch> seen, Set<String> labels) {
    if (!seen.add(branch)) {
      return;
    }
    if (place == asked) {
      branch.levels.forEach(level -> labels.add(level.label()));
    } else {
      branch.behind.forEach(next -> collect(next, place + 1, asked, seen, labels));
    }
  }

  /**
   * Cells that agree in what is asked of their levels.
   *
   * @param first the first of them
   * @param count how many there are
   */
  record Kind(int first, long count) {

    private Kind and(Kind later) {
      return new Kind(first, count + later.count);
    }

    private Kind behind(long cells) {
      return new Kind(Math.toIntExact(cells + first), count);
    }
  }

  /**
   * The kinds of cells, in the order of their first ones; found without going through the cells.
   *
   * @param asked what of a level matters, by its factor; the same for all levels if nothing does
   */
  Collection<Kind> kinds(BiFunction<StudyFactor, Level<?>, Object> asked) {
    return root == END ? List.of() : kinds(root, 0, asked, new IdentityHashMap<>()).values();
  }

  private static final Answers NO_ANSWERS = new Answers("", null);

  /** What was asked of the levels of a path, from one place on; its hash is taken once. */
  private static final class Answers {
    private final Object own;
    private final Answers rest;
    private final int hash;

    Answers(Object own, Answers rest) {
      this.own = own;
      this.rest = rest;
      this.hash = 31 * own.hashCode() + (rest == null ? 0 : rest.hash);
    }

    @Override
    public boolean equals(Object object) {
      if (this == object) {
        return true;
      }
      if (!(object instanceof Answers)) {
        return false;
      }
      Answers other = (Answers) object;
      return hash == other.hash && own.equals(other.own) && Objects.equals(rest, other.rest);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static Map<Answers, Kind> kinds(
      Branch branch,
      int place,
      BiFunction<StudyFactor, Level<?>, Object> asked,
      Map<Branch, Map<Answers, Kind>> known) {
    if (branch == END) {
      return Map.of(NO_ANSWERS, new Kind(0, 1));
    }
    Map<Answers, Kind> kinds = known.get(branch);
    if (kinds == null) {
      Map<Answers, Kind> found = new LinkedHashMap<>();
      StudyFactor factor = StudyFactor.IN_ORDER.get(place);
      for (int i = 0; i < branch.levels.size(); i++) {
        Object own = asked.apply(factor, branch.levels.get(i));
        long before = branch.cellsBefore(i);
        kinds(branch.behind(i), place + 1, asked, known)
            .forEach(
                (rest, kind) ->
                    found.merge(new Answers(own, rest), kind.behind(before), Kind::and));
      }
      known.put(branch, found);
      kinds = found;
    }
    return kinds;
  }
}
