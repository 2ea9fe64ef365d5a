/**
 * Probes: metrics that look at a trained network from outside, each by itself. {@link
 * io.sluice.engine.probe.Probes} has a row for each: the metric, where it is defined and its value,
 * computed from a {@link io.sluice.engine.probe.Probed} network over its {@link
 * io.sluice.engine.probe.Ground}. They train nothing, draw nothing and use no functions but
 * arithmetic and roots, so they have the same bits everywhere.
 */
package io.sluice.engine.probe;
