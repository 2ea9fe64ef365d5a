package io.sluice.engine.catalog;

import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;

/** What people call a component: its kind and its id, such as {@code activation tanh}. */
public final class ComponentName {

  private ComponentName() {}

  /** The name. */
  public static String of(Component component) {
    String kind =
        component instanceof Optimizer || component instanceof OptimizerWrapper
            ? "optimizer"
            : component instanceof ResultStoreProvider ? "store" : "activation";
    return kind + " " + component.id();
  }
}
