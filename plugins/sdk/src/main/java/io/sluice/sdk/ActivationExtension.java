package io.sluice.sdk;

import io.sluice.spi.Activation;
import org.pf4j.ExtensionPoint;

/** An activation that a plugin ships; annotate the class with {@code @Extension}. */
public interface ActivationExtension extends Activation, ExtensionPoint {}
