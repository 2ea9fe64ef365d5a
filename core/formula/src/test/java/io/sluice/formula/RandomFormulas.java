package io.sluice.formula;

import java.util.Random;

/** Writes formulas of x, a and b by chance, the same ones for the same seed. */
final class RandomFormulas {

  private static final String[] FUNCTIONS = {
    "abs",
    "sign",
    "cbrt",
    "square",
    "exp",
    "expm1",
    "sin",
    "cos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "erf",
    "erfc",
    "normcdf",
    "sigmoid",
    "softplus",
    "relu",
    "step",
    "sinc"
  };

  private final Random random;

  RandomFormulas(long seed) {
    this.random = new Random(seed);
  }

  String next(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf();
    }
    switch (random.nextInt(12)) {
      case 0, 1:
        return "(" + next(depth - 1) + " + " + next(depth - 1) + ")";
      case 2:
        return "(" + next(depth - 1) + " - " + next(depth - 1) + ")";
      case 3, 4:
        return next(depth - 1) + " * " + next(depth - 1);
      case 5:
        return next(depth - 1) + " / (1.5 + square(" + next(depth - 1) + "))";
      case 6:
        return "log(1 + exp(" + next(depth - 1) + "))";
      case 7:
        return "-(" + next(depth - 1) + ")^" + (2 + random.nextInt(3));
      case 8:
        return "("
            + next(depth - 1)
            + (random.nextBoolean() ? " if x < " : " if a >= ")
            + next(1)
            + " else "
            + next(depth - 1)
            + ")";
      case 9:
        return (random.nextBoolean() ? "max(" : "min(") + next(depth - 1) + ", " + next(1) + ")";
      default:
        return FUNCTIONS[random.nextInt(FUNCTIONS.length)] + "(" + next(depth - 1) + ")";
    }
  }

  private String leaf() {
    switch (random.nextInt(6)) {
      case 0:
        return "a";
      case 1:
        return "b";
      case 2:
        return Integer.toString(1 + random.nextInt(3));
      default:
        return "x";
    }
  }
}
