package io.sluice.sdk;

import io.sluice.spi.OracleWrapper;
import org.pf4j.ExtensionPoint;

/**
 * A wrapper that decides itself where it looks that a plugin ships; annotate the class with
 * {@code @Extension}.
 */
public interface OracleWrapperExtension extends OracleWrapper, ExtensionPoint {}
