package io.sluice.web.play;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.TrialWatch;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All seeds of what is played, run from the start and seen in a window of their steps. They run
 * side by side, each with the bits that it has alone in {@code sluice run} and {@code sluice
 * trace}.
 */
final class PlayRun {

  /** The most multiplications of a window, its way from the start included. */
  static final double MOST_MULTIPLICATIONS = 5e9;

  private static final int MOST_FRAMES = 2_000;
  private static final long MOST_NUMBERS = 4_000_000;

  /** Where all seeds stand after a step; a seed that is over before it has no numbers. */
  static final class Frame {
    final double[][] weights = new double[PlayState.SEEDS][];
    final double[] losses = new double[PlayState.SEEDS];
    final boolean[] seen = new boolean[PlayState.SEEDS];

    /** Of the seed shown: what it has cost, how often each parameter was put back, a generation. */
    double cost;

    int[] putBack;
    double[][] generation;
  }

  private final PlayRequest request;
  private final long from;
  private final long to;
  private final boolean keepsAll;
  private final Frame[] frames;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Long> steps = new ArrayList<>();
  private String failure = "";

  private PlayRun(PlayRequest request, long from, long to, boolean keepsAll) {
    this.request = request;
    this.from = from;
    this.to = to;
    this.keepsAll = keepsAll;
    this.frames = new Frame[(int) (to - from + 1)];
  }

  /**
   * Plays the window that an address asks for.
   *
   * @param keepsAll whether the weights of all seeds are wanted, not only those of the one shown
   * @throws PlayRefused if it is too much for one answer
   */
  static PlayRun of(
      Laboratory laboratory,
      PlayRequest request,
      Map<String, List<String>> query,
      boolean keepsAll) {
    PlayStudy study = request.study();
    long from = PlayRequest.number(query, "from", study.firstStep(), 0, study.steps());
    long last = Math.min(study.steps(), from + MOST_FRAMES - 1);
    long to = PlayRequest.number(query, "to", last, from, last);
    long numbers = (to - from + 1) * study.setup().weights() * (keepsAll ? PlayState.SEEDS : 1);
    if (numbers > MOST_NUMBERS) {
      throw new PlayRefused(
          "to",
          "so many steps have " + numbers + " numbers, more than the " + MOST_NUMBERS + " allowed");
    }
    double cost = study.plan().multiplications() * Math.min(1, (to + 1.0) / study.steps());
    if (cost > MOST_MULTIPLICATIONS) {
      throw new PlayRefused(
          "steps",
          "up to step "
              + to
              + " it takes about "
              + NumberText.of(Math.rint(cost / 1e8) / 10)
              + " billion multiplications, more than the "
              + NumberText.of(MOST_MULTIPLICATIONS / 1e9)
              + " allowed; play fewer steps or a smaller network, and run it as a study");
    }
    PlayRun run = new PlayRun(request, from, to, keepsAll);
    run.run(laboratory);
    return run;
  }

  private void run(Laboratory laboratory) {
    Cancellation cancellation = new Cancellation();
    List<TrialEvent> events =
        laboratory.watchedTogether(
            request.study().plan(), trial -> new Watch((int) trial, cancellation), cancellation);
    for (TrialEvent event : events) {
      if (event instanceof TrialEvent.Finished) {
        TrialEvent.Finished finished = (TrialEvent.Finished) event;
        outcomes.add(finished.result().outcome());
        steps.add(finished.result().steps());
        if (finished.result().outcome() == Outcome.FAILED) {
          failure = finished.result().message();
        }
      }
    }
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  /** What was seen after a step of the window; null if all seeds were over. */
  Frame frame(long step) {
    return frames[(int) (step - from)];
  }

  /** How each seed ended; {@link Outcome#CANCELLED} if it would go on beyond the window. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  /** How many steps each seed made. */
  List<Long> steps() {
    return steps;
  }

  /** Why a seed failed; empty if none did. */
  String failure() {
    return failure;
  }

  /** Sees one seed. */
  private final class Watch implements TrialWatch {
    private final int seed;
    private final Cancellation cancellation;
    private final boolean isShown;
    private final int[] putBack;
    private double[][] generation;

    Watch(int seed, Cancellation cancellation) {
      this.seed = seed;
      this.cancellation = cancellation;
      this.isShown = seed == request.shown();
      this.putBack = isShown ? new int[request.names().names().size()] : null;
    }

    @Override
    public boolean wants(long step) {
      if (Thread.currentThread().isInterrupted()) {
        cancellation.cancel();
      }
      // Trials of an oracle optimizer do not step together, so the others may still be on the way.
      if (step > to && request.study().kind() != OptimizerKind.ORACLE) {
        cancellation.cancel();
      }
      return step >= from && step <= to;
    }

    @Override
    public void see(long step, double cost, double loss, double[] weights) {
      int index = (int) (step - from);
      Frame frame = frames[index] == null ? frames[index] = new Frame() : frames[index];
      frame.seen[seed] = true;
      frame.losses[seed] = loss;
      if (isShown || keepsAll) {
        frame.weights[seed] = weights;
      }
      if (isShown) {
        frame.cost = cost;
        frame.putBack = putBack.clone();
        frame.generation = generation;
      }
    }

    @Override
    public void seeGeneration(long step, double[][] candidates) {
      if (!isShown) {
        return;
      }
      generation = new double[candidates.length][];
      for (int member = 0; member < candidates.length; member++) {
        double[] all = candidates[member];
        generation[member] = new double[] {all[request.across()], all[request.up()]};
      }
    }

    @Override
    public void seePutBack(int parameter) {
      if (isShown) {
        putBack[parameter]++;
      }
    }
  }
}
