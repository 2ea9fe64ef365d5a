/**
 * The twin of {@link io.sluice.math.LaneKernels#scalar} in vector instructions: the same operations
 * in the same order, so the same bits. {@link io.sluice.math.vector.VectorKernels} is the door, the
 * other classes hold the kernels. A kernel does whole chunks and stops at one with a rare lane,
 * such as an infinity, which the scalar truth does then. It holds one transcendental at most:
 * beyond about two the compiler stops inlining and makes an object of every intermediate result.
 */
package io.sluice.math.vector;
