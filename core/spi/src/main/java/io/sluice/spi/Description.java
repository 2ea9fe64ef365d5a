package io.sluice.spi;

import java.util.List;
import java.util.Objects;

/**
 * Says what a component is.
 *
 * @param summary one sentence
 * @param formula the defining formula in plain text, empty where there is none
 * @param source the paper or program the definition was taken from, empty where it is common
 *     knowledge
 * @param aliases other ids under which studies may name the component
 */
public record Description(String summary, String formula, String source, List<String> aliases) {

  public Description {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(source, "source");
    aliases = List.copyOf(aliases);
  }

  /** A description without aliases. */
  public static Description of(String summary, String formula, String source) {
    return new Description(summary, formula, source, List.of());
  }

  /** Nothing is said. */
  public static Description none() {
    return of("", "", "");
  }

  /** The same description with these aliases. */
  public Description aliases(String... names) {
    return new Description(summary, formula, source, List.of(names));
  }
}
