package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * Particle swarm with inertia, around the best place of all: {@code v = ω v + c₁ u₁ (own − x) + c₂
 * u₂ (best − x); x = x + v}, no faster than a share of the box. Its presets are the constriction of
 * Clerc and Kennedy.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record ParticleSwarm(Settings settings) implements FixedPopulation {

  /** The presets. */
  public ParticleSwarm() {
    this(
        Settings.of(
            Population.size(25, 2),
            Hyperparameter.real(
                "inertia", 0.7298, Interval.closed(0, 1), "ω, how much of the velocity stays"),
            Hyperparameter.real(
                "cognitive", 1.49618, Interval.closed(0, 10), "c₁, the pull of the own best place"),
            Hyperparameter.real(
                "social", 1.49618, Interval.closed(0, 10), "c₂, the pull of the best place of all"),
            Hyperparameter.real(
                "fastest",
                0.2,
                Interval.openClosed(0, 10),
                "the largest speed, as a share of the width of the box"),
            Hyperparameter.flag(
                "perturb-best", true, "whether the leader is mutated instead of moved")));
  }

  @Override
  public String id() {
    return "pso";
  }

  @Override
  public Description description() {
    return Description.of(
            "Particle swarm with inertia, around the best of all",
            "v ← ω v + c₁ u₁ (own − x) + c₂ u₂ (best − x), |v| ≤ fastest · width; x ← x + v",
            "Kennedy & Eberhart 1995; Clerc & Kennedy, IEEE TEC 6, 2002")
        .note(
            "Limit of speed and mutation of the leader are those of pymoo; other "
                + "libraries have neither.")
        .note(
            "A mutated leader is its own best place after polynomial mutation with "
                + "an index drawn from 5 to 30, nine times in ten.");
  }

  @Override
  public ParticleSwarm with(Map<String, Double> values) {
    return new ParticleSwarm(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new State(TrialLanes.of(this, space, random));
  }

  @Override
  public Optional<PopulationState> start(TrialLanes lanes) {
    return Optional.of(new State(lanes));
  }

  private static final class State extends LanePopulation {

    private final double[] inertia;
    private final double[] cognitive;
    private final double[] social;
    private final double[] fastest;
    private final double[] perturbs;
    private final double[][] velocity;
    private final double[][] own;
    private final double[] ownLoss;
    private final int[] leader;
    private final double[] ofLeader;
    private final double[] top;
    private final double[] one;
    private final double[] two;

    State(TrialLanes lanes) {
      super(lanes);
      inertia = lanes.hyperparameter("inertia", members);
      cognitive = lanes.hyperparameter("cognitive", members);
      social = lanes.hyperparameter("social", members);
      fastest = lanes.hyperparameter("fastest", coordinates);
      perturbs = lanes.hyperparameter("perturb-best", 1);
      velocity = lanes.rows(coordinates, members);
      own = lanes.rows(coordinates, members);
      ownLoss = lanes.rows(members);
      int all = members * lanes.lanes();
      leader = new int[lanes.lanes()];
      ofLeader = new double[all];
      top = new double[all];
      one = new double[all];
      two = new double[all];
      for (int i = 0; i < fastest.length; i++) {
        fastest[i] *= lanes.upper()[i] - lanes.lower()[i];
      }
    }

    @Override
    void begin() {
      int count = lanes.lanes();
      int all = members * count;
      System.arraycopy(loss, 0, ownLoss, 0, all);
      for (int c = 0; c < coordinates; c++) {
        lanes.random().peek(one, members, c, coordinates);
        lanes.spread(fastest, c * count, top, members);
        System.arraycopy(place[c], 0, own[c], 0, all);
        for (int i = 0; i < all; i++) {
          velocity[c][i] = top[i] * (-1 + 2 * one[i]);
        }
      }
      lanes.random().skip(members * coordinates);
    }

    @Override
    void propose() {
      int count = lanes.lanes();
      int all = members * count;
      lead(count);
      for (int c = 0; c < coordinates; c++) {
        for (int lane = 0; lane < count; lane++) {
          ofLeader[lane] = own[c][leader[lane] * count + lane];
        }
        for (int row = count; row < all; row += count) {
          System.arraycopy(ofLeader, 0, ofLeader, row, count);
        }
        lanes.random().peek(one, members, 2 * c, 2 * coordinates);
        lanes.random().peek(two, members, 2 * c + 1, 2 * coordinates);
        lanes.spread(fastest, c * count, top, members);
        steer(place[c], own[c], velocity[c], proposal[c], all);
      }
      lanes.random().skip(2 * coordinates * members);
      for (int lane = 0; lane < count; lane++) {
        if (perturbs[lane] != 0) {
          perturb(lane, count);
        }
      }
    }

    private void lead(int count) {
      Arrays.fill(leader, 0);
      for (int member = 1; member < members; member++) {
        for (int lane = 0; lane < count; lane++) {
          if (ownLoss[member * count + lane] < ownLoss[leader[lane] * count + lane]) {
            leader[lane] = member;
          }
        }
      }
    }

    private void steer(
        double[] place, double[] own, double[] velocity, double[] proposal, int length) {
      pull(cognitive, one, own, place, length);
      pull(social, two, ofLeader, place, length);
      accelerate(velocity, length);
      for (int i = 0; i < length; i++) {
        proposal[i] = place[i] + velocity[i];
      }
    }

    /** What a place is pulled by stands in the random numbers' own array afterwards. */
    private static void pull(
        double[] weights, double[] random, double[] goal, double[] place, int length) {
      for (int i = 0; i < length; i++) {
        random[i] = weights[i] * random[i] * (goal[i] - place[i]);
      }
    }

    private void accelerate(double[] velocity, int length) {
      for (int i = 0; i < length; i++) {
        velocity[i] = inertia[i] * velocity[i] + (one[i] + two[i]);
      }
      for (int i = 0; i < length; i++) {
        velocity[i] = Math.max(-top[i], Math.min(top[i], velocity[i]));
      }
    }

    /** Puts the leader to its own best place, mutated; its velocity stays. */
    private void perturb(int lane, int count) {
      RandomStream random = lanes.random().of(lane);
      boolean mutates = random.nextDouble() < 0.9;
      double index = mutates ? random.nextDouble(5, 30) : 0;
      double chance = Math.min(0.5, 1.0 / coordinates);
      for (int c = 0; c < coordinates; c++) {
        int i = leader[lane] * count + lane;
        proposal[c][i] = own[c][i];
        if (mutates && random.nextDouble() < chance) {
          double low = lanes.lower()[c * count + lane];
          double high = lanes.upper()[c * count + lane];
          proposal[c][i] = Draws.polynomial(random, own[c][i], low, high, index);
        }
      }
    }

    @Override
    void judge() {
      takeAll();
      int all = members * lanes.lanes();
      for (int i = 0; i < all; i++) {
        if (loss[i] < ownLoss[i]) {
          ownLoss[i] = loss[i];
          for (int c = 0; c < coordinates; c++) {
            own[c][i] = place[c][i];
          }
        }
      }
    }

    @Override
    void flip(int coordinate, int index) {
      velocity[coordinate][index] = -velocity[coordinate][index];
    }
  }
}
