package io.sluice.spi;

import java.util.List;

/** A component as a text, which a pack holds and of which the catalog makes the component. */
public sealed interface Definition permits ActivationDefinition, OptimizerDefinition {

  /** Lower kebab-case, such as {@code tanh-lift}. */
  String id();

  /** What people read; what it has for a formula is the text that defines the component. */
  Description description();

  /** Its hyper-parameters with their presets; the text uses every one. */
  List<Hyperparameter> hyperparameters();
}
