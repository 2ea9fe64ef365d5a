package io.sluice.optimizers;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * ADAMm taken apart: what it owes to the steps of its better half, to breeding in place and to
 * moments that stay with the rank. With its presets it is {@link Adamm}, bit by bit.
 *
 * @param rule the hyper-parameters of the steps
 * @param hybrids the share of agents bred anew; 0 for none
 * @param resistance the exponent of the mutation
 * @param climbs whether the better half moves as in population ADAM, or stays
 * @param snapshotParents whether agents are bred of the places before this generation, not of those
 *     that have just been moved or bred
 * @param momentsFollow whether moments go with an agent when its rank changes
 */
@Extension
public record AdammParts(
    PopulationAdamRule rule,
    double hybrids,
    double resistance,
    boolean climbs,
    boolean snapshotParents,
    boolean momentsFollow)
    implements PopulationOptimizerExtension {

  /** The presets of the article. */
  public AdammParts() {
    this(new Adamm().rule(), new Adamm().hybrids(), new Adamm().resistance(), true, false, false);
  }

  @Override
  public String id() {
    return "adamm-parts";
  }

  @Override
  public Description description() {
    return Description.of(
            "ADAMm with its parts to be left out",
            "as adamm; the better half may stay, parents may be those of before, moments may follow",
            "A. Dik, MQL5 article 16443, 2024; the parts are ours")
        .note(
            "With its presets it is adamm, bit by bit; with hybrids = 0 a sorted adam-population.");
  }

  @Override
  public int populationSize() {
    return rule.populationSize();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    List<Hyperparameter> all =
        new ArrayList<>(new Adamm(rule, hybrids, resistance).hyperparameters());
    all.add(Hyperparameter.flag("climbs", climbs, "whether the better half moves"));
    all.add(
        Hyperparameter.flag(
            "snapshot-parents", snapshotParents, "whether parents are those of before"));
    all.add(
        Hyperparameter.flag("moments-follow", momentsFollow, "whether moments follow the agent"));
    return all;
  }

  @Override
  public AdammParts with(Map<String, Double> values) {
    Adamm whole = new Adamm().with(values);
    return new AdammParts(
        whole.rule(),
        whole.hybrids(),
        whole.resistance(),
        values.get("climbs") != 0,
        values.get("snapshot-parents") != 0,
        values.get("moments-follow") != 0);
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Adamm(rule, hybrids, resistance)
        .start(space, random)
        .with(!climbs, snapshotParents, momentsFollow);
  }
}
