/**
 * Activations written as formulas: {@code x * tanh(log(1 + exp(a * x)))}. {@link
 * io.sluice.formula.Formula} reads the text, which may come from anywhere, and gives it as a tree
 * of {@link io.sluice.formula.Expression}s, or says with a {@link
 * io.sluice.formula.FormulaException} at which character it cannot be read. The language is
 * described in {@code docs/formulas.md}.
 */
package io.sluice.formula;
