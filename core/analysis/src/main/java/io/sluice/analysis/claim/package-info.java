/**
 * Claims and what rows say of them. A {@link io.sluice.analysis.claim.Claim} is a statement with
 * the {@link io.sluice.analysis.claim.Rule} that decides it and with {@link
 * io.sluice.analysis.claim.Control}s that show whether the experiment can be trusted. A rule is a
 * value; it makes a {@link io.sluice.analysis.claim.Finding} of the rows of the claim's studies,
 * its {@link io.sluice.analysis.claim.Evidence}. {@link io.sluice.analysis.claim.Judgement} is the
 * whole: the verdict, and why.
 */
package io.sluice.analysis.claim;
