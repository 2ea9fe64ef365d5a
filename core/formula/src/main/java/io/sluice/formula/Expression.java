package io.sluice.formula;

import java.util.List;
import java.util.Objects;

/**
 * A formula as a tree, just as it was written: nothing is rearranged or simplified. {@code pi} and
 * {@code e} are {@link Number}s, {@code pow(a, b)} is {@code a ^ b}, and {@code max} of three is
 * {@code max} of {@code max}; every other call is a {@link Call}.
 */
public sealed interface Expression {

  /**
   * A number, not negative.
   *
   * @param value finite
   */
  record Number(double value) implements Expression {
    public Number {
      if (!(value >= 0 && value <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("a number is finite and not negative, not " + value);
      }
    }
  }

  /** The input, {@code x}. */
  record Variable() implements Expression {}

  /**
   * A hyper-parameter.
   *
   * @param index its place among {@link Formula#parameters()}
   * @param name as the formula writes it, {@code negative_slope}
   */
  record Parameter(int index, String name) implements Expression {
    public Parameter {
      Objects.requireNonNull(name, "name");
    }
  }

  /** {@code -operand}. */
  record Negation(Expression operand) implements Expression {
    public Negation {
      Objects.requireNonNull(operand, "operand");
    }
  }

  /** {@code left operator right}. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {
    public Binary {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  /**
   * {@code function(arguments)}.
   *
   * @param arguments as many as the function takes
   */
  record Call(FormulaFunction function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.arity()) {
        throw new IllegalArgumentException(
            function + " takes " + function.arity() + " arguments, not " + arguments.size());
      }
    }

    /** The first argument, for most functions the only one. */
    public Expression argument() {
      return arguments.get(0);
    }
  }

  /**
   * A number that all weights of a group, or of the network, are reduced to; only rules have some.
   *
   * @param arguments of a product of two there are two
   * @param position the index of its first character, for complaints
   */
  record Reduction(RuleFunction function, List<Expression> arguments, int position)
      implements Expression {
    public Reduction {
      Objects.requireNonNull(function, "function");
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code then if condition else otherwise}; NaN where a side of the condition is NaN. */
  record Choice(Condition condition, Expression then, Expression otherwise) implements Expression {
    public Choice {
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(then, "then");
      Objects.requireNonNull(otherwise, "otherwise");
    }
  }

  /** {@code left comparison right}. */
  record Condition(Expression left, Comparison comparison, Expression right) {
    public Condition {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(right, "right");
    }
  }

  /** What stands between two operands. */
  enum Operator {
    /** {@code +}. */
    PLUS("+"),
    /** {@code -}. */
    MINUS("-"),
    /** {@code *}. */
    TIMES("*"),
    /** {@code /}. */
    DIVIDE("/"),
    /** {@code ^}. */
    POWER("^");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** How two numbers are compared. */
  enum Comparison {
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    AT_MOST("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    AT_LEAST(">="),
    /** {@code ==}. */
    EQUAL("==");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }
}
