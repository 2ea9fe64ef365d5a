package io.sluice.formula;

import io.sluice.formula.Graph.Node;
import io.sluice.formula.RuleNodes.Kind;
import io.sluice.formula.RuleNodes.Leaf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which order a rule is computed: stages of one shape each, and between them the reductions that
 * need an earlier stage and that a later one needs.
 */
final class RulePlan {

  /** Near it no operation is another one than for any number. */
  private static final double FIRST_MARK = 0.7390851332151607;

  private final Rule rule;
  private final RuleNodes nodes;
  private final Graph graph;
  private final boolean alike;
  private final Set<Integer> states = new TreeSet<>();
  private final TreeSet<Integer> needed = new TreeSet<>();
  private final Map<Integer, RuleShape> shapes = new HashMap<>();
  private final Map<Integer, Integer> levels = new HashMap<>();
  private final List<Object> moves = new ArrayList<>();

  /**
   * Computes nodes of one shape.
   *
   * @param inputs the nodes it needs, in the order of the program's inputs after the first, which
   *     it does not have
   * @param uniforms the nodes it needs that are one number for the whole block; steps have other
   *     numbers in their places, which the next list tells
   * @param marks those numbers
   * @param outputs the nodes it makes; the last {@code stored} of them become states or the update
   * @param targets for those that are stored the name of the state, or -1 for the update
   */
  record Stage(
      RuleShape shape,
      Steps steps,
      List<Integer> inputs,
      List<Integer> uniforms,
      List<Double> marks,
      List<Integer> outputs,
      int[] targets,
      StageCode code) {}

  /**
   * Reduces the numbers of all weights, or of those of each group, to one.
   *
   * @param node of what is reduced
   * @param result the node of the result
   */
  record Reduce(int node, int result, boolean all, boolean largest) {}

  RulePlan(Rule rule, boolean alike) {
    this.rule = rule;
    this.nodes = rule.nodes();
    this.graph = nodes.graph;
    this.alike = alike;
    need(rule.update());
    shape();
    refuse();
    int last = 0;
    for (int node : needed) {
      last = Math.max(last, level(node));
    }
    for (int node : needed) {
      if (isReduction(node) && nodes.leafAt(nodes.leafAt(node).of()) != null) {
        reduce(node);
      }
    }
    for (int level = 0; level <= last; level++) {
      for (RuleShape shape : RuleShape.values()) {
        stage(shape, level, last);
      }
      for (int node : needed) {
        if (isReduction(node) && level(node) == level + 1) {
          reduce(node);
        }
      }
    }
  }

  /** {@link Stage}s and {@link Reduce}s, in their order. */
  List<Object> moves() {
    return moves;
  }

  /** The names of what is kept from step to step. */
  Set<Integer> states() {
    return states;
  }

  RuleShape shapeOfState(int name) {
    return shape(stateLeaf(name));
  }

  RuleShape shape(int node) {
    return shapes.getOrDefault(node, RuleShape.ONE);
  }

  private int stateLeaf(int name) {
    return graph.parameter(nodes.leaves.indexOf(new Leaf(Kind.STATE, name, false)));
  }

  private void need(int root) {
    if (!needed.add(root)) {
      return;
    }
    Leaf leaf = nodes.leafAt(root);
    if (leaf != null) {
      if (leaf.kind() == Kind.STATE && states.add(leaf.of())) {
        need(nodes.current(leaf.of()));
      } else if (isReduction(root)) {
        need(leaf.of());
      }
      return;
    }
    for (int operand : operands(root)) {
      need(operand);
    }
  }

  private boolean isReduction(int node) {
    Leaf leaf = nodes.leafAt(node);
    return leaf != null && (leaf.kind() == Kind.SUM || leaf.kind() == Kind.LARGEST);
  }

  private List<Integer> operands(int node) {
    Node what = graph.get(node);
    int count = what.operation().operands();
    return List.of(what.u(), what.v(), what.w()).subList(0, count);
  }

