package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A particle swarm with inertia whose leader is mutated, with the presets of Sluice. */
final class ObjectSwarm extends ObjectSearch {

  private static final int PARTICLES = 25;
  private static final double INERTIA = 0.7298;
  private static final double PULL = 1.49618;
  private static final double FASTEST = 0.2 * 2 * Case.BOUND;

  private static final class Particle {
    final double[] place;
    final double[] velocity;
    final double[] own;
    double ownLoss;

    Particle(double[] place, double[] velocity) {
      this.place = place;
      this.velocity = velocity;
      own = place.clone();
    }
  }

  private final List<Particle> particles = new ArrayList<>();

  ObjectSwarm(Case training, Random random) {
    super(training, random);
    for (int i = 0; i < PARTICLES; i++) {
      double[] velocity = new double[coordinates];
      for (int c = 0; c < coordinates; c++) {
        velocity[c] = FASTEST * (2 * random.nextDouble() - 1);
      }
      particles.add(new Particle(scattered(), velocity));
    }
  }

  @Override
  double bestLoss(int evaluations) {
    Particle leader = particles.get(0);
    for (Particle particle : particles) {
      particle.ownLoss = loss(particle.place);
      leader = better(particle, leader);
    }
    for (int spent = PARTICLES; spent + PARTICLES <= evaluations; spent += PARTICLES) {
      for (Particle particle : particles) {
        fly(particle, leader.own);
      }
      mutate(leader);
      for (Particle particle : particles) {
        double loss = loss(particle.place);
        if (loss < particle.ownLoss) {
          particle.ownLoss = loss;
          System.arraycopy(particle.place, 0, particle.own, 0, coordinates);
        }
        leader = better(particle, leader);
      }
    }
    return leader.ownLoss;
  }

  private static Particle better(Particle particle, Particle leader) {
    return particle.ownLoss < leader.ownLoss ? particle : leader;
  }

  private void fly(Particle particle, double[] best) {
    for (int c = 0; c < coordinates; c++) {
      double place = particle.place[c];
      double speed =
          INERTIA * particle.velocity[c]
              + PULL * random.nextDouble() * (particle.own[c] - place)
              + PULL * random.nextDouble() * (best[c] - place);
      particle.velocity[c] = Math.max(-FASTEST, Math.min(FASTEST, speed));
      particle.place[c] = clip(place + particle.velocity[c]);
    }
  }

  /** Puts the leader to its own best place, mutated polynomially. */
  private void mutate(Particle leader) {
    System.arraycopy(leader.own, 0, leader.place, 0, coordinates);
    if (random.nextDouble() >= 0.9) {
      return;
    }
    double index = 5 + 25 * random.nextDouble();
    for (int c = 0; c < coordinates; c++) {
      if (random.nextDouble() >= Math.min(0.5, 1.0 / coordinates)) {
        continue;
      }
      double u = random.nextDouble();
      double width = 2 * Case.BOUND;
      double place = leader.place[c];
      double near = (u < 0.5 ? place + Case.BOUND : Case.BOUND - place) / width;
      double rest = Math.pow(1 - near, index + 1);
      double inner = u < 0.5 ? 2 * u + (1 - 2 * u) * rest : 2 * (1 - u) + (2 * u - 1) * rest;
      double move = width * (1 - Math.pow(inner, 1 / (index + 1)));
      leader.place[c] = clip(u < 0.5 ? place - move : place + move);
    }
  }
}
