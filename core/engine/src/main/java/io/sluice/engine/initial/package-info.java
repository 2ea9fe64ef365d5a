/**
 * Where the weights of a network start. An {@link io.sluice.engine.initial.Initialisation} is one
 * variant of the initial weights of a study; for a network it gives {@link
 * io.sluice.engine.initial.LayerScales}, numbers that may depend on the activations, or says why
 * there are none. {@link io.sluice.engine.initial.StartWeights} draws with them, the same random
 * numbers whatever the scales. Starts that need no network, uniform on one range and explicit, are
 * the planner's own.
 */
package io.sluice.engine.initial;
