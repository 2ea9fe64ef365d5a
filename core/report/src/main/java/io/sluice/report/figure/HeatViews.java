package io.sluice.report.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The views of a {@link HeatMap} as JSON for the script of a page:
 *
 * <pre>{@code
 * {"row": "activation", "column": "optimizer", "rows": ["relu"], "columns": ["adam"],
 *  "factors": [{"name": "problem", "levels": ["xor", "spiral"]}],
 *  "metrics": [{"key": "reached", "heading": "reached"}],
 *  "left_out": 0,
 *  "views": [{"levels": {"problem": "xor"},
 *             "reached": {"texts": ["41 % [38, 44]"], "steps": "3", "worst": "0 %", "best": "100 %"}}]}
 * }</pre>
 *
 * <p>Texts and steps go row by row; a step is a digit from 0, the worst, to 8, {@code n} for what
 * is infinite or {@code u} for what is unknown. The first view is always there. Others are left
 * out, the last first, where the drawing and its views would have more than {@value
 * #MOST_CHARACTERS} characters together.
 */
final class HeatViews {

  /** How long a drawing and its views may be together if there is more than one. */
  static final int MOST_CHARACTERS = 1_500_000;

  private final HeatMap map;

  HeatViews(HeatMap map) {
    this.map = map;
  }

  /** The first view, and as many more as there is room for beside so many characters. */
  String json(int others) {
    String head = head();
    StringBuilder views = new StringBuilder();
    int room = MOST_CHARACTERS - others - head.length() - 100;
    int kept = 0;
    for (HeatMap.View view : map.views()) {
      String next = (kept == 0 ? "" : ",\n") + view(view);
      if (kept > 0 && views.length() + next.length() > room) {
        break;
      }
      views.append(next);
      kept++;
    }
    return head + "\"left_out\":" + (map.views().size() - kept) + ",\"views\":[" + views + "]}";
  }

  private String head() {
    String factors =
        map.factors().entrySet().stream()
            .map(
                factor ->
                    "{\"name\":"
                        + quoted(factor.getKey())
                        + ",\"levels\":"
                        + quoted(factor.getValue())
                        + "}")
            .collect(Collectors.joining(",", "[", "]"));
    String metrics =
        map.metrics().stream()
            .map(
                metric ->
                    "{\"key\":"
                        + quoted(metric.key())
                        + ",\"heading\":"
                        + quoted(metric.heading())
                        + "}")
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"row\":"
        + quoted(map.rowName())
        + ",\"column\":"
        + quoted(map.columnName())
        + ",\"rows\":"
        + quoted(map.rows())
        + ",\"columns\":"
        + quoted(map.columns())
        + ",\"factors\":"
        + factors
        + ",\"metrics\":"
        + metrics
        + ",";
  }

  private String view(HeatMap.View view) {
    StringBuilder json = new StringBuilder("{\"levels\":");
    json.append(
        view.levels().entrySet().stream()
            .map(
                (Map.Entry<String, String> level) ->
                    quoted(level.getKey()) + ":" + quoted(level.getValue()))
            .collect(Collectors.joining(",", "{", "}")));
    for (Metric metric : map.metrics()) {
      Metric.Range range = metric.range(view.cells());
      json.append(",\n").append(quoted(metric.key())).append(":{\"texts\":");
      json.append(quoted(view.cells().stream().map(metric::text).toList()));
      json.append(",\"steps\":\"");
      view.cells().forEach(cell -> json.append(range.step(metric.of(cell).value())));
      json.append("\",\"worst\":").append(quoted(range.worst()));
      json.append(",\"best\":").append(quoted(range.best())).append('}');
    }
    return json.append('}').toString();
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(HeatViews::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  /** A text of JSON that may stand in a page's script. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (character < ' ' || "<>&\u2028\u2029".indexOf(character) >= 0) {
        quoted.append("\\u").append(Integer.toHexString(0x10000 | character).substring(1));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
