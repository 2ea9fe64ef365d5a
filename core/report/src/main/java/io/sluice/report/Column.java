package io.sluice.report;

/**
 * A column of a table.
 *
 * @param name its name for programs, words joined by underscores
 * @param heading what a reader sees above it
 * @param detail whether it is left out where there is little room: in text, Markdown and LaTeX
 * @param most how many columns of a terminal an entry may take, what is longer is cut; 0 for any
 *     number
 */
public record Column(String name, String heading, boolean detail, int most) {

  public Column {
    if (!name.matches("[A-Za-z0-9_.×+()= -]+")) {
      throw new IllegalArgumentException("no name for a column: \"" + name + "\"");
    }
  }

  /** A column whose heading is its name, read aloud. */
  public static Column of(String name) {
    return new Column(name, name.replace('_', ' '), false, 0);
  }
}
