package io.sluice.passport.optimizer;

import java.util.List;
import java.util.Map;

/**
 * What is known of an optimizer on a quadratic with eigenvalues from 1/κ to 1.
 *
 * @param id the optimizer
 * @param settings the values that it is known for
 * @param steps in how many steps it ends; 0 if it comes nearer by a factor each step
 * @param factor this factor
 * @param formula as it is written
 * @param source where it is proved
 */
record Theory(
    String id,
    Map<String, Double> settings,
    int steps,
    double factor,
    String formula,
    String source) {

  static final double CONDITION = 100;
  static final int DIMENSIONS = 10;

  private static final double ROOT = Math.sqrt(CONDITION);
  private static final double LEAST = 1 / CONDITION;
  private static final double MOMENTUM = (ROOT - 1) / (ROOT + 1);
  private static final String CONJUGATE = "Hestenes & Stiefel 1952";
  private static final Map<String, Double> EXACT = Map.of("curvature", 1e-9);

  private static final List<Theory> ALL =
      List.of(
          new Theory(
              "sgd",
              Map.of("learning-rate", 2 / (1 + LEAST)),
              0,
              (CONDITION - 1) / (CONDITION + 1),
              "(κ - 1) / (κ + 1)",
              "Polyak 1964"),
          new Theory(
              "momentum",
              Map.of(
                  "learning-rate",
                  4 / ((1 + Math.sqrt(LEAST)) * (1 + Math.sqrt(LEAST))),
                  "momentum",
                  MOMENTUM * MOMENTUM),
              0,
              MOMENTUM,
              "(√κ - 1) / (√κ + 1)",
              "Polyak 1964"),
          new Theory(
              "nesterov",
              Map.of("learning-rate", 1.0, "momentum", MOMENTUM),
              0,
              1 - 1 / ROOT,
              "1 - 1 / √κ",
              "Nesterov 2004, section 2.2"),
          ends("fletcher-reeves", EXACT, DIMENSIONS, CONJUGATE),
          ends("polak-ribiere", EXACT, DIMENSIONS, CONJUGATE),
          ends("hager-zhang", EXACT, DIMENSIONS, CONJUGATE),
          ends(
              "bfgs",
              Map.of("curvature", 1e-9, "scale", 0.0),
              DIMENSIONS,
              "Nocedal & Wright 2006, theorem 6.4"),
          ends(
              "lbfgs",
              Map.of("curvature", 1e-9, "scale", 0.0),
              DIMENSIONS,
              "Nocedal & Wright 2006, theorem 6.4"),
          ends("gauss-newton", Map.of(), 1, "Nocedal & Wright 2006, section 10.3"),
          ends("levenberg-marquardt", Map.of("mu", 1e-12), 1, "Marquardt 1963, as μ goes to 0"));

  private static Theory ends(String id, Map<String, Double> settings, int steps, String source) {
    return new Theory(id, settings, steps, 0, steps == 1 ? "1 step" : "n steps", source);
  }

  /** What is known of an optimizer. */
  static List<Theory> of(String id) {
    return ALL.stream().filter(theory -> theory.id().equals(id)).toList();
  }
}
