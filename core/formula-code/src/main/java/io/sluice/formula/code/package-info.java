/**
 * Formulas as code, with the bits of the interpreter in {@code io.sluice.formula}. {@code Lowering}
 * tells plain arithmetic from functions with loops of their own, {@code Planner} puts the first
 * into few loops and gives arrays to what must be kept, {@code ClassMaker} writes a class, which
 * {@link io.sluice.formula.code.CodeCompiler} loads. {@code Spans} knows which results need not be
 * looked at. Nothing of a formula's text gets here but its operations, and {@code Arithmetic}
 * writes no others.
 */
package io.sluice.formula.code;
