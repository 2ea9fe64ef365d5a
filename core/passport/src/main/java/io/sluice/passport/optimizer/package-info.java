/**
 * What can be known of an optimizer, and how. {@link
 * io.sluice.passport.optimizer.OptimizerPassport#of} runs it in {@code Walk}s on {@code
 * Landscape}s, once as they are and once changed, undisturbed and disturbed, far from bounds and at
 * them; each part adds {@link io.sluice.passport.optimizer.Entry entries}. What the optimizer, or
 * theory, declares otherwise becomes a {@link io.sluice.passport.Finding}. The page {@code
 * docs/passports.md} defines them all.
 */
package io.sluice.passport.optimizer;
