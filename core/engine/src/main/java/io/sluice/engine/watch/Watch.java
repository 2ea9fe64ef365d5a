package io.sluice.engine.watch;

import io.sluice.engine.text.Thrown;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looks at one pulse and tells of a call that has taken too long. Not for several threads. */
public final class Watch {

  private final Pulse pulse;
  private final long limitNanos;
  private long call;
  private long since;

  /** A watch that calls a time in nanoseconds too long. */
  public Watch(Pulse pulse, long limitNanos) {
    this.pulse = pulse;
    this.limitNanos = limitNanos;
  }

  /**
   * A call that does not come back.
   *
   * @param callee what was called: a component, or words
   * @param message what to say of it after its name
   */
  public record Hung(Object callee, String message) {}

  /**
   * Looks at the pulse.
   *
   * @param now nanoseconds from any origin
   * @return the call that was going on at every look for as long as the limit
   */
  public Optional<Hung> look(long now) {
    long going = pulse.call();
    if (going == 0 || going != call) {
      call = going;
      since = now;
      return Optional.empty();
    }
    if (now - since < limitNanos) {
      return Optional.empty();
    }
    Object callee = pulse.callee();
    StackTraceElement[] stack = pulse.thread().getStackTrace();
    return pulse.call() == going && callee != null
        ? Optional.of(new Hung(callee, message(callee, stack)))
        : Optional.empty();
  }

  private String message(Object callee, StackTraceElement[] stack) {
    double seconds = limitNanos / (double) TimeUnit.SECONDS.toNanos(1);
    String limit = seconds == Math.rint(seconds) ? Long.toString((long) seconds) : "" + seconds;
    String method = "";
    String place = "";
    for (StackTraceElement frame : stack) {
      if (place.isEmpty() && !isOfJava(frame.getClassName())) {
        place = Thrown.place(frame);
      }
      if (frame.getClassName().equals(callee.getClass().getName())) {
        method = frame.getMethodName();
      }
    }
    return "has not come back"
        + (method.isEmpty() || callee instanceof String ? "" : " from " + method)
        + " for "
        + limit
        + " s"
        + (place.isEmpty() ? "" : "; it is at " + place);
  }

  private static boolean isOfJava(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.");
  }
}
