package io.sluice.engine.catalog;

import io.sluice.spi.Component;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleWrapper;
import io.sluice.spi.PopulationOptimizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of optimizers, and what is put around them, as people are told of them. */
public enum OptimizerKind {
  /** It sees slopes where it stands. */
  GRADIENT,
  /** It sees losses of points it proposes. */
  POPULATION,
  /** It decides itself where it looks and what it asks there. */
  ORACLE,
  /** It is put around one that sees slopes. */
  WRAPPER;

  /** The kind of an optimizer or of a wrapper. */
  public static OptimizerKind of(Component optimizer) {
    if (optimizer instanceof OptimizerWrapper) {
      return WRAPPER;
    }
    if (optimizer instanceof PopulationOptimizer) {
      return POPULATION;
    }
    return optimizer instanceof OracleOptimizer ? ORACLE : GRADIENT;
  }

  /** The name of the kind. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an optimizer or a wrapper sees, for people. */
  public static String sight(Component optimizer) {
    switch (of(optimizer)) {
      case POPULATION:
        return "losses of a population, no slopes";
      case WRAPPER:
        return optimizer instanceof OracleWrapper
            ? asked(((OracleWrapper) optimizer).questions())
            : "slopes, or the updates that the optimizer inside makes of them";
      case ORACLE:
        return asked(((OracleOptimizer) optimizer).questions());
      default:
        return "slopes";
    }
  }

  private static String asked(Set<OracleRequest> questions) {
    return new TreeSet<>(questions)
        .stream()
            .map(OptimizerKind::plural)
            .collect(Collectors.joining(", ", "", ", where it asks for them"));
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
