/**
 * How the outputs of a network are compared with data. Each {@link io.sluice.engine.loss.Loss} is
 * one small value with two block methods, one for the losses of an example and one for their slopes
 * by the outputs; {@link io.sluice.engine.loss.Accuracy} says which outputs are right.
 */
package io.sluice.engine.loss;
