package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** ADAMm with its presets: sorted by a comparator, bred by {@code Math.pow}. */
final class ObjectAdamm extends ObjectSearch {

  private static final int AGENTS = 100;
  private static final double HYBRIDS = 0.5;
  private static final double RESISTANCE = 10;
  private static final double RATE = 0.001;
  private static final double EPSILON = 0.1;

  /** What a slot has learnt; it stays when the agents are sorted. */
  private static final class Moments {
    final double[] mean;
    final double[] square;

    Moments(int coordinates) {
      mean = new double[coordinates];
      square = new double[coordinates];
    }
  }

  private static final class Agent {
    double[] place;
    double[] placeBefore;
    double fitness;
    double fitnessBefore;

    Agent(double[] place) {
      this.place = place;
    }

    double fitness() {
      return fitness;
    }
  }

  private final List<Agent> agents = new ArrayList<>();
  private final List<Moments> slots = new ArrayList<>();
  private int generation;

  ObjectAdamm(Case training, Random random) {
    super(training, random);
    for (int i = 0; i < AGENTS; i++) {
      agents.add(new Agent(scattered()));
      slots.add(new Moments(coordinates));
    }
  }

  @Override
  double bestLoss(int evaluations) {
    double best = Double.POSITIVE_INFINITY;
    for (int spent = 0; spent + AGENTS <= evaluations; spent += AGENTS) {
      propose();
      for (Agent agent : agents) {
        double loss = loss(agent.place);
        agent.fitness = -loss;
        best = Math.min(best, loss);
      }
      agents.sort(Comparator.comparingDouble(Agent::fitness).reversed());
    }
    return best;
  }

  private void propose() {
    generation++;
    if (generation == 1) {
      return;
    }
    int elites = AGENTS - (int) (AGENTS * HYBRIDS);
    for (int i = 0; i < AGENTS; i++) {
      Agent agent = agents.get(i);
      double rise = agent.fitness - agent.fitnessBefore;
      double[] former = agent.placeBefore;
      agent.placeBefore = agent.place.clone();
      agent.fitnessBefore = agent.fitness;
      if (generation == 2) {
        agent.place = scattered();
      } else if (i < elites) {
        climb(agent, slots.get(i), former, rise);
      }
    }
    if (generation > 2) {
      for (int i = elites; i < AGENTS; i++) {
        breed(agents.get(i));
      }
    }
  }

  private void climb(Agent agent, Moments slot, double[] former, double rise) {
    int step = generation - 2;
    for (int c = 0; c < agent.place.length; c++) {
      double change = agent.place[c] - former[c];
      double slope = rise / (change == 0 ? EPSILON : change);
      slot.mean[c] = Case.BETA1 * slot.mean[c] + (1 - Case.BETA1) * slope;
      slot.square[c] = Case.BETA2 * slot.square[c] + (1 - Case.BETA2) * slope * slope;
      double meanHat = slot.mean[c] / (1 - Math.pow(Case.BETA1, step));
      double squareHat = slot.square[c] / (1 - Math.pow(Case.BETA2, step));
      agent.place[c] = clip(agent.place[c] + RATE * meanHat / (Math.sqrt(squareHat) + EPSILON));
    }
  }

  private void breed(Agent agent) {
    for (int c = 0; c < agent.place.length; c++) {
      double chance = random.nextDouble();
      double value = agents.get((int) (chance * chance * (AGENTS - 1))).place[c];
      double u = 2 * random.nextDouble() - 1;
      double share = Math.pow(Math.abs(u), RESISTANCE);
      agent.place[c] = clip(value + share * ((u >= 0 ? Case.BOUND : -Case.BOUND) - value));
    }
  }
}
