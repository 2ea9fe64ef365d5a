/**
 * Proofs by interval arithmetic. {@link io.sluice.passport.proof.Bounds} are intervals whose
 * operations round outwards; a {@code Jet} encloses a value with its first two slopes; {@code Jets}
 * evaluates a formula in them; {@link io.sluice.passport.proof.Prover} halves boxes until the
 * extremes of a formula and of its slope are enclosed narrowly, or its patience ends.
 */
package io.sluice.passport.proof;
