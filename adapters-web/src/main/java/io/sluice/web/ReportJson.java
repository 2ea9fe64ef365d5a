package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.Response;
import io.sluice.analysis.Share;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.variance.Source;
import java.util.List;
import java.util.Locale;

/** Reports as JSON. */
final class ReportJson {

  private ReportJson() {}

  /**
   * The answer, the variance shares and the rankings.
   *
   * @param most how many contenders of each ranking are shown
   */
  static ObjectNode of(StudyReport report, int most) {
    ObjectNode json = Json.object();
    json.put("trials", report.trials());
    ObjectNode outcomes = json.putObject("outcomes");
    report
        .outcomes()
        .forEach((outcome, count) -> outcomes.put(outcome.name().toLowerCase(Locale.ROOT), count));
    json.put("answer", report.answer().text());
    json.set("sentences", Json.texts(report.answer().sentences()));
    if (report.headlineTarget().isPresent()) {
      json.put("headlineTarget", report.headlineTarget().getAsDouble());
    } else {
      json.putNull("headlineTarget");
    }
    ArrayNode explained = json.putArray("explained");
    report.explained().stream()
        .filter(one -> one.response().kind() == Response.Kind.LOG_COST)
        .filter(one -> one.overall() || !one.problem().isEmpty())
        .forEach(one -> explained.add(explained(one)));
    ArrayNode rankings = json.putArray("rankings");
    report
        .rankings()
        .forEach(ranking -> rankings.add(ranking(ranking, report.header().targets(), most)));
    return json;
  }

  private static ObjectNode explained(Explained explained) {
    ObjectNode json = Json.object();
    if (explained.overall()) {
      json.putNull("problem");
    } else {
      json.put("problem", explained.problem());
    }
    json.put("target", explained.target());
    json.put("repeats", explained.decomposition().repeats());
    json.set("missed", share(explained.missed()));
    ArrayNode sources = json.putArray("sources");
    for (Source source : explained.decomposition().sources()) {
      ObjectNode node = sources.addObject();
      node.set("factors", Json.texts(source.factors()));
      node.set("share", estimate(source.share()));
      node.put("p", source.p());
    }
    json.set("rest", estimate(explained.decomposition().rest()));
    json.set("seeds", estimate(explained.decomposition().seeds()));
    return json;
  }

  private static ObjectNode ranking(Ranking ranking, List<Double> targets, int most) {
    ObjectNode json = Json.object();
    json.put("problem", ranking.problem());
    json.put("contenders", ranking.rows().size());
    ArrayNode rows = json.putArray("rows");
    for (Ranking.Row row : ranking.rows().subList(0, Math.min(most, ranking.rows().size()))) {
      ObjectNode node = rows.addObject();
      node.put("rank", row.rank());
      ObjectNode contender = node.putObject("contender");
      for (int i = 0; i < ranking.factors().size(); i++) {
        contender.put(ranking.factors().get(i), row.contender().get(i));
      }
      summary(node, row.summary(), targets);
    }
    return json;
  }

  private static void summary(ObjectNode json, TrialSummary summary, List<Double> targets) {
    json.put("trials", summary.trials());
    ArrayNode successes = json.putArray("successes");
    for (int i = 0; i < targets.size(); i++) {
      ObjectNode success = share(summary.successes().get(i));
      success.put("target", targets.get(i));
      successes.add(success);
    }
    json.set("costToTarget", estimate(summary.costToTarget()));
    json.set("bestLoss", estimate(summary.bestLoss()));
    json.put("diverged", summary.diverged());
    json.put("failed", summary.failed());
  }

  private static ObjectNode share(Share share) {
    ObjectNode json = estimate(share.estimate());
    json.put("count", share.count());
    json.put("of", share.of());
    return json;
  }

  /** An estimate without an interval has null ends. */
  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode json = Json.object();
    json.put("value", estimate.value());
    if (estimate.hasInterval()) {
      json.put("lower", estimate.lower());
      json.put("upper", estimate.upper());
    } else {
      json.putNull("lower");
      json.putNull("upper");
    }
    return json;
  }
}
