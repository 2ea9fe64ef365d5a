package io.sluice.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells when the user wants the work to stop, which is Ctrl-C or a request to terminate. */
@FunctionalInterface
interface StopSignal {

  /** How long a stopping process waits for the work to come to its end. */
  long PATIENCE_SECONDS = 60;

  /**
   * Calls {@code stop} when the user wants to stop. The process then waits until the answer is
   * closed, so that the work can be brought to a clean end.
   */
  Listening listen(Runnable stop);

  /** To be closed when the work has come to its end. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** The signals to this process, by a shutdown hook. */
  static StopSignal ofSystem() {
    return stop -> {
      CountDownLatch ended = new CountDownLatch(1);
      Thread hook =
          new Thread(
              () -> {
                stop.run();
                try {
                  ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException hurry) {
                  Thread.currentThread().interrupt();
                }
              },
              "sluice-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      return () -> {
        ended.countDown();
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
          // Then the hook is what is running, and the latch lets it go.
          return;
        }
      };
    };
  }
}
