/**
 * Elementary functions for hot loops. Each is a polynomial in fused multiply-adds after an exact
 * range reduction, so a result has the same bits on every machine and Java version, which {@link
 * java.lang.Math} does not promise. Every function has a scalar form and a block form that gives
 * the same bits; the block form may read and write the same array. Each class names the largest
 * error its functions showed over a million inputs, in units in the last place (ulp); {@code
 * docs/mathematics.md} has them in one table, and {@code MillionInputsTest} measures them.
 */
package io.sluice.math;