  /** Finds the shapes: a state has that of what it becomes. */
  private void shape() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int node : needed) {
        Leaf leaf = nodes.leafAt(node);
        RuleShape shape = RuleShape.ONE;
        if (leaf != null) {
          shape = shape(leaf);
        } else {
          for (int operand : operands(node)) {
            shape = shape.or(shape(operand));
          }
        }
        changed |= shapes.put(node, shape) != shape;
      }
    }
  }

  private RuleShape shape(Leaf leaf) {
    switch (leaf.kind()) {
      case GRADIENT, WEIGHT:
        return RuleShape.WEIGHT;
      case HYPERPARAMETER:
        return alike ? RuleShape.ONE : RuleShape.LANE;
      case STATE:
        return shape(nodes.current(leaf.of()));
      case SUM, LARGEST:
        return leaf.all() ? RuleShape.LANE : RuleShape.GROUP;
      case COUNT:
        return leaf.all() ? RuleShape.ONE : RuleShape.GROUP;
      default:
        return RuleShape.ONE;
    }
  }

  private void refuse() {
    for (int node : needed) {
      if (isReduction(node) && shape(nodes.leafAt(node).of()) != RuleShape.WEIGHT) {
        throw FormulaException.ofRule(
            nodes.written(node).function() + " is of what differs from weight to weight",
            "; here all weights have the same number",
            rule.text(),
            nodes.written(node).position());
      }
    }
  }

  /** How many reductions come before it, one after the other. */
  private int level(int node) {
    Integer known = levels.get(node);
    if (known != null) {
      return known;
    }
    int level = 0;
    Leaf leaf = nodes.leafAt(node);
    if (leaf == null) {
      for (int operand : operands(node)) {
        level = Math.max(level, level(operand));
      }
    } else if (isReduction(node) && nodes.leafAt(leaf.of()) == null) {
      level = 1 + level(leaf.of());
    }
    levels.put(node, level);
    return level;
  }

  private void reduce(int node) {
    Leaf leaf = nodes.leafAt(node);
    moves.add(new Reduce(leaf.of(), node, leaf.all(), leaf.kind() == Kind.LARGEST));
  }

  private void stage(RuleShape shape, int level, int last) {
    Set<Integer> made = new LinkedHashSet<>();
    for (int node : needed) {
      if (isComputed(node) && shape(node) == shape && level(node) == level) {
        made.add(node);
      }
    }
    Set<Integer> wanted = new TreeSet<>();
    for (int node : needed) {
      if (isReduction(node)) {
        wanted.add(nodes.leafAt(node).of());
      } else if (!made.contains(node)) {
        wanted.addAll(operands(node));
      }
    }
    List<Integer> stored = new ArrayList<>();
    for (int name : states) {
      if (shapeOfState(name) == shape && storedAt(name, shape, last) == level) {
        stored.add(name);
      } else {
        wanted.add(nodes.current(name));
      }
    }
    wanted.add(rule.update());
    wanted.retainAll(made);
    if (shape == RuleShape.WEIGHT && level == last) {
      wanted.remove(rule.update());
      stored.add(-1);
    }
    List<Integer> outputs = new ArrayList<>(wanted);
    for (int name : stored) {
      outputs.add(name < 0 ? rule.update() : nodes.current(name));
    }
    if (!outputs.isEmpty()) {
      moves.add(stage(shape, made, outputs, stored));
    }
  }

  /** Whether it is neither given nor a number. */
  private boolean isComputed(int node) {
    return nodes.leafAt(node) == null && !graph.isConstant(node);
  }

  /**
   * The level at which a state may change: those of weights as soon as nobody needs what they had
   * before, the others at the end.
   */
  private int storedAt(int name, RuleShape shape, int last) {
    if (shape != RuleShape.WEIGHT) {
      return last;
    }
    int before = stateLeaf(name);
    int level = level(nodes.current(name));
    for (int node : needed) {
      if (operands(node).contains(before)) {
        level = Math.max(level, level(node));
      }
    }
    for (int other : states) {
      if (other != name && nodes.current(other) == before) {
        level = last;
      }
    }
    return level;
  }

  private Stage stage(
      RuleShape shape, Set<Integer> made, List<Integer> outputs, List<Integer> stored) {
    Graph part = new Graph();
    List<Integer> inputs = new ArrayList<>();
    Map<Integer, Integer> copies = new HashMap<>();
    List<Integer> uniforms = shape == RuleShape.WEIGHT ? uniforms(made) : List.of();
    List<Double> marks = marks(uniforms.size());
    for (int k = 0; k < marks.size(); k++) {
      copies.put(uniforms.get(k), part.constant(marks.get(k)));
    }
    int[] results = new int[outputs.size()];
    for (int k = 0; k < results.length; k++) {
      results[k] = copy(outputs.get(k), made, part, inputs, copies);
    }
    Steps steps = Compiler.steps(part, inputs.size(), results);
    int[] targets = stored.stream().mapToInt(Integer::intValue).toArray();
    return new Stage(shape, steps, inputs, uniforms, marks, outputs, targets, new StageCode(steps));
  }

  /**
   * What these nodes need that is one for the whole block. What a choice is made by or of is not
   * among it, since the steps of choices depend on their numbers.
   */
  private List<Integer> uniforms(Set<Integer> made) {
    Set<Integer> uniforms = new TreeSet<>();
    Set<Integer> chosen = new TreeSet<>();
    for (int node : made) {
      uniforms.addAll(operands(node));
      if (graph.is(node, Operation.SELECT)) {
        chosen.addAll(operands(node));
      }
    }
    uniforms.removeIf(
        node ->
            made.contains(node)
                || graph.isConstant(node)
                || shape(node) != RuleShape.ONE
                || chosen.contains(node));
    return List.copyOf(uniforms);
  }

  /** Numbers that the rule does not have. */
  private List<Double> marks(int count) {
    Set<Double> known = new HashSet<>();
    for (int node = 0; node < graph.size(); node++) {
      if (graph.isConstant(node)) {
        known.add(graph.number(node));
      }
    }
    List<Double> marks = new ArrayList<>();
    for (double mark = FIRST_MARK; marks.size() < count; mark = Math.nextUp(mark)) {
      if (!known.contains(mark)) {
        marks.add(mark);
      }
    }
    return marks;
  }

  private int copy(
      int node, Set<Integer> made, Graph part, List<Integer> inputs, Map<Integer, Integer> copies) {
    Integer known = copies.get(node);
    if (known != null) {
      return known;
    }
    int copy;
    if (graph.isConstant(node)) {
      copy = part.constant(graph.number(node));
    } else if (!made.contains(node)) {
      inputs.add(node);
      copy = part.parameter(inputs.size() - 1);
    } else {
      int[] operands = new int[3];
      Arrays.fill(operands, -1);
      List<Integer> originals = operands(node);
      for (int i = 0; i < originals.size(); i++) {
        operands[i] = copy(originals.get(i), made, part, inputs, copies);
      }
      Operation operation = graph.operation(node);
      copy =
          originals.size() == 1
              ? part.node(operation, operands[0])
              : originals.size() == 2
                  ? part.node(operation, operands[0], operands[1])
                  : part.node(operation, operands[0], operands[1], operands[2]);
    }
    copies.put(node, copy);
    return copy;
  }
}
