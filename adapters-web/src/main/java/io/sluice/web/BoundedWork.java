package io.sluice.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Computes for requests what can take long, in a few threads of its own: a few more requests wait,
 * others are sent away. Work that takes too long, or that nobody waits for any more, is given up by
 * interrupting its thread.
 */
final class BoundedWork implements AutoCloseable {

  private static final int RETRY_SECONDS = 5;
  private static final long GLANCE_MILLISECONDS = 200;

  private final String name;
  private final int seconds;
  private final ThreadPoolExecutor executor;

  /**
   * Threads for work.
   *
   * @param name what is computed, in the plural: {@code passports}
   * @param atOnce how many are computed at once
   * @param waiting how many more may wait
   * @param seconds how long one may wait, and how long one may be computed
   */
  BoundedWork(String name, int atOnce, int waiting, int seconds) {
    this.name = name;
    this.seconds = seconds;
    this.executor =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, "sluice-" + name);
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  /**
   * What the work gives or throws.
   *
   * @param what what is being done, for messages: {@code planning the study}
   * @param gone whether nobody waits for it any more
   * @throws RequestException if there is too much of it already, or it takes too long
   */
  <T> T get(String what, BooleanSupplier gone, Callable<T> work) {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              begun.countDown();
              return work.call();
            });
    try {
      executor.execute(task);
      await(begun, task, gone);
      return result(what, task, gone);
    } catch (RejectedExecutionException full) {
      throw busy();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RequestException(503, "the server is stopping");
    } finally {
      if (!task.isDone()) {
        task.cancel(true);
        executor.remove(task);
      }
    }
  }

  private void await(CountDownLatch begun, FutureTask<?> task, BooleanSupplier gone)
      throws InterruptedException {
    for (long waited = 0; waited < 1000L * seconds; waited += GLANCE_MILLISECONDS) {
      if (begun.await(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS) || task.isDone()) {
        return;
      }
      refuseGone(gone);
    }
    throw busy();
  }

  private <T> T result(String what, FutureTask<T> task, BooleanSupplier gone)
      throws InterruptedException {
    for (long waited = 0; waited < 1000L * seconds; waited += GLANCE_MILLISECONDS) {
      try {
        return task.get(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        refuseGone(gone);
      } catch (ExecutionException failure) {
        throw thrown(what, failure.getCause());
      }
    }
    throw new RequestException(422, what + " took longer than " + seconds + " s and was given up");
  }

  private static void refuseGone(BooleanSupplier gone) {
    if (gone.getAsBoolean()) {
      throw new RequestException(499, "nobody waits for the answer");
    }
  }

  private static RuntimeException thrown(String what, Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return new RequestException(422, what + " takes more memory than the server has");
    }
    if (cause instanceof StackOverflowError) {
      return new RequestException(422, what + " nests too deeply");
    }
    if (cause instanceof Error) {
      throw (Error) cause;
    }
    return cause instanceof RuntimeException
        ? (RuntimeException) cause
        : new IllegalStateException(cause);
  }

  private RequestException busy() {
    return new RequestException(
        503, "too many " + name + " are being computed already; try again soon", RETRY_SECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
