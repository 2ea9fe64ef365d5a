package io.sluice.engine;

/** A store's URL has no meaning: it names no kind of store that there is, or no place. */
public final class StoreUrlException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  StoreUrlException(String message) {
    super(message);
  }

  /** The URL as it may be shown: a password in {@code //user:password@host} is left out. */
  public static String shown(String url) {
    return url.replaceFirst("(//[^:@/?]*):[^@/?]*@", "$1@");
  }
}
