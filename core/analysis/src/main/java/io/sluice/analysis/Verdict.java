package io.sluice.analysis;

import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the optimizer or the activation decides more. */
enum Verdict {
  OPTIMIZER("the optimizer decides more"),
  ACTIVATION("the activation decides more"),
  UNDECIDED("it cannot be told");

  static final String OF_ACTIVATION = "activation";
  static final String OF_OPTIMIZER = "optimizer";
  private static final double LEVEL = 0.05;

  private final String clause;

  Verdict(String clause) {
    this.clause = clause;
  }

  /** As it ends a sentence. */
  String clause() {
    return clause;
  }

  /** Nothing where not both vary. */
  static Optional<Verdict> of(Decomposition sources) {
    Optional<Source> activation = sources.source(OF_ACTIVATION);
    Optional<Source> optimizer = sources.source(OF_OPTIMIZER);
    if (activation.isEmpty() || optimizer.isEmpty()) {
      return Optional.empty();
    }
    Estimate lead = sources.lead(optimizer.get(), activation.get());
    List<Source> real = real(sources);
    if (lead.hasInterval() && lead.lower() > 0 && real.contains(optimizer.get())) {
      return Optional.of(OPTIMIZER);
    }
    boolean other = lead.hasInterval() && lead.upper() < 0 && real.contains(activation.get());
    return Optional.of(other ? ACTIVATION : UNDECIDED);
  }

  /**
   * The sources that chance alone does not explain, by Holm's correction, the largest first; all
   * where there are too few repeats to tell.
   */
  static List<Source> real(Decomposition sources) {
    double[] p = sources.sources().stream().mapToDouble(Source::p).toArray();
    double[] adjusted = Family.holm(p);
    List<Source> real = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      if (sources.repeats() < 3 || adjusted[i] <= LEVEL) {
        real.add(sources.sources().get(i));
      }
    }
    return real;
  }
}
