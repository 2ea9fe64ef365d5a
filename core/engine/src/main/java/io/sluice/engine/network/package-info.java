/**
 * What a network is made of, with everything resolved: a {@link
 * io.sluice.engine.network.NetworkShape} of layers, whose weights fall into {@link
 * io.sluice.engine.network.WeightGroup}s. The planner makes it, initialisations read it, and the
 * run of a block turns it into operations.
 */
package io.sluice.engine.network;
