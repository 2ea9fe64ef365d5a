/**
 * What an activation does to normally distributed sums: its {@link
 * io.sluice.moments.NormalMoments}, where a deep network of it is at the {@link
 * io.sluice.moments.EdgeOfChaos}, and the gain of a {@link io.sluice.moments.GradientWalk} without
 * drift. All come from {@link io.sluice.moments.NormalExpectation}, integrals with the same bits
 * everywhere. Pure functions of an activation; they know no network and no study.
 */
package io.sluice.moments;
