package io.sluice.passport.optimizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs of other programs that built-in optimizers were held against, step by step. A test
 * writes the table from those that agree.
 */
final class References {

  private static final Map<String, List<String>> ALL = read();

  private References() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new TreeMap<>();
    try (InputStream table = References.class.getResourceAsStream("references.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        all.computeIfAbsent(line.substring(0, comma), id -> new ArrayList<>())
            .add(line.substring(comma + 1));
      }
      return all;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What an optimizer was held against, such as {@code torch Adam}. */
  static List<String> of(String id) {
    return ALL.getOrDefault(id, List.of());
  }

  static void add(String id, List<Entry> entries) {
    List<String> matched = of(id);
    if (!matched.isEmpty()) {
      String text = String.join(", ", matched);
      entries.add(Entry.declared("references", "trajectories matched", text, text));
    }
  }
}
