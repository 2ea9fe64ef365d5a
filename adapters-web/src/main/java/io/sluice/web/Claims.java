package io.sluice.web;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.CanonicalJson;
import io.sluice.studies.ClaimCard;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.kept.StoredClaim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claims with where they stand by the rows of the store. Their studies are planned once, and only
 * when the store has some of them; where a claim stands is found out again when a study of its has
 * changed.
 */
final class Claims {

  private final Laboratory laboratory;
  private final ResultStore store;
  private final StudyDesk desk;
  private final WebLimits limits;
  private final Map<String, ClaimCard> cards = new LinkedHashMap<>();
  private final Map<String, Planned> planned = new ConcurrentHashMap<>();
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /** The claims of these cards, by their ids. */
  Claims(
      Laboratory laboratory,
      ResultStore store,
      StudyDesk desk,
      WebLimits limits,
      List<ClaimCard> cards) {
    cards.forEach(card -> this.cards.put(card.claim().id(), card));
    this.laboratory = laboratory;
    this.store = store;
    this.desk = desk;
    this.limits = limits;
  }

  /** A claim and its plans, or why its studies cannot be planned here. */
  private record Planned(ClaimCard card, Optional<StoredClaim> claim, String complaint) {}

  /** Where a claim stood when the store had this of its studies. */
  private record Found(List<String> had, Standing standing) {}

  /** Their ids. */
  Set<String> ids() {
    return cards.keySet();
  }

  /** Where all of them stand, in their order. */
  Map<Claim, Standing> standings() {
    List<StudyHeader> headers = store.studies();
    Map<Claim, Standing> standings = new LinkedHashMap<>();
    for (String id : cards.keySet()) {
      standings.put(claim(id), standing(id, headers));
    }
    return standings;
  }

  /** One of them. */
  Claim claim(String id) {
    return cards.get(id).claim();
  }

  /** Where it stands. */
  Standing standing(String id) {
    return standing(id, store.studies());
  }

  private Standing standing(String id, List<StudyHeader> headers) {
    ClaimCard card = cards.get(id);
    List<String> has = has(card, headers);
    if (has.isEmpty()) {
      return Standing.without(card.claim()); // Known without its plans, which take long.
    }
    Planned known = planned(id);
    if (known.claim().isEmpty()) {
      return Standing.without(card.claim());
    }
    return found
        .compute(
            id,
            (key, before) ->
                before != null && before.had().equals(has)
                    ? before
                    : new Found(has, known.claim().get().standing(laboratory, store)))
        .standing();
  }

  /** What there is of its studies and of those that tune them: each whole or not. */
  private List<String> has(ClaimCard card, List<StudyHeader> headers) {
    List<String> has = new ArrayList<>();
    for (StudyHeader header : headers) {
      if (isOf(card, header)) {
        Progress progress = desk.progress(header);
        has.add(header.id() + (progress.finished() == header.trials() ? " whole" : " begun"));
      }
    }
    return has;
  }

  private static boolean isOf(ClaimCard card, StudyHeader header) {
    return card.studies().values().stream()
        .anyMatch(study -> header.name().startsWith(study.spec().name()));
  }

  /** The studies of it that take turns just now. */
  List<StudyHeader> running(String id) {
    return desk.line().stream().filter(header -> isOf(cards.get(id), header)).toList();
  }

  /**
   * Its studies, to be handed in.
   *
   * @param quick whether only the first repeats
   * @throws RequestException if there is nothing to run, or it cannot be planned here
   */
  List<PlannedStudy> studies(String id, boolean quick) {
    Planned known = planned(id);
    if (known.claim().isEmpty()) {
      throw new RequestException(422, "claim " + id + " cannot be run here: " + known.complaint());
    }
    StoredClaim claim = known.claim().get();
    if (claim.full().isEmpty()) {
      throw new RequestException(422, "claim " + id + " has nothing to run");
    }
    return (quick ? claim.quick() : claim.full()).values().stream().map(this::handedIn).toList();
  }

  private PlannedStudy handedIn(StudyPlan plan) {
    return new PlannedStudy(plan, laboratory.header(plan, CanonicalJson.of(plan.spec())));
  }

  private Planned planned(String id) {
    return planned.computeIfAbsent(id, this::plan);
  }

  private Planned plan(String id) {
    ClaimCard card = cards.get(id);
    try {
      return new Planned(card, Optional.of(StoredClaim.planned(card, this::plan)), "");
    } catch (StudyPlanException refused) {
      return new Planned(card, Optional.empty(), refused.complaints().get(0).message());
    }
  }

  private StudyPlan plan(ReadStudy study) {
    return laboratory.plan(study.spec(), limits.plan());
  }
}
