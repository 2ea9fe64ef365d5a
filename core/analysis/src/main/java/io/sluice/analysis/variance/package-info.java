/**
 * Where variance comes from. A {@link io.sluice.analysis.variance.Design} finds the factors that
 * vary over some cells and the terms to be analysed; {@link io.sluice.analysis.variance.Effects}
 * splits numbers of the cells into the parts of these terms; a {@link
 * io.sluice.analysis.variance.Decomposition} makes shares, intervals and tests of the parts of many
 * repeats.
 */
package io.sluice.analysis.variance;
