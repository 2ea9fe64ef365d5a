package io.sluice.sdk;

import io.sluice.spi.ResultStoreProvider;
import org.pf4j.ExtensionPoint;

/** A kind of result store that a plugin ships; annotate the class with {@code @Extension}. */
public interface ResultStoreProviderExtension extends ResultStoreProvider, ExtensionPoint {}
