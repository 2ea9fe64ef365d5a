package io.sluice.engine.catalog;

import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultStoreProvider;
import java.util.Objects;

/**
 * Everything that plugins brought.
 *
 * @param activations the activations
 * @param optimizers the optimizers of both kinds
 * @param stores the kinds of result store, by URL scheme
 * @param report which plugins were loaded and which rejected
 */
public record Components(
    Catalog<Activation> activations,
    Catalog<Optimizer> optimizers,
    Catalog<ResultStoreProvider> stores,
    PluginReport report) {

  public Components {
    Objects.requireNonNull(activations, "activations");
    Objects.requireNonNull(optimizers, "optimizers");
    Objects.requireNonNull(stores, "stores");
    Objects.requireNonNull(report, "report");
  }
}
