package io.sluice.engine.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a thread has called that may not come back. Its own thread writes it, without a look at any
 * clock, so a call costs next to nothing; others read it.
 */
public final class Pulse {

  private static final ThreadLocal<Pulse> OF_THREAD = ThreadLocal.withInitial(Pulse::new);
  private static final VarHandle CALLS;

  static {
    try {
      CALLS = MethodHandles.lookup().findVarHandle(Pulse.class, "calls", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Thread thread = Thread.currentThread();
  private Object callee;
  private long calls;
  private BooleanSupplier stop = () -> false;

  private Pulse() {}

  /** The pulse of the calling thread. */
  public static Pulse ofThread() {
    return OF_THREAD.get();
  }

  /** From now on {@link #enter} breaks the thread's work off when this is true. */
  public void stopWhen(BooleanSupplier wanted) {
    stop = wanted;
  }

  /** Breaks the work off if that is wanted. */
  public void check() {
    if (stop.getAsBoolean()) {
      throw Stopped.NOW;
    }
  }

  /**
   * To be called before a call of foreign code, and {@link #leave} after it. If the call throws,
   * the callee stands here until the next call.
   *
   * @param called a component, or some words; null if it is code of Sluice
   * @throws Stopped if the work is to end here
   */
  public void enter(Object called) {
    check();
    callee = called;
    CALLS.setRelease(this, (calls | 1) + (called == null ? 1 : 2));
  }

  /** The call came back. */
  public void leave() {
    callee = null;
    CALLS.setRelease(this, (calls | 1) + 1);
  }

  /** The same around a call that is not made often, even if it throws. */
  public <T> T calling(Object called, Supplier<T> call) {
    enter(called);
    try {
      return call.get();
    } finally {
      leave();
    }
  }

  /** What is called now or threw, or null. */
  public Object callee() {
    CALLS.getAcquire(this);
    return callee;
  }

  /** The number of the call that is going on, or 0 between calls. */
  long call() {
    long call = (long) CALLS.getAcquire(this);
    return (call & 1) == 0 ? 0 : call;
  }

  Thread thread() {
    return thread;
  }

  /** The work under way is to end; no failure. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Stopped NOW = new Stopped();

    private Stopped() {
      super("stopped", null, false, false);
    }
  }
}
