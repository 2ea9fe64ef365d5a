package io.sluice.web.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.Task;
import io.sluice.engine.run.LossSurface;
import java.util.List;
import java.util.Map;

/** The loss over two weights, the others being what the seed shown has after a step. */
final class PlaySurface {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PRESET_SIZE = 48;
  private static final int LARGEST_SIZE = 96;

  private PlaySurface() {}

  /** The surface that an address asks for, as JSON. */
  static byte[] of(Laboratory laboratory, PlayRequest request, Map<String, List<String>> query)
      throws JsonProcessingException {
    PlayStudy study = request.study();
    if (request.across() == request.up()) {
      throw new PlayRefused("up", "a surface is over two weights, but there is only one");
    }
    long at = PlayRequest.number(query, "at", study.firstStep(), study.firstStep(), study.steps());
    int size = (int) PlayRequest.number(query, "size", PRESET_SIZE, 2, LARGEST_SIZE);
    if ((double) size * size * rows(study) * study.setup().weights()
        > PlayRun.MOST_MULTIPLICATIONS) {
      throw new PlayRefused("size", "so large a surface takes too long; take fewer points");
    }
    Map<String, List<String>> window =
        Map.of("from", List.of(Long.toString(at)), "to", List.of(Long.toString(at)));
    PlayRun run = PlayRun.of(laboratory, request, window, false);
    double[] weights = run.frame(at) == null ? null : run.frame(at).weights[request.shown()];
    if (weights == null) {
      throw new PlayRefused("at", "the seed is over before step " + at);
    }
    double[] point = new double[study.task().parameters()];
    int[] index = study.task().indexOfParameter();
    for (int p = 0; p < point.length; p++) {
      point[p] = weights[index[p]];
    }
    LossSurface.Axis across = axis(study, request.across(), point, query, "left", "right", size);
    LossSurface.Axis up = axis(study, request.up(), point, query, "bottom", "top", size);
    double[][] losses = laboratory.surface(study.plan(), weights, across, up);
    ObjectNode json = MAPPER.createObjectNode();
    json.put("at", at);
    put(json.putObject("across"), request, across);
    put(json.putObject("up"), request, up);
    ArrayNode rows = json.putArray("loss");
    for (double[] row : losses) {
      ArrayNode numbers = rows.addArray();
      for (double loss : row) {
        numbers.add(loss);
      }
    }
    return MAPPER.writeValueAsBytes(json);
  }

  private static int rows(PlayStudy study) {
    return study.task() instanceof Task.Fit ? ((Task.Fit) study.task()).data().rows() : 1;
  }

  private static void put(ObjectNode json, PlayRequest request, LossSurface.Axis axis) {
    json.put("weight", request.names().names().get(axis.parameter()));
    json.put("from", axis.from());
    json.put("to", axis.to());
  }

  /** What the address says, or the bounds of the weight, or what is around where it stands. */
  private static LossSurface.Axis axis(
      PlayStudy study,
      int parameter,
      double[] point,
      Map<String, List<String>> query,
      String fromName,
      String toName,
      int size) {
    boolean bounded = study.setup().isBounded();
    double from = bounded ? study.setup().lower(parameter) : point[parameter] - 2;
    double to = bounded ? study.setup().upper(parameter) : point[parameter] + 2;
    try {
      return new LossSurface.Axis(
          parameter, end(query, fromName, from), end(query, toName, to), size);
    } catch (IllegalArgumentException wrong) {
      throw new PlayRefused(fromName, wrong.getMessage());
    }
  }

  private static double end(Map<String, List<String>> query, String name, double preset) {
    String said = PlayRequest.said(query, name);
    if (said.isEmpty()) {
      return preset;
    }
    if (!Flow.isNumber(said)) {
      throw new PlayRefused(name, "\"" + name + "\" is a number, not " + said);
    }
    return Double.parseDouble(said);
  }
}
