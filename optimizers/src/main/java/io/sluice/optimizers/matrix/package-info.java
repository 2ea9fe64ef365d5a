/**
 * Optimizers that know which weights are a matrix: {@link io.sluice.optimizers.matrix.Muon} turns
 * the momentum of each into an orthogonal one, {@link io.sluice.optimizers.matrix.Adafactor} keeps
 * its squares as a row and a column.
 */
package io.sluice.optimizers.matrix;
