package io.sluice.report;

/**
 * A column of a table.
 *
 * @param name its name for programs, words joined by underscores
 * @param heading what a reader sees above it
 * @param detail whether it is left out where there is little room: in text, Markdown and LaTeX
 */
public record Column(String name, String heading, boolean detail) {

  public Column {
    if (!name.matches("[A-Za-z0-9_.×+()= -]+")) {
      throw new IllegalArgumentException("no name for a column: \"" + name + "\"");
    }
  }

  /** A column whose heading is its name, read aloud. */
  public static Column of(String name) {
    return new Column(name, name.replace('_', ' '), false);
  }
}
