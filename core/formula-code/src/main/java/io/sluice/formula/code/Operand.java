package io.sluice.formula.code;

/**
 * What an element is made of: a register, which is not negative, or a number. Numbers have places
 * in a list that code is given, so that formulas that differ in nothing else share their code.
 */
final class Operand {

  /** The number zero, which is worth knowing: nothing needs to be subtracted in a comparison. */
  static final int ZERO = Integer.MIN_VALUE;

  private Operand() {}

  static int number(int index) {
    return -1 - index;
  }

  static boolean isRegister(int operand) {
    return operand >= 0;
  }

  static boolean isZero(int operand) {
    return operand == ZERO;
  }

  /** The place of the number in the list. */
  static int index(int operand) {
    return -1 - operand;
  }
}
