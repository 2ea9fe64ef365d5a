package io.sluice.spi;

/** A store could not keep or give back results; the message says what, where and why. */
public final class ResultStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ResultStoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public ResultStoreException(String message) {
    super(message);
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
