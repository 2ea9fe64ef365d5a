package io.sluice.formula;

import io.sluice.formula.Expression.Reduction;

/** Makes the nodes of a graph. What of them is simplified on the way is up to the maker. */
interface Nodes {

  int constant(double number);

  boolean isConstant(int node);

  boolean isConstant(int node, double number);

  /** The node of {@code x}. */
  int variable();

  /** The node of what stands at this place among the names. */
  int parameter(int index);

  int negate(int u);

  int add(int u, int v);

  int subtract(int u, int v);

  int multiply(int u, int v);

  int divide(int u, int v);

  int power(int u, int v);

  /** The node of a function of one operand. */
  int apply(Operation operation, int u);

  /** The smaller or the larger. */
  int extreme(Operation operation, int u, int v);

  /** 1 where u is less, at most or equal to v, as the operation says, else 0. */
  int comparison(Operation operation, int u, int v);

  /** The one or the other. */
  int select(int mask, int then, int otherwise);

  /**
   * The node of a number that many weights are reduced to.
   *
   * @param u the node of what is reduced
   */
  int reduction(Reduction reduction, int u);
}
