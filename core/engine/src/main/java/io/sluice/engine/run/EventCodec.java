package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Blocks and their events as bytes, between two processes with the same plan. What the plan says of
 * a trial is not sent: of a block only the numbers of its trials, of a measurement only the
 * numbers. Every number comes back with its bits.
 */
final class EventCodec {

  private final StudyPlan plan;

  EventCodec(StudyPlan plan) {
    this.plan = plan;
  }

  /** Blocks as bytes. */
  static byte[] ofBlocks(List<long[]> blocks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(blocks.size(), out);
      for (long[] trials : blocks) {
        write(trials.length, out);
        long before = 0;
        for (long trial : trials) {
          write(trial - before, out);
          before = trial;
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The blocks of these bytes. */
  static List<long[]> blocks(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<long[]> blocks = new ArrayList<>();
      for (long left = read(in); left > 0; left--) {
        long[] trials = new long[(int) read(in)];
        long before = 0;
        for (int i = 0; i < trials.length; i++) {
          before += read(in);
          trials[i] = before;
        }
        blocks.add(trials);
      }
      return blocks;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Gathers events as bytes. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater));

    /**
     * Adds all trials of these and gives their measurements back.
     *
     * @throws OutOfMemoryError if that is more than one array holds
     */
    void add(BlockEvents events) {
      try {
        for (BlockEvents.Ended ended : events.trials()) {
          add(ended);
          ended.log().close();
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    private void add(BlockEvents.Ended ended) throws IOException {
      out.writeByte(1);
      write(ended.trial().index(), out);
      TrialResult result = ended.result();
      out.writeByte(result.outcome().ordinal());
      write(result.steps(), out);
      out.writeDouble(result.cost());
      out.writeDouble(result.initialLoss());
      out.writeDouble(result.finalLoss());
      out.writeDouble(result.bestLoss());
      out.writeDouble(result.bestCost());
      write(result.hitCosts().size(), out);
      for (double cost : result.hitCosts()) {
        out.writeDouble(cost);
      }
      write(result.message().length(), out);
      out.writeChars(result.message());
      MeasurementLog.Reader looks = ended.log().new Reader();
      while (looks.advance()) {
        out.writeByte(1);
        write(looks.step(), out);
        out.writeDouble(looks.cost());
        for (int reading = 0; reading < ended.readings().size(); reading++) {
          out.writeDouble(looks.value(reading));
        }
      }
      out.writeByte(0);
    }

    /** All of it. Nothing is added any more. */
    byte[] toBytes() {
      try {
        out.writeByte(0);
        out.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      } finally {
        deflater.end();
      }
      return bytes.toByteArray();
    }
  }

  /** The events of these bytes, from a place on. */
  BlockEvents events(byte[] bytes, int from, MeasurementRoom room) {
    BlockEvents events = new BlockEvents();
    MeasurementFile file = new MeasurementFile();
    TrialSetup setup = null;
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from)))) {
      while (in.readByte() != 0) {
        long index = read(in);
        if (setup == null || index / plan.spec().repeats() != setup.cell().index()) {
          setup = plan.cellOf(index);
        }
        TrialResult result = result(in);
        List<Reading> readings =
            plan.spec().cadence().measures() ? Reading.of(setup, plan.spec().metrics()) : List.of();
        MeasurementLog log = new MeasurementLog(room, file, readings.size());
        while (in.readByte() != 0) {
          log.begin(read(in), in.readDouble());
          for (int reading = 0; reading < readings.size(); reading++) {
            log.add(in.readDouble());
          }
        }
        events.add(plan.trial(setup, index), readings, log, result);
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return events;
  }

  private static TrialResult result(DataInputStream in) throws IOException {
    Outcome outcome = Outcome.values()[in.readByte()];
    long steps = read(in);
    double cost = in.readDouble();
    double initialLoss = in.readDouble();
    double finalLoss = in.readDouble();
    double bestLoss = in.readDouble();
    double bestCost = in.readDouble();
    Double[] hitCosts = new Double[(int) read(in)];
    for (int target = 0; target < hitCosts.length; target++) {
      hitCosts[target] = in.readDouble();
    }
    char[] message = new char[(int) read(in)];
    for (int i = 0; i < message.length; i++) {
      message[i] = in.readChar();
    }
    return new TrialResult(
        outcome,
        steps,
        cost,
        initialLoss,
        finalLoss,
        bestLoss,
        bestCost,
        List.of(hitCosts),
        new String(message));
  }

  /** Seven bits a byte, the lowest first; a small number takes one. */
  private static void write(long number, DataOutputStream out) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long read(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.readByte();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
