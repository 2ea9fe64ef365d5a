/**
 * Statistics of plain numbers: {@link io.sluice.analysis.statistics.Ranks} and the tests that rest
 * on them, {@link io.sluice.analysis.statistics.EffectSize}, corrections of families of p-values in
 * {@link io.sluice.analysis.statistics.Family}, costs that may be censored in {@link
 * io.sluice.analysis.statistics.Survival} and {@link io.sluice.analysis.statistics.RunTimes},
 * aggregates and their {@link io.sluice.analysis.statistics.Bootstrap}. They know nothing of
 * studies. Each says its formula, what it supposes, and where it comes from.
 */
package io.sluice.analysis.statistics;
