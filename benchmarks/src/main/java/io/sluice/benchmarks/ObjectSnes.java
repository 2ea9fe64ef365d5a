package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Separable natural evolution strategy, with the presets of Sluice. */
final class ObjectSnes extends ObjectSearch {

  private static final double FIRST_STEP = 0.3 * 2 * Case.BOUND;

  private static final class Member {
    final double[] draw;
    final double[] place;
    double loss;

    Member(int coordinates) {
      draw = new double[coordinates];
      place = new double[coordinates];
    }

    double loss() {
      return loss;
    }
  }

  private final List<Member> members = new ArrayList<>();
  private final double[] utilities;
  private final double[] mean;
  private final double[] deviation;
  private final double rate;

  ObjectSnes(Case training, Random random) {
    super(training, random);
    int size = 4 + (int) (3 * Math.log(coordinates));
    utilities = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      members.add(new Member(coordinates));
      utilities[i] = Math.max(0, Math.log(size / 2.0 + 1) - Math.log(i + 1));
      sum += utilities[i];
    }
    for (int i = 0; i < size; i++) {
      utilities[i] = utilities[i] / sum - 1.0 / size;
    }
    mean = scattered();
    deviation = new double[coordinates];
    Arrays.fill(deviation, FIRST_STEP);
    rate = Math.min(1, (3 + Math.log(coordinates)) / (5 * Math.sqrt(coordinates)));
  }

  @Override
  double bestLoss(int evaluations) {
    double best = Double.POSITIVE_INFINITY;
    for (int spent = 0; spent + members.size() <= evaluations; spent += members.size()) {
      for (Member member : members) {
        for (int c = 0; c < coordinates; c++) {
          member.draw[c] = random.nextGaussian();
          member.place[c] = clip(mean[c] + deviation[c] * member.draw[c]);
        }
        member.loss = loss(member.place);
        best = Math.min(best, member.loss);
      }
      members.sort(Comparator.comparingDouble(Member::loss));
      learn();
    }
    return best;
  }

  private void learn() {
    for (int c = 0; c < coordinates; c++) {
      double step = 0;
      double pull = 0;
      for (int rank = 0; rank < members.size(); rank++) {
        double z = members.get(rank).draw[c];
        step += utilities[rank] * z;
        pull += utilities[rank] * (z * z - 1);
      }
      mean[c] = clip(mean[c] + deviation[c] * step);
      deviation[c] *= Math.exp(rate / 2 * pull);
    }
  }
}
