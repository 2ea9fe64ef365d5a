package io.sluice.sdk;

import io.sluice.spi.GradientOptimizer;
import org.pf4j.ExtensionPoint;

/**
 * An optimizer that uses slopes that a plugin ships; annotate the class with {@code @Extension}.
 */
public interface GradientOptimizerExtension extends GradientOptimizer, ExtensionPoint {}
