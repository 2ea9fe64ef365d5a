package io.sluice.report;

import java.util.Objects;

/**
 * A drawing and the numbers in it.
 *
 * @param caption what is to be seen, without a full stop
 * @param svg the drawing: one {@code svg} element with a {@code title}, whose colours are classes
 *     that {@code figure.css} fills in
 * @param data its numbers; its id is the figure's
 * @param views what a page needs to show other parts of the study in the same drawing, in JSON;
 *     empty if there are none
 */
public record Figure(String caption, String svg, Table data, String views) implements Block {

  public Figure {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(views, "views");
    if (!svg.startsWith("<svg")) {
      throw new IllegalArgumentException("a drawing begins with <svg");
    }
  }

  /** A drawing that shows one thing only. */
  public Figure(String caption, String svg, Table data) {
    this(caption, svg, data, "");
  }

  /** Lower kebab-case, unique in its document. */
  public String id() {
    return data.id();
  }
}
