package io.sluice.formula;

import io.sluice.spi.Component;
import io.sluice.spi.Definition;
import java.util.Optional;

/** A component that a text defines: one of a pack, or one that a study wrote down. */
public sealed interface TextComponent extends Component permits FormulaActivation, RuleOptimizer {

  /** What defines it, with the values of this copy. */
  Definition definition();

  /**
   * What the text is called, such as {@code formula}: the key of studies, and the id of one that
   * has no name.
   */
  String textName();

  /** The text as it was written. */
  String text();

  /** Whether a study wrote it down. */
  boolean isOfStudy();

  /** How many operations it takes for one number. */
  int steps();

  /**
   * What stands for it in tables: its name, or the text in braces, of a long one the beginning and
   * a number that tells it from others.
   */
  String label();

  /** A component as one that a study wrote down; empty if it is any other, of a pack too. */
  static Optional<TextComponent> ofStudy(Component component) {
    return Optional.of(component)
        .filter(TextComponent.class::isInstance)
        .map(TextComponent.class::cast)
        .filter(TextComponent::isOfStudy);
  }
}
