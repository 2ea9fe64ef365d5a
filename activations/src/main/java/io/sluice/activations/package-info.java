/**
 * The built-in activation functions, an ordinary plugin: one class each. Slopes come from x and
 * keep their relative accuracy where the function saturates. Where a slope needs the same
 * exponential as the value, both are written in terms of it, so that the block forms compute it
 * once and still give the bits of the scalar forms; {@code OnePass} and {@code TrainedPass} do that
 * for most. The slope at a kink is the one from the left.
 */
package io.sluice.activations;
