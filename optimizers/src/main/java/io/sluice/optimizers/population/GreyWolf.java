package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Wolves go to the mean of three places, each near one of the three best so far: {@code x ← mean
 * over leaders of (p − A |C p − x|)}, with A uniform on [−a, a] and C on [0, 2]; a falls from 2 to
 * 0 with the share of the budget that is spent.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GreyWolf(Settings settings) implements FixedPopulation {

  /** The presets. */
  public GreyWolf() {
    this(
        Settings.of(
            Population.size(30, 3),
            Hyperparameter.real("first-reach", 2, Interval.closed(0, 10), "a at the start")));
  }

  @Override
  public String id() {
    return "grey-wolf";
  }

  @Override
  public Description description() {
    return Description.of(
            "Wolves around the three best",
            "x ← mean of p − A |C p − x| over the three best p; A = a (2 u − 1), C "
                + "= 2 u, a = first-reach (1 − spent)",
            "Mirjalili, Mirjalili & Lewis, Advances in Engineering Software 69, 2014")
        .aliases("gwo")
        .note(
            "Novelty disputed: Camacho-Villalón, Dorigo & Stützle (Int. Trans. "
                + "Operational Research 30, 2023) find ideas of particle swarms in other "
                + "words.")
        .note(
            "It is drawn to the origin, wherever that lies in the box, because C "
                + "multiplies places: Kudela (Nature Machine Intelligence 4, 2022). What "
                + "it does on problems with their optimum at the origin says nothing "
                + "about others.")
        .note("Where the budget is not known, schedules stand at their middle.");
  }

  @Override
  public GreyWolf with(Map<String, Double> values) {
    return new GreyWolf(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private static final int LEADERS = 3;

    private final double firstReach;
    private final double[][] leaders = new double[LEADERS][coordinates];
    private final double[] leaderLoss = new double[LEADERS];

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      firstReach = set.real("first-reach");
    }

    @Override
    void begin() {
      Arrays.fill(leaderLoss, Double.POSITIVE_INFINITY);
      int[] ranks = ranked();
      for (int i = 0; i < LEADERS; i++) {
        lead(x[ranks[i]], loss[ranks[i]], i);
      }
    }

    private void lead(double[] place, double itsLoss, int rank) {
      System.arraycopy(place, 0, leaders[rank], 0, coordinates);
      leaderLoss[rank] = itsLoss;
    }

    @Override
    int propose() {
      double reach = firstReach * (1 - elapsed());
      for (int i = 0; i < members; i++) {
        for (int c = 0; c < coordinates; c++) {
          double sum = 0;
          for (double[] leader : leaders) {
            double step = reach * random.nextDouble(-1, 1);
            sum += leader[c] - step * Math.abs(2 * random.nextDouble() * leader[c] - x[i][c]);
          }
          proposal[i][c] = sum / LEADERS;
        }
      }
      return members;
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
      for (int i = 0; i < members; i++) {
        for (int rank = 0; rank < LEADERS; rank++) {
          if (loss[i] < leaderLoss[rank]) {
            for (int below = LEADERS - 1; below > rank; below--) {
              lead(leaders[below - 1], leaderLoss[below - 1], below);
            }
            lead(x[i], loss[i], rank);
            break;
          }
        }
      }
    }
  }
}
