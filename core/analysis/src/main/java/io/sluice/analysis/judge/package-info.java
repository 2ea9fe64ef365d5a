/**
 * Judgements of differences, each with what it may be wrong by: {@link
 * io.sluice.analysis.judge.Comparison} of two groups of trials, the {@link
 * io.sluice.analysis.judge.Leaders} of a ranking and how sure their place is, {@link
 * io.sluice.analysis.judge.AverageRanks} over blocks, and {@link
 * io.sluice.analysis.judge.RankFlips} of the order over the budget. The repeats of a study are the
 * replicates everywhere: trials of one repeat started alike and are never taken for independent.
 */
package io.sluice.analysis.judge;
