package io.sluice.studies.kept;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Evidence;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A claim with the plans of its studies.
 *
 * @param claim the claim
 * @param quick its studies with the quick repeats, by name
 * @param full its whole studies
 */
public record StoredClaim(Claim claim, Map<String, StudyPlan> quick, Map<String, StudyPlan> full) {

  /** Where it stands by the rows of a store: those of the whole studies, else the quick ones. */
  public Standing standing(Laboratory laboratory, ResultStore store) {
    if (claim.kind().isPresent()) {
      return Standing.without(claim);
    }
    Optional<Evidence> whole = evidence(full, laboratory, store);
    Optional<Evidence> some = whole.or(() -> evidence(quick, laboratory, store));
    if (some.isEmpty()) {
      boolean isBegun =
          full.values().stream().anyMatch(plan -> isBegun(plan, store))
              || quick.values().stream().anyMatch(plan -> isBegun(plan, store));
      return new Standing(
          isBegun ? Standing.State.BEGUN : Standing.State.NOT_RUN, Optional.empty());
    }
    return new Standing(
        whole.isPresent() ? Standing.State.FULL : Standing.State.QUICK, some.flatMap(claim::judge));
  }

  private static boolean isBegun(StudyPlan plan, ResultStore store) {
    return store.find(plan.id()).isPresent();
  }

  /** The rows of all studies, if the store has all of them. */
  private static Optional<Evidence> evidence(
      Map<String, StudyPlan> plans, Laboratory laboratory, ResultStore store) {
    Map<String, StudyRows> rows = new LinkedHashMap<>();
    for (Map.Entry<String, StudyPlan> named : plans.entrySet()) {
      StudyPlan plan = laboratory.next(named.getValue(), store);
      Optional<StudyHeader> header = store.find(plan.id());
      if (plan.isRung()
          || header.isEmpty()
          || store.finished(plan.id()).cardinality() < plan.trials()) {
        return Optional.empty();
      }
      rows.put(named.getKey(), StudyRows.collect(header.get(), store));
    }
    return Optional.of(new Evidence(rows));
  }
}
