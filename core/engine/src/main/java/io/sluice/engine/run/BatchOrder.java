package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Pace;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.List;

/**
 * Deals the training rows out to the lanes of a block, batch by batch. What a lane gets depends on
 * its trial and on the number of the update only.
 */
final class BatchOrder {

  private final List<TrialRecord> records;
  private final Pace pace;
  private final int[][] order;
  private final long[] dealt;
  private final Batch[] batches;
  private final RandomStream random = new RandomStream(0);

  /**
   * No rows dealt yet.
   *
   * @param records the trial of each lane, kept up to date by the owner
   */
  BatchOrder(List<TrialRecord> records, Pace pace) {
    this.records = records;
    this.pace = pace;
    this.order = new int[records.size()][];
    this.dealt = new long[records.size()];
    Arrays.fill(dealt, -1);
    this.batches = new Batch[Math.toIntExact(pace.updatesPerEpoch())];
    for (int place = 0; place < batches.length; place++) {
      batches[place] = new Batch(order, place * pace.batch(), pace.size(place));
    }
  }

  /** The batch of the update that follows so many others. They must be asked for in turn. */
  Batch batch(long updates, int lanes) {
    int place = pace.place(updates);
    if (place == 0) {
      for (int lane = 0; lane < lanes; lane++) {
        deal(lane, updates / pace.updatesPerEpoch());
      }
    }
    return batches[place];
  }

  /**
   * Writes the rows that one lane takes after so many updates of its own. They must be asked for in
   * turn, each as often as is wanted.
   *
   * @return how many there are
   */
  int write(int lane, long updates, int[] rows) {
    int place = pace.place(updates);
    long epoch = updates / pace.updatesPerEpoch();
    if (dealt[lane] != epoch) {
      deal(lane, epoch);
      dealt[lane] = epoch;
    }
    int size = pace.size(updates);
    for (int position = 0; position < size; position++) {
      rows[position] = batches[place].example(lane, position);
    }
    return size;
  }

  /** Gives a lane the rows of another. */
  void move(int from, int to) {
    int[] rows = order[to];
    order[to] = order[from];
    order[from] = rows;
    dealt[to] = dealt[from];
  }

  private void deal(int lane, long epoch) {
    TrialSetup setup = records.get(lane).setup();
    Batches.Order kind = setup.training().batches().order();
    if (kind == Batches.Order.SEQUENTIAL) {
      return;
    }
    if (order[lane] == null) {
      order[lane] = new int[pace.rows()];
    } else if (kind == Batches.Order.FIXED) {
      return;
    }
    random.restart(setup.shuffleKey(records.get(lane).trial().repeat(), epoch));
    shuffle(order[lane], random);
  }

  /** Durstenfeld 1964: every order is equally likely. */
  private static void shuffle(int[] rows, RandomStream random) {
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    for (int last = rows.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int row = rows[last];
      rows[last] = rows[other];
      rows[other] = row;
    }
  }
}
