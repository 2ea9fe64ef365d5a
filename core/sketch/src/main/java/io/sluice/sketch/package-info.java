/**
 * What many trials came to, in little room. A {@link io.sluice.sketch.CellSketch} counts the trials
 * of one cell and has a {@link io.sluice.sketch.NumberSketch} of each number: count, exact sum,
 * exact sum of squares ({@link io.sluice.sketch.ExactSum}), least, greatest and {@link
 * io.sluice.sketch.Quantiles}. All of them are merged without loss, so neither the order of the
 * trials nor the way in which they were parted changes a digit of what is written.
 */
package io.sluice.sketch;
