package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.studies.Location;
import io.sluice.studies.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of runs in files {@code .dat} and {@code .tdat}: a header line before each run, then
 * evaluations and losses, separated by blanks.
 */
final class RunData {

  /** The longest file, in bytes. */
  static final int LONGEST = 512 << 20;

  private static final Set<String> MISSING = Set.of("nan", "none", "null");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final int COCO_BEST = 2;

  /** The columns with the best loss so far, the likeliest first; else one with any loss. */
  private static final List<String> LOSSES =
      List.of("raw_y_best", "best-so-far f(x)", "raw_y", "current f(x)");

  /**
   * One run.
   *
   * @param line where its header stands
   * @param points its rows
   */
  record Course(int line, List<Run.Point> points) {
    double evaluations() {
      return points.isEmpty() ? 0 : points.get(points.size() - 1).cost();
    }
  }

  private RunData() {}

  /** The runs in a file, in order. */
  static List<Course> read(Path file) {
    String name = file.toString();
    String text = text(file);
    List<Course> runs = new ArrayList<>();
    int column = COCO_BEST;
    int line = 0;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (each.isBlank()) {
        continue;
      }
      char first = each.strip().charAt(0);
      if (first == '%' || first == '"' || Character.isLetter(first)) {
        column = first == '%' ? COCO_BEST : lossColumn(each, name, line);
        runs.add(new Course(line, new ArrayList<>()));
        continue;
      }
      if (runs.isEmpty()) {
        throw new ResultFormatException(
            new Location(name, line, 1), "a header line must come before the first row");
      }
      Run.Point point = point(each, column, name, line);
      Course run = runs.get(runs.size() - 1);
      if (!run.points().isEmpty() && point.cost() <= run.evaluations() && point.cost() == 1) {
        run = new Course(line, new ArrayList<>());
        runs.add(run);
      }
      run.points().add(point);
    }
    return runs;
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new ResultFormatException("there is no file " + file);
      }
      return TextFile.read(file, file.toString(), LONGEST);
    } catch (IOException unreadable) {
      throw new ResultFormatException(unreadable.getMessage());
    }
  }

  private static int lossColumn(String header, String file, int line) {
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(header);
    while (quoted.find()) {
      names.add(quoted.group(1).strip());
    }
    if (names.isEmpty()) {
      names.addAll(List.of(header.strip().split("\\s+")));
    }
    for (String loss : LOSSES) {
      if (names.contains(loss)) {
        return names.indexOf(loss);
      }
    }
    throw new ResultFormatException(
        new Location(file, line, 1),
        "no column raw_y or raw_y_best among "
            + String.join(", ", names)
            + NearestWord.hint(names.get(names.size() - 1), List.of("raw_y", "raw_y_best")));
  }

  private static Run.Point point(String row, int column, String file, int line) {
    String[] cells = row.strip().split("\\s+");
    if (cells.length <= column) {
      throw new ResultFormatException(
          new Location(file, line, 1),
          "the row has "
              + cells.length
              + " columns and needs "
              + (column + 1)
              + ": perhaps the file was cut off");
    }
    double evaluations = number(cells[0], row, file, line);
    if (!(evaluations >= 1)) {
      throw new ResultFormatException(
          new Location(file, line, 1), "evaluations count from 1, not " + cells[0]);
    }
    return new Run.Point(evaluations, number(cells[column], row, file, line));
  }

  private static double number(String cell, String row, String file, int line) {
    return Numeral.of(cell, MISSING)
        .orElseThrow(
            () ->
                new ResultFormatException(
                    new Location(file, line, row.indexOf(cell) + 1),
                    '"' + cell + "\" is no number"));
  }
}
