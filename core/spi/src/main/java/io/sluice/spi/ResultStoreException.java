package io.sluice.spi;

/** A store could not keep or give back results; the message says what, where and why. */
public final class ResultStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unavailable;

  public ResultStoreException(String message, Throwable cause) {
    this(message, cause, false);
  }

  public ResultStoreException(String message) {
    this(message, null, false);
  }

  private ResultStoreException(String message, Throwable cause, boolean unavailable) {
    super(message, cause);
    this.unavailable = unavailable;
  }

  /**
   * The store cannot be reached or written just now, and the same may work later: its server
   * restarts, its file is locked, its disk is full, its network is cut. The engine then waits,
   * opens a new writer and writes again what was not flushed.
   */
  public static ResultStoreException unavailable(String message, Throwable cause) {
    return new ResultStoreException(message, cause, true);
  }

  /** Whether the same may work later. */
  public boolean isUnavailable() {
    return unavailable;
  }

  /**
   * Something kept cannot be read as it was written.
   *
   * @param thing what and where, such as {@code trial 3 of the study "xor-1" in results.db}
   * @param reason how that is known
   */
  public static ResultStoreException damaged(String thing, String reason) {
    return new ResultStoreException(
        thing + " is damaged: " + reason + "; to run the study again makes it anew");
  }
}
