/**
 * The built-in activation functions, an ordinary plugin. Most are lines of {@code
 * META-INF/sluice/formulas.yaml}, as in any pack: there is no more to them than their formula. A
 * class each is what a formula does not tell: a form that keeps its digits where the formula loses
 * them, a faster one, a draw of random numbers, a range that no formula of the hyper-parameters
 * gives. Slopes come from x and keep their relative accuracy where the function saturates. Where a
 * slope needs the same exponential as the value, both are written in terms of it, so that the block
 * forms compute it once and still give the bits of the scalar forms; {@code OnePass} and {@code
 * TrainedPass} do that for most. The slope at a kink is the one from the left.
 */
package io.sluice.activations;
