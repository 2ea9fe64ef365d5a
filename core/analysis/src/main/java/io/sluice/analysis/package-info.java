/**
 * What can be said about a study, computed from its finished trials and from nothing else.
 *
 * <p>A {@link io.sluice.analysis.RowCollector} gathers them, from a store or while they run, into
 * {@link io.sluice.analysis.StudyRows}: primitive arrays, one {@link
 * io.sluice.analysis.CellSamples} per cell. Everything after that is a pure function of these: a
 * {@link io.sluice.analysis.Ranking} per problem, what is {@link io.sluice.analysis.Explained} by
 * what was varied, the {@link io.sluice.analysis.FactorEffect} of each factor, the {@link
 * io.sluice.analysis.PairedComparison} of weight policies. {@link io.sluice.analysis.StudyReport}
 * bundles them with the {@link io.sluice.analysis.Answer} in words. Numbers that carry uncertainty
 * are an {@link io.sluice.analysis.Estimate} or a {@link io.sluice.analysis.Share}.
 */
package io.sluice.analysis;
