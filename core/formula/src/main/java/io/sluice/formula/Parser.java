package io.sluice.formula;

import io.sluice.formula.Expression.Binary;
import io.sluice.formula.Expression.Call;
import io.sluice.formula.Expression.Choice;
import io.sluice.formula.Expression.Comparison;
import io.sluice.formula.Expression.Condition;
import io.sluice.formula.Expression.Negation;
import io.sluice.formula.Expression.Number;
import io.sluice.formula.Expression.Operator;
import io.sluice.formula.Expression.Parameter;
import io.sluice.formula.Expression.Reduction;
import io.sluice.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a formula by recursive descent, one method for each line of the grammar:
 *
 * <pre>
 * choice    = sum [ "if" condition "else" choice ]
 * condition = sum ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" ) sum
 * sum       = product { ( "+" | "-" ) product }
 * product   = signed { ( "*" | "/" ) signed }
 * signed    = { "-" | "+" } power
 * power     = atom [ ( "^" | "**" ) signed ]
 * atom      = number | name | name "(" choice { "," choice } ")" | "(" choice ")"
 * </pre>
 */
final class Parser {

  private final String text;
  private final Names names;
  private final List<Token> tokens;
  private int at;
  private int nodes;
  private int depth;

  Parser(String text, Names names) {
    this(text, names, Lexer.tokens(text));
  }

  Parser(String text, Names names, List<Token> tokens) {
    this.text = text;
    this.names = names;
    this.tokens = tokens;
  }

  /**
   * One line of a rule.
   *
   * @param name the place of what is assigned among the names
   * @param value what it becomes
   */
  record Assignment(int name, Expression value) {}

  /** The assignments of a rule: {@code { [ name "=" choice ] line-end }}. */
  List<Assignment> assignments() {
    List<Assignment> all = new ArrayList<>();
    while (peek().kind() != Token.Kind.END) {
      if (accept(Lexer.LINE_END)) {
        continue;
      }
      Token name = take();
      expect("=", "after " + name);
      all.add(new Assignment(names.parameters().indexOf(name.text()), choice()));
      Token rest = peek();
      if (rest.kind() != Token.Kind.END && !rest.is(Lexer.LINE_END)) {
        throw unexpected(rest);
      }
    }
    return all;
  }

  Expression parse() {
    if (peek().kind() == Token.Kind.END) {
      throw error("the formula is empty", peek());
    }
    Expression expression = choice();
    Token rest = peek();
    if (rest.kind() != Token.Kind.END) {
      throw unexpected(rest);
    }
    return expression;
  }

  private FormulaException unexpected(Token token) {
    if (token.is(")")) {
      return error("\")\" closes nothing", token);
    }
    if (token.kind() == Token.Kind.NUMBER
        || token.is("(")
        || token.kind() == Token.Kind.NAME && !token.is("else")) {
      return error("an operator is missing before " + token, "; write * between factors", token);
    }
    if (comparison(token).isPresent()) {
      return error(
          token + " cannot stand",
          "; one comparison stands between \"if\" and \"else\", without parentheses",
          token);
    }
    return error(token + " cannot stand here", token);
  }

  private Expression choice() {
    enter();
    Expression first = sum();
    Token word = peek();
    if (accept("if")) {
      Condition condition = condition();
      expect("else", "after the condition");
      first = node(new Choice(condition, first, choice()), word);
    }
    depth--;
    return first;
  }

  private Condition condition() {
    Expression left = sum();
    Token symbol = peek();
    Comparison comparison =
        comparison(symbol)
            .orElseThrow(
                () ->
                    error(
                        "a condition needs a comparison before " + symbol,
                        ": one of < <= > >= ==",
                        symbol));
    at++;
    return new Condition(left, comparison, sum());
  }

