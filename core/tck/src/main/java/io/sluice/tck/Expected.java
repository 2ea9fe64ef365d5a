package io.sluice.tck;

import java.util.List;
import java.util.Objects;

/** Compares what a store gives with what it must give, and tells the first difference. */
final class Expected {

  private static final int SHOWN = 80;

  private Expected() {}

  static void assertTrue(boolean condition) {
    assertEquals(true, condition);
  }

  /** Ends the check unless both are equal. */
  static void assertEquals(Object expected, Object actual) {
    if (Objects.equals(expected, actual)) {
      return;
    }
    if (expected instanceof List && actual instanceof List) {
      differ((List<?>) expected, (List<?>) actual);
    }
    differ("", expected, actual);
  }

  private static void differ(List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (!Objects.equals(expected.get(i), actual.get(i))) {
        differ(
            "number " + (i + 1) + " of " + expected.size() + " ", expected.get(i), actual.get(i));
      }
    }
    throw new Thrown.Unanswered(
        "it must give " + expected.size() + ", but gives " + actual.size() + at());
  }

  private static void differ(String what, Object expected, Object actual) {
    String right = String.valueOf(expected);
    String wrong = String.valueOf(actual);
    int same = 0;
    while (same < Math.min(right.length(), wrong.length())
        && right.charAt(same) == wrong.charAt(same)) {
      same++;
    }
    throw new Thrown.Unanswered(
        what + "must be " + shown(right, same) + ", but is " + shown(wrong, same) + at());
  }

  /** What is around the first difference. */
  private static String shown(String text, int difference) {
    int from = Math.max(0, difference - SHOWN / 2);
    int to = Math.min(text.length(), difference + SHOWN / 2);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  /** The line of the check, for those who want to see what it did. */
  private static String at() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().endsWith("Promises")) {
        return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
      }
    }
    return "";
  }
}
