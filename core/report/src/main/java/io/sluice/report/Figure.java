package io.sluice.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A drawing and the numbers in it. One that is made when it is first looked at costs nothing where
 * it is not shown.
 */
public final class Figure implements Block {

  private final String id;
  private final List<Panel> panels;
  private final Supplier<Drawing> maker;
  private Drawing drawing;

  /**
   * What is drawn.
   *
   * @param caption what is to be seen, without a full stop
   * @param svg the drawing: one {@code svg} element with a {@code title}, whose colours are classes
   *     that {@code figure.css} fills in
   * @param data its numbers; its id is the figure's
   * @param views what a page needs to show other parts of the study in the same drawing, in JSON;
   *     empty if there are none
   */
  public record Drawing(String caption, String svg, Table data, String views) {
    public Drawing {
      Objects.requireNonNull(caption, "caption");
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(views, "views");
      if (!svg.startsWith("<svg")) {
        throw new IllegalArgumentException("a drawing begins with <svg");
      }
    }
  }

  private Figure(String id, List<Panel> panels, Supplier<Drawing> maker) {
    this.id = id;
    this.panels = List.copyOf(panels);
    this.maker = maker;
  }

  /** A drawing with the parameters of {@link Drawing}. */
  public Figure(String caption, String svg, Table data, String views) {
    this(new Drawing(caption, svg, data, views));
  }

  private Figure(Drawing drawing) {
    this(drawing.data().id(), List.of(), () -> drawing);
  }

  /** A drawing that shows one thing only. */
  public Figure(String caption, String svg, Table data) {
    this(caption, svg, data, "");
  }

  /**
   * A drawing that is made when it is asked for.
   *
   * @param id the id of its numbers
   * @param panels what a terminal shows of it, one below the other
   */
  public static Figure later(String id, List<Panel> panels, Supplier<Figure> figure) {
    return new Figure(id, panels, () -> figure.get().drawing());
  }

  /** Lower kebab-case, unique in its document. */
  public String id() {
    return id;
  }

  /** What is drawn. */
  public synchronized Drawing drawing() {
    if (drawing == null) {
      drawing = maker.get();
    }
    return drawing;
  }

  /** What is to be seen, without a full stop. */
  public String caption() {
    return drawing().caption();
  }

  /** The drawing for a page. */
  public String svg() {
    return drawing().svg();
  }

  /** Its numbers. */
  public Table data() {
    return drawing().data();
  }

  /** Other parts of the study in the same drawing, in JSON; empty if there are none. */
  public String views() {
    return drawing().views();
  }

  /** What a terminal shows of it; empty if it shows nothing. */
  public List<Panel> panels() {
    return panels;
  }
}
