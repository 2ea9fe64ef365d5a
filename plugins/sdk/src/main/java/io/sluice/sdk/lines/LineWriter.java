package io.sluice.sdk.lines;

import io.sluice.spi.Factor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the fields of a line, one after the other; lines of a file have the same in one order. */
public interface LineWriter {

  void begin() throws IOException;

  void whole(String name, long value) throws IOException;

  /** A fraction, which may be NaN, infinite or −0.0. */
  void number(String name, double value) throws IOException;

  void text(String name, String value) throws IOException;

  void numbers(String name, List<Double> values) throws IOException;

  /** Texts by name; the names, and their order, are the same in all lines of a file. */
  void texts(String name, Map<String, String> values) throws IOException;

  /** Numbers by name; the names may differ from line to line. */
  void namedNumbers(String name, Map<String, Double> values) throws IOException;

  /** The factors that a study declares, in their order. */
  default void factors(String name, List<Factor> factors) throws IOException {
    Map<String, String> presets = new LinkedHashMap<>();
    factors.forEach(factor -> presets.put(factor.name(), factor.preset()));
    texts(name, presets);
  }

  /** Ends the line. */
  void end() throws IOException;
}
