package io.sluice.studies.results;

import io.sluice.engine.text.NearestWord;
import io.sluice.studies.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index {@code .info}, as COCO writes it (formats {@code bbob-new2} and {@code bbob}) and as
 * IOHprofiler did before it wrote JSON. Losses are those above the optimum.
 */
final class CocoIndex {

  private static final Pattern PAIR = Pattern.compile("(\\w+)\\s*=\\s*('[^']*'|\"[^\"]*\"|[^,]*)");
  private static final Pattern HEADER = Pattern.compile("\\s*(suite|funcId)\\s*=.*");
  private static final Pattern ENTRY = Pattern.compile("(\\d+):(\\d+)\\|(\\S+)");

  private final Path file;
  private final RunCollection runs;
  private final List<String> lines;

  private CocoIndex(Path file, RunCollection runs) {
    this.file = file;
    this.runs = runs;
    this.lines = RunData.text(file).lines().toList();
  }

  /** Whether a text looks like an index. */
  static boolean is(String text) {
    return text.lines().findFirst().filter(line -> HEADER.matcher(line).matches()).isPresent();
  }

  static void read(Path file, RunCollection runs) {
    new CocoIndex(file, runs).read();
    runs.targets(Targets.LOGARITHMIC);
  }

  private void read() {
    int blocks = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).isBlank()) {
        continue;
      }
      if (!HEADER.matcher(lines.get(at)).matches()) {
        throw wrong(at, 1, "a block must begin here, with suite = 'bbob', funcId = 1, DIM = 2, …");
      }
      Map<String, String> header = header(at);
      String comment = "";
      if (at + 1 < lines.size() && lines.get(at + 1).startsWith("%")) {
        comment = lines.get(++at).substring(1).strip();
      }
      if (++at >= lines.size() || lines.get(at).isBlank()) {
        throw wrong(
            at - 1,
            1,
            "the block ends without its data file and runs: perhaps the file was cut off");
      }
      block(header, comment, at);
      blocks++;
    }
    if (blocks == 0) {
      throw new ResultFormatException(file + " is empty");
    }
  }

  private Map<String, String> header(int at) {
    Map<String, String> header = new LinkedHashMap<>();
    Matcher pairs = PAIR.matcher(lines.get(at));
    while (pairs.find()) {
      String value = pairs.group(2).strip();
      boolean quoted = value.length() > 1 && (value.charAt(0) == '\'' || value.charAt(0) == '"');
      header.put(pairs.group(1), quoted ? value.substring(1, value.length() - 1) : value);
    }
    for (String needed : List.of("funcId", "DIM")) {
      if (!header.containsKey(needed)) {
        throw wrong(
            at,
            1,
            "the header has no "
                + needed
                + NearestWord.hint(needed, header.keySet())
                + "; it has "
                + String.join(", ", header.keySet()));
      }
      if (!header.get(needed).matches("[0-9]{1,9}")) {
        throw wrong(
            at,
            lines.get(at).indexOf(needed) + 1,
            needed + " must be a whole number, not \"" + header.get(needed) + '"');
      }
    }
    return header;
  }

  /**
   * What an index says of a run.
   *
   * @param evaluations −1 if the run did not end
   */
  private record Entry(String instance, long evaluations) {}

  private void block(Map<String, String> header, String comment, int at) {
    String[] parts = lines.get(at).split(",\\s*");
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Matcher entry = ENTRY.matcher(parts[i].strip());
      if (entry.matches()) {
        entries.add(new Entry(entry.group(1), Long.parseLong(entry.group(2))));
      } else if (parts[i].strip().matches("\\d+")) {
        entries.add(new Entry(parts[i].strip(), -1));
        runs.note(file + ": instance " + parts[i].strip() + " did not come to its end");
      } else if (!parts[i].isBlank()) {
        throw wrong(
            at,
            lines.get(at).indexOf(parts[i]) + 1,
            '"' + parts[i].strip() + "\" is not instance:evaluations|loss, such as 1:37|7.5e-01");
      }
    }
    String data = parts[0].strip().replace('\\', '/').replaceFirst("\\.t?dat$", "");
    List<RunData.Course> byTarget = courses(data, ".dat", entries.size(), at);
    List<RunData.Course> byEvaluation = courses(data, ".tdat", entries.size(), at);
    if (byTarget.isEmpty() && byEvaluation.isEmpty()) {
      throw wrong(at, 1, "there is neither " + sibling(data, ".dat") + " nor its .tdat");
    }
    double sign = isMaximised(header) ? -1 : 1;
    for (int i = 0; i < entries.size(); i++) {
      List<Run.Point> points = new ArrayList<>();
      for (List<RunData.Course> courses : List.of(byTarget, byEvaluation)) {
        if (!courses.isEmpty()) {
          points.addAll(courses.get(i).points());
        }
      }
      points.replaceAll(point -> new Run.Point(point.cost(), sign * point.loss()));
      check(entries.get(i), points, byTarget.isEmpty() ? byEvaluation : byTarget, i, at);
      runs.add(
          Run.of(
              factors(header, comment),
              entries.get(i).instance(),
              points,
              Math.max(1, entries.get(i).evaluations())));
    }
  }

  private void check(
      Entry entry, List<Run.Point> points, List<RunData.Course> courses, int run, int at) {
    double last = points.stream().mapToDouble(Run.Point::cost).max().orElse(0);
    if (points.isEmpty() || (entry.evaluations() >= 0 && last != entry.evaluations())) {
      throw wrong(
          at,
          1,
          "run "
              + (run + 1)
              + " (instance "
              + entry.instance()
              + ") has "
              + entry.evaluations()
              + " evaluations here, but its data, from line "
              + courses.get(run).line()
              + " on, end at "
              + (long) last
              + ": perhaps a file was cut off");
    }
  }

  private List<RunData.Course> courses(String data, String ending, int expected, int at) {
    Path path = sibling(data, ending);
    if (!Files.exists(path)) {
      runs.note("there is no " + path + "; its runs are read without it");
      return List.of();
    }
    List<RunData.Course> courses = RunData.read(path);
    if (courses.size() != expected) {
      throw wrong(
          at,
          1,
          path
              + " has "
              + courses.size()
              + (courses.size() == 1 ? " run" : " runs")
              + ", but "
              + expected
              + " are named here: perhaps a file was cut off");
    }
    return courses;
  }

  private Path sibling(String data, String ending) {
    return file.resolveSibling(data + ending);
  }

  /** Without the key a suite of another name than COCO's was maximised by IOHprofiler. */
  private static boolean isMaximised(Map<String, String> header) {
    String said = header.getOrDefault("maximization", "F");
    return said.equalsIgnoreCase("T") || said.equalsIgnoreCase("true");
  }

  private Map<String, String> factors(Map<String, String> header, String comment) {
    Map<String, String> factors = new LinkedHashMap<>(Labels.read(comment));
    String function =
        factors.getOrDefault(
            "problem",
            header.containsKey("funcName") ? header.get("funcName") : "f" + header.get("funcId"));
    factors.put("problem", Labels.problem(function, header.get("DIM")));
    if (factors.keySet().stream()
        .noneMatch(factor -> !factor.equals("problem") && RunCollection.FACTORS.contains(factor))) {
      Path folder = file.toAbsolutePath().getParent();
      String algorithm = header.getOrDefault("algId", "");
      factors.put(
          "optimizer",
          folder == null || folder.getFileName() == null || file.getParent() == null
              ? algorithm
              : folder.getFileName().toString().replace("/", ""));
    }
    return factors;
  }

  private ResultFormatException wrong(int at, int column, String message) {
    return new ResultFormatException(new Location(file.toString(), at + 1, column), message);
  }
}
