package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Across neighbourhood search: every individual searches near its own best place and, in some
 * coordinates, near those of others in a collection of the best: {@code x_c = r_c + N(0, σ) |r_c −
 * x_c|}.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record AcrossNeighbourhoodSearch(Settings settings) implements FixedPopulation {

  /** The presets. */
  public AcrossNeighbourhoodSearch() {
    this(
        Settings.of(
            Population.size(20, 2),
            Hyperparameter.integer(
                "collection",
                20,
                Interval.closed(1, 10_000),
                "how many of the best own places others may search near"),
            Hyperparameter.integer(
                "degree",
                1,
                Interval.closed(0, 10_000),
                "n, in how many coordinates another place is searched near"),
            Hyperparameter.real(
                "deviation", 0.6, Interval.closed(0, 10), "σ of the normal numbers")));
  }

  @Override
  public String id() {
    return "ans";
  }

  @Override
  public Description description() {
    return Description.of(
            "Normal steps around the best places of oneself and of others",
            "x_c = r_c + σ N(0, 1) |r_c − x_c|; r is the own best place, in n "
                + "coordinates that of another of the collection",
            "G. Wu, Across neighbourhood search for numerical optimization, "
                + "Information Sciences 329, 2016")
        .aliases("across-neighbourhood-search")
        .sourceUnread()
        .note("The presets are ours: a text of the paper with its numbers was not at hand.")
        .note(
            "The MQL5 article 15049 differs: it draws for each coordinate, with "
                + "chance 0.8, from a collection of 20 best places ever, and its normal "
                + "numbers are mapped to a range.");
  }

  @Override
  public AcrossNeighbourhoodSearch with(Map<String, Double> values) {
    return new AcrossNeighbourhoodSearch(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(settings, space, random);
  }

  private static final class State extends Population {

    private final int collection;
    private final int degree;
    private final double deviation;
    private final double[][] own;
    private final double[] ownLoss;
    private final SlotOrder order;

    State(Settings set, SearchSpace space, RandomStream random) {
      super(set.integer("population-size"), space, random);
      collection = set.integer("collection");
      degree = set.integer("degree");
      deviation = set.real("deviation");
      own = new double[members][coordinates];
      ownLoss = new double[members];
      order = new SlotOrder(members);
    }

    @Override
    void begin() {
      for (int i = 0; i < members; i++) {
        remember(i);
      }
    }

    private void remember(int i) {
      System.arraycopy(x[i], 0, own[i], 0, coordinates);
      ownLoss[i] = loss[i];
    }

    @Override
    int propose() {
      int[] ranks = order.ascending(ownLoss);
      int collected = Math.min(members, collection);
      for (int i = 0; i < members; i++) {
        double left = Math.min(coordinates, degree);
        for (int c = 0; c < coordinates; c++) {
          double near = own[i][c];
          if (random.nextDouble() * (coordinates - c) < left) {
            near = own[ranks[random.nextInt(collected)]][c];
            left--;
          }
          double reach = Math.abs(near - x[i][c]);
          proposal[i][c] = near + deviation * random.nextGaussian() * reach;
        }
      }
      return members;
    }

    @Override
    void judge(int proposals) {
      takeAll(proposals);
      for (int i = 0; i < members; i++) {
        if (loss[i] < ownLoss[i]) {
          remember(i);
        }
      }
    }
  }
}
