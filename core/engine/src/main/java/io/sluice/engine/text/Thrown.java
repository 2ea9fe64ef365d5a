package io.sluice.engine.text;

/** What somebody else's code threw, as one line. */
public final class Thrown {

  private Thrown() {}

  /** A place in code, {@code A.value(A.java:7)}, without the module or the class loader. */
  public static String place(StackTraceElement frame) {
    String text = frame.toString();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /**
   * The class, the message and the place: {@code java.lang.AssertionError: no at
   * A.value(A.java:7)}. Whatever the methods of a foreign exception do, this gives a line.
   */
  public static String line(Throwable thrown) {
    try {
      String text = thrown.toString().strip().replaceAll("\\s*\\R\\s*", " ");
      StackTraceElement[] trace = thrown.getStackTrace();
      String place = trace.length == 0 ? "" : place(trace[0]);
      return text.contains(place) ? text : text + " at " + place;
    } catch (Throwable further) { // Its methods are a stranger's too.
      return thrown.getClass().getName();
    }
  }
}
