package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.Description;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Well-known measurements, from files beside this class; NOTICE.txt there has sources and licences.
 * Each row has its inputs and then its class, a word. Classes are in alphabetical order.
 */
final class MeasuredProblems {

  private MeasuredProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        measured(
            "iris",
            "150 flowers of three species by the length and width in cm of sepal and petal",
            "Fisher 1936, CC BY 4.0"),
        measured(
            "wine",
            "178 wines of three cultivars by 13 chemical measurements",
            "Aeberhard & Forina 1992, CC BY 4.0"),
        measured(
            "breast-cancer",
            "569 tumours, benign or malignant, by 30 measurements of cell nuclei",
            "Wolberg, Mangasarian, Street & Street 1993, CC BY 4.0"),
        measured(
            "digits",
            "1797 handwritten digits by 8 × 8 shades from 0 to 16",
            "Alpaydin & Kaynak 1998, CC BY 4.0"));
  }

  private static ProblemDefinition measured(String id, String summary, String source) {
    return ProblemDefinition.ofData(
        id,
        Description.of(summary, "", source),
        List.of(Values.oneHot(true)),
        values -> read(id, values.isSet("one-hot")));
  }

  private static Dataset read(String id, boolean oneHot) {
    List<String[]> lines = lines(id + ".csv");
    int inputs = lines.get(0).length - 1;
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.add(line[inputs]));
    List<String> classes = List.copyOf(names);
    Rows rows = Rows.ofClasses(lines.size(), inputs, classes.size(), oneHot);
    for (int row = 0; row < lines.size(); row++) {
      String[] cells = lines.get(row);
      for (int i = 0; i < inputs; i++) {
        rows.x[row][i] = Double.parseDouble(cells[i]);
      }
      rows.setClass(row, classes.indexOf(cells[inputs]));
    }
    return rows.data();
  }

  /** The cells of every line after the header. */
  private static List<String[]> lines(String file) {
    try (InputStream stream = MeasuredProblems.class.getResourceAsStream(file);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      text.readLine();
      List<String[]> lines = new ArrayList<>();
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        lines.add(line.split(","));
      }
      return lines;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
