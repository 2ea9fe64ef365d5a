package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Cuts the trials that are still to be run into blocks, in the order of {@link TrialOrder}. Ranges
 * of trials may be added while it is cutting, until {@link #end}.
 */
final class BlockCutter implements BlockSource {

  private static final long[] NONE = {};

  private final TrialOrder order;
  private final int forcedLanes;

  /** How many trials a block of each group has; 0 where nobody asked yet. */
  private final int[] trialsOfBlock;

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean ended;

  /** The group that is being cut; −1 before the first. */
  private int group = -1;

  private int mostTrials = Integer.MAX_VALUE;

  /** A cutter that has nothing to cut yet. */
  BlockCutter(TrialOrder order, int forcedLanes) {
    this.order = order;
    this.forcedLanes = forcedLanes;
    this.trialsOfBlock = new int[order.groups()];
  }

  /** A cutter of everything that is not finished. */
  BlockCutter(StudyPlan plan, BitSet finished, int forcedLanes) {
    this(new TrialOrder(plan), forcedLanes);
    add(order.all(), finished);
    end();
  }

  /** Trials of a range, of which those before the place are cut. */
  private final class Part {
    private final List<TrialOrder.Range> share;
    private final TrialOrder.Range range;
    private final BitSet finished;
    private long place;

    Part(List<TrialOrder.Range> share, TrialOrder.Range range, BitSet finished) {
      this.share = share;
      this.range = range;
      this.finished = finished;
      this.place = range.from();
    }

    /** Puts its next trials into the block, behind so many others, and gives how many are there. */
    int fill(long[] block, int others) {
      int size = others;
      for (; place < range.to() && size < block.length; place++) {
        long index = order.index(range.group(), place);
        if (!finished.get(Math.toIntExact(index))) {
          block[size++] = index;
        }
      }
      return size;
    }

    long left() {
      return range.to() - place;
    }
  }

  /** Adds the trials of a share that are not finished. */
  synchronized void add(List<TrialOrder.Range> share, BitSet finished) {
    share.forEach(range -> parts.add(new Part(share, range, finished)));
    notifyAll();
  }

  /** Takes back what is not cut yet of a share. */
  synchronized void withdraw(List<TrialOrder.Range> share) {
    parts.removeIf(part -> part.share == share);
  }

  /** Nothing more will be added. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public synchronized boolean isOver() {
    return ended && parts.isEmpty();
  }

  /** About how many blocks there are to be cut. */
  synchronized int blocksLeft() {
    long blocks = 0;
    for (Part part : parts) {
      int trials = trialsOfBlock(part.range.group());
      blocks += (part.left() + trials - 1) / trials;
    }
    return (int) Math.min(Integer.MAX_VALUE, blocks);
  }

  private int trialsOfBlock(int group) {
    if (trialsOfBlock[group] == 0) {
      trialsOfBlock[group] = order.trialsOfBlock(group, forcedLanes);
    }
    return trialsOfBlock[group];
  }

  @Override
  public synchronized void await() throws InterruptedException {
    if (parts.isEmpty() && !ended) {
      wait(20);
    }
  }

  @Override
  public synchronized long[] next() {
    while (!parts.isEmpty()) {
      int next = parts.element().range.group();
      if (next != group) {
        group = next;
        mostTrials = Integer.MAX_VALUE;
      }
      long[] block = new long[Math.min(mostTrials, trialsOfBlock(group))];
      int size = 0;
      while (size < block.length && !parts.isEmpty() && parts.element().range.group() == group) {
        size = parts.element().fill(block, size);
        if (parts.element().left() == 0) {
          parts.remove();
        }
      }
      if (size > 0) {
        return Arrays.copyOf(block, size);
      }
    }
    return NONE;
  }

  @Override
  public synchronized void narrow(int trials) {
    mostTrials = Math.min(mostTrials, trials);
  }
}
