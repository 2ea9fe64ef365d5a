/**
 * Activations written as formulas: {@code x * tanh(log(1 + exp(a * x)))}. {@link
 * io.sluice.formula.Formula} reads the text, which may come from anywhere, and gives it as a tree
 * of {@link io.sluice.formula.Expression}s, or says with a {@link
 * io.sluice.formula.FormulaException} at which character it cannot be read. {@link
 * io.sluice.formula.FormulaActivation} computes it: the tree becomes a {@code Graph} without equal
 * parts, {@code Rewriter} makes it accurate and {@code Derivative} adds the slopes; {@code
 * Compiler} makes {@code Program}s of it, which {@code Loops} run over rows of numbers, or a {@link
 * io.sluice.formula.ProgramCompiler} makes code of. {@link io.sluice.formula.EditDistance} stands
 * here because this is the innermost room that gives hints. The language is described in {@code
 * docs/formulas.md}.
 */
package io.sluice.formula;
