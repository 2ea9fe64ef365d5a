package io.sluice.cli;

import java.io.PrintWriter;
import java.util.function.IntSupplier;

/**
 * One line of a terminal that is drawn again in its place, however narrow the terminal is or
 * becomes. Who draws replaces what others drew there.
 */
final class StatusLine {

  private final PrintWriter err;
  private final IntSupplier width;
  private int length;

  /**
   * An empty line.
   *
   * @param err takes codes that move the cursor
   * @param width how many columns the terminal has now
   */
  StatusLine(PrintWriter err, IntSupplier width) {
    this.err = err;
    this.width = width;
  }

  /** How many columns may be drawn to: not the last, where terminals begin to wrap. */
  int room() {
    return Math.max(0, width.getAsInt() - 1);
  }

  /** Draws as much of this as there is room for in place of the line before. */
  void draw(String whole) {
    int room = room();
    String line = whole.substring(0, Math.min(room, whole.length()));
    err.print("\r" + line + " ".repeat(Math.max(0, Math.min(room, length) - line.length())));
    err.flush();
    length = line.length();
  }

  /** Leaves nothing of what was drawn. */
  void clear() {
    if (length > 0) {
      draw("");
      err.print("\r");
      err.flush();
    }
  }
}