  private static Optional<Comparison> comparison(Token token) {
    for (Comparison each : Comparison.values()) {
      if (token.is(each.symbol())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Expression sum() {
    Expression left = product();
    while (peek().is("+") || peek().is("-")) {
      Token symbol = take();
      left = binary(symbol.is("+") ? Operator.PLUS : Operator.MINUS, left, product(), symbol);
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (peek().is("*") || peek().is("/")) {
      Token symbol = take();
      Expression right = signed();
      if (symbol.is("/") && names.ofRule() && isZero(right)) {
        throw error("division by zero", symbol);
      }
      left = binary(symbol.is("*") ? Operator.TIMES : Operator.DIVIDE, left, right, symbol);
    }
    return left;
  }

  /** Whether it is zero whatever the names stand for. */
  private boolean isZero(Expression expression) {
    RuleNodes nodes = new RuleNodes(names, 0);
    return nodes.isConstant(new Builder(nodes).node(expression), 0);
  }

  private Expression signed() {
    Token sign = peek();
    if (accept("-")) {
      enter();
      Expression operand = signed();
      depth--;
      return node(new Negation(operand), sign);
    }
    if (accept("+")) {
      enter();
      Expression operand = signed();
      depth--;
      return operand;
    }
    return power();
  }

  private Expression power() {
    Expression base = atom();
    Token symbol = peek();
    if (accept("^") || accept("**")) {
      enter();
      Expression exponent = signed();
      depth--;
      return binary(Operator.POWER, base, exponent, symbol);
    }
    return base;
  }

  private Expression atom() {
    Token token = take();
    if (token.kind() == Token.Kind.NUMBER) {
      return number(token);
    }
    if (token.kind() == Token.Kind.NAME && !token.is("if") && !token.is("else")) {
      return peek().is("(") ? call(token) : value(token);
    }
    if (token.is("(")) {
      Expression inner = choice();
      closing(token);
      return inner;
    }
    throw error("a number, a name or \"(\" is missing before " + token, token);
  }

  private Expression number(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value)) {
      throw error("the number " + token.text() + " is too large", token);
    }
    return node(new Number(value), token);
  }

  private Expression value(Token token) {
    switch (token.text()) {
      case "x":
        if (!names.ofRule()) {
          return node(new Variable(), token);
        }
        break;
      case "pi":
        return node(new Number(Math.PI), token);
      case "e":
        return node(new Number(Math.E), token);
      default:
        break;
    }
    int index = names.parameters().indexOf(token.text());
    if (index < 0) {
      throw unknown(token);
    }
    return node(new Parameter(index, token.text()), token);
  }

  private FormulaException unknown(Token token) {
    if (names.canCall(token.text())) {
      return error(
          "the function " + token + " has no argument", "; write " + token.text() + "(...)", token);
    }
    return error(
        "unknown name " + token,
        Spelling.hint(token.text(), names.values()) + "; there are " + names.known(),
        token);
  }

  private Expression call(Token name) {
    if (!names.canCall(name.text())) {
      String hint = Spelling.hint(name.text(), names.functions());
      String advice = names.values().contains(name.text()) ? "; write * between factors" : hint;
      throw error("unknown function " + name, advice, name);
    }
    Token opening = take();
    List<Expression> arguments = new ArrayList<>();
    if (!peek().is(")")) {
      do {
        arguments.add(choice());
      } while (accept(","));
    }
    closing(opening);
    return called(name, arguments);
  }

  private Expression called(Token name, List<Expression> arguments) {
    if (name.is("pow")) {
      count(name, arguments, 2);
      return binary(Operator.POWER, arguments.get(0), arguments.get(1), name);
    }
    Optional<RuleFunction> reducing =
        names.ofRule() ? RuleFunction.named(name.text()) : Optional.empty();
    if (reducing.isPresent()) {
      count(name, arguments, reducing.get().arity());
      return node(new Reduction(reducing.get(), arguments, name.position()), name);
    }
    FormulaFunction function = FormulaFunction.named(name.text()).orElseThrow();
    boolean many = function == FormulaFunction.MIN || function == FormulaFunction.MAX;
    if (!many || arguments.size() < 2) {
      count(name, arguments, function.arity());
      return node(new Call(function, arguments), name);
    }
    Expression all = arguments.get(0);
    for (Expression next : arguments.subList(1, arguments.size())) {
      all = node(new Call(function, List.of(all, next)), name);
    }
    return all;
  }

  private void count(Token name, List<Expression> arguments, int expected) {
    if (arguments.size() != expected) {
      throw error(
          name.text()
              + " takes "
              + (expected == 1 ? "one argument" : expected + " arguments")
              + ", not "
              + arguments.size(),
          name);
    }
  }

  private void closing(Token opening) {
    Token token = peek();
    if (accept(")")) {
      return;
    }
    if (token.kind() == Token.Kind.END) {
      throw error("\"(\" is never closed", opening);
    }
    throw token.is(",") ? error("\",\" cannot stand here", token) : unexpected(token);
  }

  private void expect(String word, String where) {
    Token token = peek();
    if (!accept(word)) {
      throw error("\"" + word + "\" is missing " + where + " before " + token, token);
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  /** The next word; the end stays where it is. */
  private Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  private boolean accept(String symbolOrWord) {
    boolean found = peek().is(symbolOrWord);
    at += found ? 1 : 0;
    return found;
  }

  private void enter() {
    depth++;
    if (depth > Formula.DEEPEST) {
      throw error(thing() + " nests at most " + Formula.DEEPEST + " deep: too deep", peek());
    }
  }

  private Expression binary(Operator operator, Expression left, Expression right, Token token) {
    return node(new Binary(operator, left, right), token);
  }

  private Expression node(Expression expression, Token token) {
    nodes++;
    if (nodes > Formula.MOST_NODES) {
      throw error(
          thing()
              + " has at most "
              + Formula.MOST_NODES
              + " numbers, names, operators and calls: too many",
          token);
    }
    return expression;
  }

  private String thing() {
    return names.ofRule() ? "a rule" : "a formula";
  }

  private FormulaException error(String what, Token token) {
    return error(what, "", token);
  }

  private FormulaException error(String what, String advice, Token token) {
    return names.ofRule()
        ? FormulaException.ofRule(what, advice, text, token.position())
        : new FormulaException(what, advice, text, token.position());
  }
}
