package io.sluice.analysis;

import io.sluice.spi.StudyHeader;
import java.util.Objects;

/**
 * What a study is decided by: what its author declared, or else what is picked from the data.
 *
 * @param response the number that decides
 * @param declared whether the study said so beforehand
 */
public record Decision(Response response, boolean declared) {

  private static final String TARGET = "target ";
  private static final String METRIC = "metric ";

  public Decision {
    Objects.requireNonNull(response, "response");
  }

  /**
   * What decides: what was declared; else the cost to {@link StudyRows#headlineTarget()}; where no
   * trial reached any target, the final loss.
   */
  static Decision of(StudyRows rows) {
    String declared = declared(rows.header());
    int target = rows.headlineTarget();
    if (declared.startsWith(METRIC)) {
      return new Decision(Response.ofMetric(declared.substring(METRIC.length())), true);
    }
    boolean reached =
        target >= 0 && rows.cells().stream().anyMatch(cell -> cell.hits(rows.largestTarget()) > 0);
    if (!reached) {
      return new Decision(Response.of(Response.Kind.FINAL_LOSS), false);
    }
    double loss = rows.header().targets().get(target);
    return new Decision(
        Response.of(Response.Kind.LOG_COST, loss), declaredTarget(rows.header()) == target);
  }

  /** The metric that decides by declaration; empty if none does. */
  static String declaredMetric(StudyHeader header) {
    String declared = declared(header);
    return declared.startsWith(METRIC) ? declared.substring(METRIC.length()) : "";
  }

  /** The place of the target that decides by declaration; −1 if none does. */
  public static int declaredTarget(StudyHeader header) {
    String declared = declared(header);
    return declared.startsWith(TARGET)
        ? header.targets().indexOf(Double.valueOf(declared.substring(TARGET.length())))
        : -1;
  }

  private static String declared(StudyHeader header) {
    return header.provenance().getOrDefault(StudyHeader.DECIDE_BY, "");
  }
}
