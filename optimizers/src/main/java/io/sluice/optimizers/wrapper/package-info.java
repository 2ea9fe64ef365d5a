/**
 * What is put around any optimizer that sees slopes, and changes gradients before it or updates
 * behind it. Wrappers that look elsewhere are among the {@link io.sluice.optimizers.oracle
 * oracles}.
 */
package io.sluice.optimizers.wrapper;
