/**
 * The built-in optimizers, an ordinary plugin. Gradient optimizers keep their state in blocks of
 * the engine's memory; the population optimizers share {@code PopulationAdamState}.
 */
package io.sluice.optimizers;
