/**
 * Optimizers whose members learn from one another by their losses alone: differential evolution,
 * swarms, genetic algorithms, annealing, and the herds named after animals and music. Each is a
 * record of hyper-parameters and a state that extends {@code Population}, which has the members,
 * their losses and the best place so far, and which alone meets the bounds: what leaves them is the
 * weight policy's business, never clipped in private.
 */
package io.sluice.optimizers.population;
