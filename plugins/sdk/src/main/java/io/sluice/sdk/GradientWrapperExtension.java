package io.sluice.sdk;

import io.sluice.spi.GradientWrapper;
import org.pf4j.ExtensionPoint;

/**
 * A wrapper between gradients, the optimizer inside and weights that a plugin ships; annotate the
 * class with {@code @Extension}.
 */
public interface GradientWrapperExtension extends GradientWrapper, ExtensionPoint {}
