package io.sluice.cli;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells when the user wants the work to stop, which is Ctrl-C or a request to terminate. */
@FunctionalInterface
interface StopSignal {

  /** Tells this work when the user wants it to stop, until the answer is closed. */
  Listening listen(Work work);

  /** What the user can stop. */
  interface Work {

    /**
     * The first signal came.
     *
     * @return whether the work comes to a clean end by itself; if not, the process ends at once
     */
    boolean stop();

    /** The second signal came: the process ends as soon as this returns. */
    void abandon();
  }

  /** To be closed when the work has come to its end. */
  interface Listening extends AutoCloseable {

    /** What shells expect after the signal that came: 128 and its number; 0 if none came. */
    int exitCode();

    @Override
    void close();
  }

  /** The signals to this process. */
  static StopSignal ofSystem() {
    return Signals::new;
  }

  /**
   * Signals as the virtual machine hands them on. Its class for that is in no standard, so it is
   * looked up, and where it is missing a signal ends the process at once.
   */
  final class Signals implements Listening {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final int CODE_OF_SIGNAL = 128;

    private final Work work;
    private final AtomicInteger first = new AtomicInteger();
    private final Map<Object, Object> handlersBefore = new LinkedHashMap<>();

    private Signals(Work work) {
      this.work = work;
      for (String name : NAMES) {
        try {
          Class<?> type = Class.forName("sun.misc.Signal");
          Object signal = type.getConstructor(String.class).newInstance(name);
          handlersBefore.put(signal, handle(signal, handler()));
        } catch (ReflectiveOperationException | IllegalArgumentException absentHere) {
          continue;
        }
      }
    }

    private Object handler() throws ClassNotFoundException {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (self, method, arguments) -> {
            if (method.getName().equals("handle")) {
              came((int) arguments[0].getClass().getMethod("getNumber").invoke(arguments[0]));
            }
            return null;
          });
    }

    private static Object handle(Object signal, Object handler)
        throws ReflectiveOperationException {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return signal
          .getClass()
          .getMethod("handle", signal.getClass(), type)
          .invoke(null, signal, handler);
    }

    private void came(int number) {
      int code = CODE_OF_SIGNAL + number;
      if (first.compareAndSet(0, code)) {
        if (work.stop()) {
          return;
        }
      } else {
        work.abandon();
      }
      // Nothing may hold the process now, no work under way and no shutdown hook of a plugin.
      Runtime.getRuntime().halt(code);
    }

    @Override
    public int exitCode() {
      return first.get();
    }

    @Override
    public void close() {
      handlersBefore.forEach(
          (signal, handler) -> {
            try {
              handle(signal, handler);
            } catch (ReflectiveOperationException impossible) {
              throw new IllegalStateException(impossible);
            }
          });
    }
  }
}
