package io.sluice.analysis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that is done beside other work. */
public final class Parallel {

  private Parallel() {}

  /**
   * Starts work. Who asks for its result waits for it, and gets what it has thrown as it is: that
   * memory was full, say.
   */
  public static <T> Supplier<T> start(Supplier<T> work) {
    CompletableFuture<T> started = CompletableFuture.supplyAsync(work);
    return () -> {
      try {
        return started.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        if (failed.getCause() instanceof RuntimeException error) {
          throw error;
        }
        throw failed;
      }
    };
  }
}
