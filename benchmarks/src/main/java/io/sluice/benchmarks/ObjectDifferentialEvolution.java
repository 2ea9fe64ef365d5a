package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Differential evolution rand/1/bin, generation by generation, with the presets of Sluice. */
final class ObjectDifferentialEvolution extends ObjectSearch {

  private static final int MEMBERS = 50;
  private static final double WEIGHT = 0.5;
  private static final double CROSSOVER = 0.9;

  private static final class Member {
    final double[] place;
    double loss;

    Member(double[] place) {
      this.place = place;
    }
  }

  private List<Member> members = new ArrayList<>();

  ObjectDifferentialEvolution(Case training, Random random) {
    super(training, random);
    for (int i = 0; i < MEMBERS; i++) {
      members.add(new Member(scattered()));
    }
  }

  @Override
  double bestLoss(int evaluations) {
    double best = evaluate(members, Double.POSITIVE_INFINITY);
    for (int spent = MEMBERS; spent + MEMBERS <= evaluations; spent += MEMBERS) {
      List<Member> children = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        children.add(child(i));
      }
      best = evaluate(children, best);
      for (int i = 0; i < MEMBERS; i++) {
        if (children.get(i).loss > members.get(i).loss) {
          children.set(i, members.get(i));
        }
      }
      members = children;
    }
    return best;
  }

  private double evaluate(List<Member> all, double bestBefore) {
    double best = bestBefore;
    for (Member member : all) {
      member.loss = loss(member.place);
      best = Math.min(best, member.loss);
    }
    return best;
  }

  private Member child(int parent) {
    int one = random.nextInt(MEMBERS);
    while (one == parent) {
      one = random.nextInt(MEMBERS);
    }
    int two = random.nextInt(MEMBERS);
    while (two == parent || two == one) {
      two = random.nextInt(MEMBERS);
    }
    int three = random.nextInt(MEMBERS);
    while (three == parent || three == one || three == two) {
      three = random.nextInt(MEMBERS);
    }
    double[] place = members.get(parent).place.clone();
    int certain = random.nextInt(coordinates);
    for (int c = 0; c < coordinates; c++) {
      if (random.nextDouble() < CROSSOVER || c == certain) {
        double difference = members.get(one).place[c] - members.get(two).place[c];
        place[c] = clip(members.get(three).place[c] + WEIGHT * difference);
      }
    }
    return new Member(place);
  }
}
