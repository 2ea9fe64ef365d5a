/**
 * The built-in activations over all units of a layer. Those of the family of gated linear units are
 * an activation of {@code io.sluice.activations} and a product, see {@code Gated}; the others are a
 * class each. All have block forms that allocate nothing and give the bits of the forms for one
 * example, which call them.
 */
package io.sluice.activations.layer;
