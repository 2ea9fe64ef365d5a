package io.sluice.engine.catalog;

/** Reads packs. */
@FunctionalInterface
public interface PackReader {

  /**
   * Reads one.
   *
   * @param text of the whole file
   * @param source what complaints call the text, usually the name of its file
   * @throws PackFormatException with everything that is wrong
   */
  Pack read(String text, String source);
}
