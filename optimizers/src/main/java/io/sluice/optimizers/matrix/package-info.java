/**
 * Optimizers that know which weights are a matrix: {@link io.sluice.optimizers.matrix.Muon} turns
 * the momentum of each into an orthogonal one, {@link io.sluice.optimizers.matrix.Adafactor} keeps
 * its squares as a row and a column, {@link io.sluice.optimizers.matrix.Shampoo} and {@link
 * io.sluice.optimizers.matrix.Soap} have a matrix for each of its sides, {@link
 * io.sluice.optimizers.matrix.Nero} moves its rows, {@link io.sluice.optimizers.matrix.AdaShift}
 * has one square for all of it.
 */
package io.sluice.optimizers.matrix;
