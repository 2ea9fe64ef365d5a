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
}
