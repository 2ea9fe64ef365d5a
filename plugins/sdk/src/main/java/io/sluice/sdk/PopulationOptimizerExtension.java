package io.sluice.sdk;

import io.sluice.spi.PopulationOptimizer;
import org.pf4j.ExtensionPoint;

/**
 * An optimizer that sees losses only that a plugin ships; annotate the class with
 * {@code @Extension}.
 */
public interface PopulationOptimizerExtension extends PopulationOptimizer, ExtensionPoint {}
