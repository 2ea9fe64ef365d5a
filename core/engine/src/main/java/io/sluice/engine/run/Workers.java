package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.watch.Pulse;
import io.sluice.engine.watch.Watch;
import io.sluice.spi.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The threads that compute, and the queue of what they computed. The thread that empties the queue
 * also looks whether components come back. One that does not loses its worker: the trials of its
 * block fail, another thread takes the worker's place, and the component is not tried again.
 */
final class Workers implements BlockExecutor.Computation {

  private static final int BLOCKS_WAITING = 64;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Workplace workplace;
  private final BlockSource blocks;
  private final Cancellation cancellation;
  private final LongSupplier clock;
  private final BlockingQueue<BlockEvents> queue = new ArrayBlockingQueue<>(BLOCKS_WAITING);
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;
  private int started;
  private long looked;

  /** For how long the run was held, which is not the time of any call. */
  private long heldNanos;

  Workers(StudyPlan plan, BlockSource blocks, RunOptions options, Cancellation cancellation) {
    this(plan, blocks, options, cancellation, System::nanoTime);
  }

  /** Workers that share a place with others of the same plan. */
  Workers(Workplace workplace, BlockSource blocks, Cancellation cancellation) {
    this(workplace, blocks, cancellation, System::nanoTime);
  }

  /**
   * @param clock nanoseconds from any origin
   */
  Workers(
      StudyPlan plan,
      BlockSource blocks,
      RunOptions options,
      Cancellation cancellation,
      LongSupplier clock) {
    this(new Workplace(plan, options), blocks, cancellation, clock);
  }

  private Workers(
      Workplace workplace, BlockSource blocks, Cancellation cancellation, LongSupplier clock) {
    this.workplace = workplace;
    this.blocks = blocks;
    this.cancellation = cancellation;
    this.clock = clock;
    this.looked = clock.getAsLong();
  }

  void start() {
    for (int i = 0; i < workplace.options().threads(); i++) {
      workers.add(start(null));
    }
  }

  /** A new worker, which first lets the trials of another fail, if there was one. */
  private Worker start(Lost lost) {
    Worker worker = new Worker(lost);
    worker.thread = new Thread(worker, "sluice-worker-" + started++);
    worker.thread.setDaemon(true);
    worker.thread.start();
    return worker;
  }

  /** A block that another worker did not come back with, and why. */
  private record Lost(long[] trials, String reason) {}

  /** One thread and the block it has at hand. */
  private final class Worker implements Runnable {
    private final Lost lost;
    private final BlockSpace.Place place = workplace.space().new Place(blocks);

    /** What is at hand; null if nothing is, or somebody else has taken it over. */
    private final AtomicReference<long[]> block = new AtomicReference<>();

    private volatile Watch watch;
    private volatile boolean ended;
    private volatile boolean abandoned;
    private Thread thread;

    Worker(Lost lost) {
      this.lost = lost;
    }

    @Override
    public void run() {
      try {
        BlockRunner runner = new BlockRunner(workplace.plan(), cancellation, workplace.room());
        Pulse pulse = Pulse.ofThread();
        pulse.stopWhen(() -> cancellation.isCancelledWhenReleased() || abandoned);
        watch = new Watch(pulse, workplace.options().callLimit().toNanos());
        if (lost != null) {
          put(runner.fail(lost.reason, lost.trials));
        }
        while (!stopped && !cancellation.isCancelledWhenReleased()) {
          long[] trials = blocks.next();
          if (trials.length == 0) {
            // What a worker that failed had at hand is missing for good; nobody waits for that.
            if (blocks.isOver() || failure.get() != null) {
              return;
            }
            blocks.await();
            continue;
          }
          String complaint = workplace.complaint(trials);
          if (complaint != null) {
            put(runner.fail(complaint, trials));
            continue;
          }
          block.set(trials);
          place.run(runner, trials, this::hand);
          if (abandoned) {
            return;
          }
        }
      } catch (Throwable thrown) {
        if (!abandoned) {
          failure.compareAndSet(null, thrown);
        }
      } finally {
        ended = true;
      }
    }

    /** Puts what is over of the block at hand, unless somebody else has taken that over. */
    private void hand(BlockEvents events, long[] rest) throws InterruptedException {
      long[] trials = block.get();
      if (trials != null && block.compareAndSet(trials, rest.length == 0 ? null : rest)) {
        put(events);
      }
    }

    private void put(BlockEvents events) throws InterruptedException {
      while (!stopped && !queue.offer(events, 50, TimeUnit.MILLISECONDS)) {
        continue;
      }
    }
  }

  @Override
  public BlockEvents next() throws InterruptedException {
    boolean idle = workers.stream().allMatch(worker -> worker.ended);
    BlockEvents events = idle ? queue.poll() : queue.poll(20, TimeUnit.MILLISECONDS);
    look();
    if (events != null) {
      return events;
    }
    if (idle) {
      rethrow(failure.get());
      return null;
    }
    return new BlockEvents();
  }

  private void look() {
    long now = clock.getAsLong();
    if (now - looked < LOOK_NANOS) {
      return;
    }
    heldNanos += cancellation.isHeld() ? now - looked : 0;
    looked = now;
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get(i);
      Watch watch = worker.watch;
      Watch.Hung call = watch == null ? null : watch.look(now - heldNanos).orElse(null);
      long[] trials = call == null ? null : worker.block.getAndSet(null);
      if (trials != null) {
        String reason = workplace.giveUp((Component) call.callee(), call.message());
        worker.abandoned = true;
        worker.thread.interrupt();
        worker.place.release();
        workers.set(i, start(new Lost(trials, reason)));
      }
    }
  }

  @Override
  public void stop() {
    stopped = true;
    for (Worker worker : workers) {
      try {
        worker.thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw new IllegalStateException("a worker stopped: " + thrown, thrown);
    }
  }
}
