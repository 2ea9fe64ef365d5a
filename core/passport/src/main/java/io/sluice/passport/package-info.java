/**
 * What can be known of an activation, and how. {@link io.sluice.passport.Passport#of} looks at a
 * function on a {@code Grid} of the whole line, as {@code Curve}s of its values and slopes; {@code
 * Tail}s say what happens far out; finders look for kinks, zeros and the shape. What the activation
 * declares otherwise becomes a {@link io.sluice.passport.Finding}. Every property carries the
 * {@link io.sluice.passport.Evidence} for it. The page {@code docs/passports.md} defines them all.
 */
package io.sluice.passport;
