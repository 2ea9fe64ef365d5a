package io.sluice.studies.kept;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Evidence;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.ClaimCard;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.ShippedClaims;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A claim with the plans of its studies.
 *
 * @param claim the claim
 * @param quick its studies with the quick repeats, by name
 * @param full its whole studies
 */
public record StoredClaim(Claim claim, Map<String, StudyPlan> quick, Map<String, StudyPlan> full) {

  /**
   * A claim whose studies are planned: the quick ones are the whole ones with fewer repeats.
   *
   * @param planner makes the plan of a study
   */
  public static StoredClaim planned(ClaimCard card, Function<ReadStudy, StudyPlan> planner) {
    Map<String, StudyPlan> full = new LinkedHashMap<>();
    Map<String, StudyPlan> quick = new LinkedHashMap<>();
    card.studies()
        .forEach(
            (name, study) -> {
              StudyPlan plan = planner.apply(study);
              full.put(name, plan);
              quick.put(name, plan.repeated(card.claim().sample().quick()));
            });
    return new StoredClaim(card.claim(), quick, full);
  }

  /**
   * Where those of the claims that come along stand that the rows of a study are evidence for: it
   * is one of their studies, and the store has the others as well.
   */
  public static Map<Claim, Standing> restingOn(
      StudyHeader study, Laboratory laboratory, ResultStore store) {
    Map<Claim, Standing> standings = new LinkedHashMap<>();
    for (ClaimCard card : ShippedClaims.ofStudy(study.name())) {
      try {
        Standing standing =
            planned(card, read -> laboratory.plan(read.spec())).standing(laboratory, store);
        if (standing.rows().stream().anyMatch(rows -> rows.study().equals(study.id()))) {
          standings.put(card.claim(), standing);
        }
      } catch (StudyPlanException otherComponents) {
        // Then the rows are of other components as well, and no evidence.
        continue;
      }
    }
    return standings;
  }

  /** Where it stands by the rows of a store: those of the whole studies, else the quick ones. */
  public Standing standing(Laboratory laboratory, ResultStore store) {
    if (claim.kind().isPresent()) {
      return Standing.without(claim);
    }
    Optional<Standing> standing =
        standing(full, Standing.State.FULL, laboratory, store)
            .or(() -> standing(quick, Standing.State.QUICK, laboratory, store));
    boolean isBegun =
        Stream.concat(full.values().stream(), quick.values().stream())
            .anyMatch(plan -> store.find(plan.id()).isPresent());
    return standing.orElse(
        Standing.without(isBegun ? Standing.State.BEGUN : Standing.State.NOT_RUN));
  }

  /** Where it stands by the rows of these studies, if the store has all of them. */
  private Optional<Standing> standing(
      Map<String, StudyPlan> plans,
      Standing.State state,
      Laboratory laboratory,
      ResultStore store) {
    Map<String, StudyRows> rows = new LinkedHashMap<>();
    List<Standing.Rows> from = new ArrayList<>();
    for (Map.Entry<String, StudyPlan> named : plans.entrySet()) {
      StudyPlan plan = laboratory.next(named.getValue(), store);
      Optional<StudyHeader> header = store.find(plan.id());
      if (plan.isRung()
          || header.isEmpty()
          || store.done(plan.id()).cardinality() < plan.trials()) {
        return Optional.empty();
      }
      rows.put(named.getKey(), StudyRows.collect(header.get(), store));
      from.add(
          new Standing.Rows(
              plan.id(),
              plan.trials(),
              plan.spec().seed(),
              header.get().provenance().getOrDefault("sluice", "")));
    }
    return Optional.of(new Standing(state, claim.judge(new Evidence(rows)), from));
  }
}
