package io.sluice.studies.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.text.NearestWord;
import io.sluice.studies.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An index {@code IOHprofiler_*.json} of IOHexperimenter, with the data files it names. */
final class IohIndex {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final RunCollection runs;

  private IohIndex(Path file, RunCollection runs) {
    this.file = file;
    this.runs = runs;
  }

  static void read(Path file, RunCollection runs) {
    new IohIndex(file, runs).read();
    runs.targets(Targets.LOGARITHMIC);
  }

  private void read() {
    JsonNode root;
    try {
      root = JSON.readTree(RunData.text(file));
    } catch (JsonProcessingException malformed) {
      throw new ResultFormatException(
          new Location(
              file.toString(),
              Math.max(1, malformed.getLocation().getLineNr()),
              Math.max(1, malformed.getLocation().getColumnNr())),
          "this is no JSON: perhaps the file was cut off");
    }
    String function = text(root, "", "function_name");
    JsonNode algorithm = child(root, "", "algorithm");
    String name = text(algorithm, "algorithm.", "name");
    Map<String, String> factors = new LinkedHashMap<>(Labels.read(algorithm.path("info").asText()));
    if (factors.isEmpty()) {
      factors.put("optimizer", name);
    }
    double sign = root.path("maximization").asBoolean(false) ? -1 : 1;
    int at = 0;
    for (JsonNode scenario : child(root, "", "scenarios")) {
      String path = "scenarios[" + at++ + "].";
      factors.put("problem", Labels.problem(function, text(scenario, path, "dimension")));
      scenario(scenario, path, Map.copyOf(factors), sign);
    }
  }

  private void scenario(JsonNode scenario, String path, Map<String, String> factors, double sign) {
    Path data = file.resolveSibling(text(scenario, path, "path").replace('\\', '/'));
    JsonNode entries = child(scenario, path, "runs");
    List<RunData.Course> courses = RunData.read(data);
    if (courses.size() != entries.size()) {
      throw new ResultFormatException(
          data
              + " has "
              + courses.size()
              + (courses.size() == 1 ? " run" : " runs")
              + ", but "
              + file
              + " names "
              + entries.size()
              + " in "
              + path
              + "runs: perhaps a file was cut off");
    }
    for (int i = 0; i < courses.size(); i++) {
      JsonNode entry = entries.get(i);
      String place = path + "runs[" + i + "].";
      double evaluations = number(entry, place, "evals");
      List<Run.Point> points = new ArrayList<>(courses.get(i).points());
      if (courses.get(i).evaluations() > evaluations) {
        throw new ResultFormatException(
            new Location(data.toString(), courses.get(i).line(), 1),
            "this run goes to "
                + (long) courses.get(i).evaluations()
                + " evaluations, but "
                + place
                + "evals of "
                + file
                + " is "
                + (long) evaluations);
      }
      JsonNode best = entry.path("best");
      if (best.path("evals").isNumber() && best.path("y").isNumber()) {
        points.add(
            new Run.Point(Math.max(1, best.get("evals").asDouble()), best.get("y").asDouble()));
      }
      points.replaceAll(point -> new Run.Point(point.cost(), sign * point.loss()));
      runs.add(Run.of(factors, text(entry, place, "instance"), points, evaluations));
    }
  }

  private JsonNode child(JsonNode node, String path, String key) {
    JsonNode child = node.get(key);
    if (child == null || child.isNull()) {
      List<String> keys = new ArrayList<>();
      node.fieldNames().forEachRemaining(keys::add);
      throw new ResultFormatException(
          file
              + ":1:1: the key "
              + path
              + key
              + " is missing"
              + NearestWord.hint(key, keys)
              + (keys.isEmpty() ? "" : "; there are " + String.join(", ", keys)));
    }
    return child;
  }

  private String text(JsonNode node, String path, String key) {
    return child(node, path, key).asText();
  }

  private double number(JsonNode node, String path, String key) {
    JsonNode number = child(node, path, key);
    if (!number.isNumber() || number.asDouble() < 0) {
      throw new ResultFormatException(
          file + ":1:1: " + path + key + " must be a number of at least 0, not " + number);
    }
    return number.asDouble();
  }
}
