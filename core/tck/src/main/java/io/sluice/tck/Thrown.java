package io.sluice.tck;

/** Says in one line what a component threw and where. */
final class Thrown {

  private Thrown() {}

  /** The method of the component from which the exception came, and the exception. */
  static String described(Throwable thrown, Object component) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(component.getClass().getName())) {
        return frame.getMethodName() + "(...) threw " + thrown + " at " + place(frame);
      }
    }
    return "threw " + thrown;
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }
}
