package io.sluice.sdk;

import io.sluice.spi.LayerActivation;
import org.pf4j.ExtensionPoint;

/**
 * An activation over all units of a layer that a plugin ships; annotate the class with
 * {@code @Extension}.
 */
public interface LayerActivationExtension extends LayerActivation, ExtensionPoint {}
