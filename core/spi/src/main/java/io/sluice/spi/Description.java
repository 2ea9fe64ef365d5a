package io.sluice.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says what a component is.
 *
 * @param summary one sentence
 * @param formula the defining formula, empty where there is none. An activation writes it in the
 *     language of user formulas, such as {@code "x if x > 0 else a * x"}, with its hyper-parameters
 *     by name: then people can read it, and Sluice can check and certify it.
 * @param source the paper or program the definition was taken from, empty where it is common
 *     knowledge
 * @param aliases other ids under which studies may name the component
 * @param notes what a careful user should know: where libraries differ, why a preset was chosen
 * @param sourceRead false where the source could not be read, so that formula or presets are
 *     hearsay
 */
public record Description(
    String summary,
    String formula,
    String source,
    List<String> aliases,
    List<String> notes,
    boolean sourceRead) {

  public Description {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(source, "source");
    aliases = List.copyOf(aliases);
    notes = List.copyOf(notes);
  }

  /** A description without aliases and notes. */
  public static Description of(String summary, String formula, String source) {
    return new Description(summary, formula, source, List.of(), List.of(), true);
  }

  /** Nothing is said. */
  public static Description none() {
    return of("", "", "");
  }

  /** The same description with these aliases. */
  public Description aliases(String... names) {
    return new Description(summary, formula, source, List.of(names), notes, sourceRead);
  }

  /** The same description with one more note, a sentence. */
  public Description note(String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return new Description(summary, formula, source, aliases, all, sourceRead);
  }

  /** The same description of something whose source could not be read. */
  public Description sourceUnread() {
    return new Description(summary, formula, source, aliases, notes, false);
  }
}
