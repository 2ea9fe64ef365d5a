package io.sluice.formula;

import io.sluice.formula.Parser.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an optimizer updates a weight, as a text: one assignment a line, of which the last one to
 * {@code w} counts. The language is that of formulas and is described in {@code docs/rules.md}.
 * Nothing of a text is run, and what is too long or too deep is refused, so it may come from
 * anywhere.
 */
public final class Rule {

  private final String text;
  private final Names names;
  private final int hyperparameters;
  private final RuleNodes nodes;
  private final int update;
  private final RulePlan[] plans = new RulePlan[2];

  private Rule(String text, Names names, int hyperparameters, List<Assignment> assignments) {
    this.text = text;
    this.names = names;
    this.hyperparameters = hyperparameters;
    nodes = new RuleNodes(names, hyperparameters);
    Builder builder = new Builder(nodes);
    int weight = names.parameters().indexOf("w");
    int before = nodes.current(weight);
    for (Assignment each : assignments) {
      nodes.assign(each.name(), builder.node(each.value()));
    }
    update = difference(nodes.current(weight), before);
  }

  /**
   * Reads a rule.
   *
   * @param declared the names of its hyper-parameters; a {@code -} in a name is written {@code _}
   * @throws FormulaException if it cannot be read
   * @throws IllegalArgumentException if a name cannot be used, or a hyper-parameter is not
   */
  public static Rule parse(String text, List<String> declared) {
    List<Token> tokens = Lexer.tokens(text, true);
    Set<String> assigned = new LinkedHashSet<>();
    assigned(tokens).forEach(token -> assigned.add(refused(text, token, declared)));
    if (!assigned.contains("w")) {
      throw FormulaException.ofRule(
          "the rule never assigns w", "; end with a line such as w = w - rate * g", text, 0);
    }
    assigned.remove("g");
    assigned.remove("w");
    Names names = Names.ofRule(declared, List.copyOf(assigned));
    Rule rule =
        new Rule(text, names, declared.size(), new Parser(text, names, tokens).assignments());
    List<String> words = tokens.stream().map(Token::text).toList();
    for (String each : declared) {
      if (!words.contains(Formula.spelling(each))) {
        throw new IllegalArgumentException(
            "the rule does not use \"" + each + "\"" + Spelling.hint(each, Names.usedIn(tokens)));
      }
    }
    rule.plan(true);
    rule.plan(false);
    return rule;
  }

  /**
   * The names in a text that could be hyper-parameters, in the order of their first use: all that
   * are neither given nor assigned nor called.
   *
   * @throws FormulaException if the text cannot be cut into words
   */
  public static List<String> parametersOf(String text) {
    List<Token> tokens = Lexer.tokens(text, true);
    List<String> used = new ArrayList<>(Names.usedIn(tokens));
    used.removeAll(Names.GIVEN);
    used.removeAll(assigned(tokens).stream().map(Token::text).toList());
    return used;
  }

  /** The words that are assigned to, each time they are. */
  private static List<Token> assigned(List<Token> tokens) {
    List<Token> assigned = new ArrayList<>();
    boolean begins = true;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (begins && token.kind() == Token.Kind.NAME && tokens.get(i + 1).is("=")) {
        assigned.add(token);
      }
      begins = token.is(Lexer.LINE_END);
    }
    return assigned;
  }

  /** The name of an assignment, unless it means something else already. */
  private static String refused(String text, Token token, List<String> declared) {
    String name = token.text();
    String what =
        declared.stream().map(Formula::spelling).anyMatch(name::equals)
            ? "a hyper-parameter"
            : name.equals("t")
                ? "the number of the step"
                : name.equals("pi") || name.equals("e")
                    ? "a constant"
                    : Names.isFunction(name) || RuleFunction.named(name).isPresent()
                        ? "a function"
                        : "";
    if (!what.isEmpty()) {
      throw FormulaException.ofRule(
          token + " is " + what + " and cannot be assigned",
          "; take another name",
          text,
          token.position());
    }
    return name;
  }

  /**
   * What is added to the weight, without the roundings of adding it and taking it away again where
   * the rule says {@code w = w - u}.
   */
  private int difference(int after, int before) {
    Graph graph = nodes.graph;
    if (graph.is(after, Operation.SUBTRACT) && startsWith(graph.u(after), before)) {
      return sum(graph.u(after), before, nodes.negate(graph.v(after)));
    }
    if (graph.is(after, Operation.ADD)) {
      int u = graph.u(after);
      int v = graph.v(after);
      if (startsWith(u, before)) {
        return sum(u, before, v);
      }
      if (startsWith(v, before)) {
        return sum(v, before, u);
      }
    }
    return nodes.subtract(after, before);
  }

  private int sum(int rest, int before, int last) {
    return rest == before ? last : nodes.add(difference(rest, before), last);
  }

  private boolean startsWith(int node, int before) {
    Graph graph = nodes.graph;
    return node == before
        || (graph.is(node, Operation.SUBTRACT) || graph.is(node, Operation.ADD))
            && startsWith(graph.u(node), before);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** The assignments in braces on one line, as {@link Formula#label} has it. */
  String label() {
    return Formula.label(
        Stream.of(text.split("[;\\n]"))
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  /** How many operations it takes for each weight, if all are counted. */
  int steps() {
    return nodes.graph.size();
  }

  /** What it keeps from step to step, by name, in the order of first assignment. */
  public List<String> states() {
    List<String> states = new ArrayList<>();
    for (int name : plan(true).states()) {
      states.add(names.parameters().get(name));
    }
    return states;
  }

  /** Whether the state of this name has a number for each weight. */
  boolean isPerWeight(String state) {
    int name = names.parameters().indexOf(state);
    return name >= 0
        && plan(true).states().contains(name)
        && plan(true).shapeOfState(name) == RuleShape.WEIGHT;
  }

  Names names() {
    return names;
  }

  int hyperparameters() {
    return hyperparameters;
  }

  RuleNodes nodes() {
    return nodes;
  }

  /** The node of what is added to the weight. */
  int update() {
    return update;
  }

  /**
   * How it is computed.
   *
   * @param alike whether all lanes have the same hyper-parameters
   */
  RulePlan plan(boolean alike) {
    int index = alike ? 1 : 0;
    RulePlan plan = plans[index];
    if (plan == null) {
      plan = new RulePlan(this, alike);
      plans[index] = plan;
    }
    return plan;
  }

  /** From now on no code is made of it. */
  void interpretAlways() {
    for (RulePlan plan : plans) {
      for (Object move : plan.moves()) {
        if (move instanceof RulePlan.Stage) {
          ((RulePlan.Stage) move).code().interpretAlways();
        }
      }
    }
  }
}
