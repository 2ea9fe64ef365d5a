/**
 * The ports of Sluice: everything a plugin may implement, and the values that pass through them.
 *
 * <p>Three kinds of {@link io.sluice.spi.Component} can be added. An {@link
 * io.sluice.spi.Activation} gives a value and a slope; some have parameters that can be trained, or
 * draw random numbers in training. An {@link io.sluice.spi.Optimizer} is either a {@link
 * io.sluice.spi.GradientOptimizer}, which turns gradients into updates, or a {@link
 * io.sluice.spi.PopulationOptimizer}, which proposes candidates and is told their losses, or an
 * {@link io.sluice.spi.OracleOptimizer}, which decides itself where it looks; an {@link
 * io.sluice.spi.OptimizerWrapper} is put around the first kind. A {@link
 * io.sluice.spi.ResultStoreProvider} opens a {@link io.sluice.spi.ResultStore}, which takes the
 * {@link io.sluice.spi.TrialEvent}s of a study and gives them back as rows.
 *
 * <p>A component is an immutable prototype: its public no-argument constructor has the presets, and
 * {@code with} makes a configured copy. State is handed out by {@code start} and never lives in the
 * component. Numbers move in blocks laid out {@code [parameter][lane]}, see {@link
 * io.sluice.spi.BlockLayout}.
 */
package io.sluice.spi;
