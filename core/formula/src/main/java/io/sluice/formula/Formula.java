package io.sluice.formula;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A formula for an activation, such as {@code x * tanh(log(1 + exp(a * x)))}. The language is
 * described in {@code docs/formulas.md}.
 *
 * @param text as it was written
 * @param parameters the names of the hyper-parameters it may use, as declared, such as {@code
 *     negative-slope}
 * @param expression what the text says
 */
public record Formula(String text, List<String> parameters, Expression expression) {

  /** No formula may have more characters. */
  public static final int LONGEST_TEXT = 4000;

  /** No formula may have more numbers, names, operators and calls. */
  public static final int MOST_NODES = 600;

  /** No formula may nest its parts deeper. */
  public static final int DEEPEST = 64;

  /** No formula may have more hyper-parameters. */
  public static final int MOST_PARAMETERS = 16;

  /** The longest formula that is its own label. */
  private static final int LONGEST_LABEL = 72;

  public Formula {
    Objects.requireNonNull(text, "text");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(expression, "expression");
  }

  /**
   * Reads a formula. Nothing of it is run, and what is too long or too deep is refused, so the text
   * may come from anywhere.
   *
   * @param text in the language of formulas
   * @param parameters the names of the hyper-parameters it may use; a {@code -} in a name is
   *     written {@code _} in the formula
   * @throws FormulaException if it cannot be read
   * @throws IllegalArgumentException if a name cannot be used in a formula
   */
  public static Formula parse(String text, List<String> parameters) {
    return new Formula(text, parameters, new Parser(text, Names.of(parameters)).parse());
  }

  /**
   * The names in a text that could be hyper-parameters, as the formula writes them and in the order
   * of their first use: all but x, pi, e and what is called.
   *
   * @throws FormulaException if the text cannot be cut into words
   */
  public static List<String> parametersOf(String text) {
    return Names.usedIn(Lexer.tokens(text));
  }

  /** Whether the input stands anywhere in it. */
  public boolean usesVariable() {
    return uses(expression, Expression.Variable.class::isInstance);
  }

  /** Whether a hyper-parameter stands anywhere in it. */
  boolean uses(String parameter) {
    int index = parameters.indexOf(parameter);
    return uses(
        expression,
        leaf ->
            leaf instanceof Expression.Parameter && ((Expression.Parameter) leaf).index() == index);
  }

  private static boolean uses(Expression part, Predicate<Expression> wanted) {
    if (part instanceof Expression.Negation) {
      return uses(((Expression.Negation) part).operand(), wanted);
    }
    if (part instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) part;
      return uses(binary.left(), wanted) || uses(binary.right(), wanted);
    }
    if (part instanceof Expression.Call) {
      return ((Expression.Call) part).arguments().stream().anyMatch(each -> uses(each, wanted));
    }
    if (part instanceof Expression.Choice) {
      Expression.Choice choice = (Expression.Choice) part;
      Expression.Condition condition = choice.condition();
      return uses(condition.left(), wanted)
          || uses(condition.right(), wanted)
          || uses(choice.then(), wanted)
          || uses(choice.otherwise(), wanted);
    }
    return wanted.test(part);
  }

  /** The formula in braces on one line. */
  String label() {
    return label(text);
  }

  /**
   * A text in braces on one line; of a long one the beginning, and a number that tells it from
   * others.
   */
  static String label(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() > LONGEST_LABEL) {
      String mark = Integer.toHexString(line.hashCode());
      line = line.substring(0, LONGEST_LABEL - 12) + "... #" + mark;
    }
    return "{" + line + "}";
  }

  /** How the formula writes the name of a hyper-parameter: {@code negative_slope}. */
  public static String spelling(String parameter) {
    return parameter.replace('-', '_');
  }
}
