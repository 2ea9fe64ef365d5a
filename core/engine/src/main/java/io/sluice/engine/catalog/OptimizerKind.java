package io.sluice.engine.catalog;

import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.PopulationOptimizer;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of optimizers, as people are told of them. */
public enum OptimizerKind {
  /** It sees slopes where it stands. */
  GRADIENT,
  /** It sees losses of points it proposes. */
  POPULATION,
  /** It decides itself where it looks and what it asks there. */
  ORACLE;

  /** The kind of an optimizer. */
  public static OptimizerKind of(Optimizer optimizer) {
    if (optimizer instanceof PopulationOptimizer) {
      return POPULATION;
    }
    return optimizer instanceof OracleOptimizer ? ORACLE : GRADIENT;
  }

  /** The name of the kind. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an optimizer sees, for people. */
  public static String sight(Optimizer optimizer) {
    switch (of(optimizer)) {
      case POPULATION:
        return "losses of a population, no slopes";
      case ORACLE:
        return new TreeSet<>(((OracleOptimizer) optimizer).questions())
            .stream()
                .map(OptimizerKind::plural)
                .collect(Collectors.joining(", ", "", ", where it asks for them"));
      default:
        return "slopes";
    }
  }

  private static String plural(OracleRequest question) {
    switch (question) {
      case LOSS:
        return "losses";
      case GRADIENT:
        return "slopes";
      case HESSIAN_PRODUCT:
        return "products of the Hessian";
      default:
        return "residuals with their slopes";
    }
  }
}
