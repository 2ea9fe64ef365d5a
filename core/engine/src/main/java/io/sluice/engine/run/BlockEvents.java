package io.sluice.engine.run;

import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;

/**
 * The events of the trials of a block, trial by trial. They are made one by one whenever somebody
 * goes over them, until it is closed, which gives back the room of the measurements.
 */
public final class BlockEvents implements Iterable<TrialEvent>, AutoCloseable {

  /** What is known of a trial that is over. */
  record Ended(Trial trial, List<Reading> readings, MeasurementLog log, TrialResult result) {}

  private final List<Ended> trials = new ArrayList<>();

  BlockEvents() {}

  /** Adds a trial that is over. */
  void add(Trial trial, List<Reading> readings, MeasurementLog log, TrialResult result) {
    log.settle();
    trials.add(new Ended(trial, readings, log, result));
  }

  /** The trials that are over. */
  List<Ended> trials() {
    return trials;
  }

  /** Adds the trials of another block. */
  void addAll(BlockEvents others) {
    trials.addAll(others.trials);
  }

  /** How many trials it has. */
  int size() {
    return trials.size();
  }

  /** How many numbers its measurements hold in memory. */
  long held() {
    return trials.stream().mapToLong(ended -> ended.log.held()).sum();
  }

  /** Whether measurements hold a file open. */
  boolean isSpilled() {
    return trials.stream().anyMatch(ended -> ended.log.isSpilled());
  }

  /** Tells of each trial and its result. */
  void forEachResult(BiConsumer<Trial, TrialResult> action) {
    trials.forEach(ended -> action.accept(ended.trial, ended.result));
  }

  /** All events in memory; closes it. */
  List<TrialEvent> toList() {
    List<TrialEvent> events = new ArrayList<>();
    forEach(events::add);
    close();
    return events;
  }

  @Override
  public void close() {
    trials.forEach(ended -> ended.log.close());
  }

  @Override
  public Iterator<TrialEvent> iterator() {
    return new Events();
  }

  private final class Events implements Iterator<TrialEvent> {
    private int place = -1;
    private Ended ended;
    private MeasurementLog.Reader looks;
    private int reading;
    private TrialEvent next;

    Events() {
      advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public TrialEvent next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      TrialEvent event = next;
      advance();
      return event;
    }

    private void advance() {
      if (looks != null) {
        advanceInTrial();
        return;
      }
      if (++place == trials.size()) {
        next = null;
        return;
      }
      ended = trials.get(place);
      looks = ended.log.new Reader();
      reading = ended.readings.size();
      next = new TrialEvent.Started(ended.trial);
    }

    private void advanceInTrial() {
      while (true) {
        if (reading == ended.readings.size()) {
          if (!looks.advance()) {
            looks = null;
            next = new TrialEvent.Finished(ended.trial, ended.result);
            return;
          }
          reading = 0;
        }
        while (reading < ended.readings.size()) {
          Reading now = ended.readings.get(reading);
          double value = looks.value(reading++);
          if (looks.step() >= now.metric().firstStep()) {
            next =
                new TrialEvent.Measured(ended.trial, looks.step(), looks.cost(), now.name(), value);
            return;
          }
        }
      }
    }
  }
}
