/**
 * Formulas evaluated in decimal numbers of as many digits as it takes: {@code Digits} has the
 * elementary functions, {@link io.sluice.passport.exact.ExactFormula} evaluates a formula twice,
 * with more digits the second time, until both agree far beyond the last place of a double.
 */
package io.sluice.passport.exact;
