package io.sluice.sdk;

import io.sluice.spi.OracleOptimizer;
import org.pf4j.ExtensionPoint;

/**
 * An optimizer that decides itself where it looks that a plugin ships; annotate the class with
 * {@code @Extension}.
 */
public interface OracleOptimizerExtension extends OracleOptimizer, ExtensionPoint {}
