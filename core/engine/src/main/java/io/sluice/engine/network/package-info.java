/**
 * What a network is made of, with everything resolved, and what it computes. A {@link
 * io.sluice.engine.network.NetworkShape} has layers with {@link
 * io.sluice.engine.network.LayerPart}s, and weights in {@link
 * io.sluice.engine.network.WeightGroup}s; the planner makes it and initialisations read it. A
 * {@link io.sluice.engine.network.Network} turns it into operations over tiles of examples, for a
 * block of lanes.
 */
package io.sluice.engine.network;
