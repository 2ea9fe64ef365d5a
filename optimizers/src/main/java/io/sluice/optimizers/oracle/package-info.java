/**
 * Optimizers that decide themselves where they look. {@link
 * io.sluice.optimizers.oracle.LineDescent} goes along a line with a {@link
 * io.sluice.optimizers.oracle.LineSearch}, in the direction that a {@link
 * io.sluice.optimizers.oracle.Direction} chooses; {@link io.sluice.optimizers.oracle.ResidualState}
 * solves for the step from residuals; {@link io.sluice.optimizers.oracle.AtWeights} asks at the
 * weights alone and moves on.
 */
package io.sluice.optimizers.oracle;
