/**
 * What an activation does to normally distributed sums: its {@link
 * io.sluice.engine.activation.NormalMoments}, where a deep network of it is at the {@link
 * io.sluice.engine.activation.EdgeOfChaos}, and the gain of a {@link
 * io.sluice.engine.activation.GradientWalk} without drift. All come from {@link
 * io.sluice.engine.activation.NormalExpectation}, integrals with the same bits everywhere. Pure
 * functions of an activation; they know no network and no study.
 */
package io.sluice.engine.activation;
