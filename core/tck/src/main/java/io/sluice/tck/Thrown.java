package io.sluice.tck;

import java.math.BigDecimal;
import java.time.Duration;

/** Says in one line what a component threw, or where it is caught, and where that is. */
final class Thrown {

  private Thrown() {}

  /** The method of the component from which the exception came, and the exception. */
  static String described(Throwable thrown, Object component) {
    if (thrown instanceof Unanswered) {
      return thrown.getMessage();
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (isOf(component, frame)) {
        String what = frame.getMethodName() + "(...) threw " + thrown;
        return what.contains("(" + place(frame) + ")") ? what : what + " at " + place(frame);
      }
    }
    return "threw " + thrown;
  }

  /**
   * The call of a component that did not come back.
   *
   * @param stack the frames of the thread at work, the innermost first
   * @param trying what was tried, such as {@code value(0.5)}; or an empty text
   * @param limit how long it was waited for
   */
  static String endless(
      StackTraceElement[] stack, String trying, Object component, Duration limit) {
    StackTraceElement inner = null;
    StackTraceElement outer = null;
    for (StackTraceElement frame : stack) {
      if (isOf(component, frame)) {
        inner = inner == null ? frame : inner;
        outer = frame;
      }
    }
    String late = " did not return within " + seconds(limit) + " s";
    if (inner == null) {
      return "the check" + late;
    }
    String call = outer.getMethodName() + "(";
    return (trying.startsWith(call) ? trying : call + "...)")
        + late
        + "; it was at "
        + place(inner);
  }

  private static String seconds(Duration limit) {
    return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Whether a frame is the component's own code: of its file, or loaded with it. */
  private static boolean isOf(Object component, StackTraceElement frame) {
    Class<?> type = component.getClass();
    if (outermost(frame.getClassName()).equals(outermost(type.getName()))) {
      return true;
    }
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loader == Thrown.class.getClassLoader()) {
      return false;
    }
    try {
      return Class.forName(frame.getClassName(), false, loader).getClassLoader() == loader;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  /** A component's answer that no check can work with; the message says it all. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(String message) {
      super(message);
    }
  }
}
