/**
 * What the contracts and the passports say of components: {@link
 * io.sluice.report.check.CheckedPlugin} tries all that a plugin brings, {@link
 * io.sluice.report.check.CheckDocument} says what came out.
 */
package io.sluice.report.check;
