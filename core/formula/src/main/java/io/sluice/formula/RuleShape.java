package io.sluice.formula;

/** How many numbers a value of a rule has in a block; each shape holds those before it. */
enum RuleShape {
  /** One for the whole block. */
  ONE,
  /** One for each lane. */
  LANE,
  /** One for each group of weights, of each lane. */
  GROUP,
  /** One for each weight of each lane. */
  WEIGHT;

  RuleShape or(RuleShape other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
