package io.sluice.plugin;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs strangers' code in a thread of its own and gives up waiting some day, or one constructor
 * without an end would stop every command. One thread serves all; what does not come back keeps it,
 * and the next gets another.
 */
final class Patience {

  private final Duration limit;
  private Worker worker;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * What the task gives.
   *
   * @param loader the class loader of the plugin whose code is run
   * @throws Unusable if it does not come back in time
   * @throws Throwable what the task throws
   */
  <T> T await(ClassLoader loader, Callable<T> task) throws Throwable {
    if (worker == null) {
      worker = new Worker();
      worker.start();
    }
    FutureTask<T> future = new FutureTask<>(task);
    worker.tasks.put(future);
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException thrown) {
      throw thrown.getCause();
    } catch (TimeoutException late) {
      String place = place(worker.getStackTrace(), loader);
      worker = null;
      throw new Unusable(
          "did not come back within "
              + BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString()
              + " s"
              + place);
    }
  }

  private static String place(StackTraceElement[] stack, ClassLoader loader) {
    for (StackTraceElement frame : stack) {
      try {
        if (Class.forName(frame.getClassName(), false, loader).getClassLoader() == loader) {
          return "; it was in " + frame;
        }
      } catch (ClassNotFoundException | LinkageError another) {
        continue;
      }
    }
    return "";
  }

  /** Does one task after the other. */
  private static final class Worker extends Thread {
    private final SynchronousQueue<Runnable> tasks = new SynchronousQueue<>();

    Worker() {
      super("plugins");
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (true) {
          tasks.take().run();
        }
      } catch (InterruptedException ended) {
        interrupt();
      }
    }
  }
}
