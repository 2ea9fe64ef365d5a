package io.sluice.engine.support;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.study.StudySpec;
import io.sluice.spi.Component;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans a study and runs it. */
public record Runs(Laboratory laboratory, StudyPlan plan, StudyHeader header) {

  public static Runs of(StudyBuilder study, Component... further) {
    StudySpec spec = study.build();
    Laboratory laboratory = Laboratories.with(further);
    StudyPlan plan = laboratory.plan(spec);
    return new Runs(laboratory, plan, laboratory.header(plan, "{}"));
  }

  /** Runs into the store what it does not have. */
  public RunSummary into(ResultStore store, int threads, int lanes, ResultSink... listeners) {
    return into(store, new RunOptions(threads, lanes), new Cancellation(), listeners);
  }

  public RunSummary into(
      ResultStore store, RunOptions options, Cancellation cancellation, ResultSink... listeners) {
    return laboratory.run(plan, header, store, List.of(listeners), options, cancellation);
  }

  /** Every event of a whole run, by trial. */
  public List<TrialEvent> events(int threads, int lanes) {
    MemoryStore store = new MemoryStore();
    into(store, threads, lanes);
    return store.events();
  }

  /** What the first trial measured: by step, the metrics in their order. */
  public Map<Long, Map<String, Double>> measured() {
    Map<Long, Map<String, Double>> measured = new TreeMap<>();
    for (TrialEvent event : laboratory.runTrial(plan, 0)) {
      if (event instanceof TrialEvent.Measured) {
        TrialEvent.Measured m = (TrialEvent.Measured) event;
        measured.computeIfAbsent(m.step(), s -> new LinkedHashMap<>()).put(m.metric(), m.value());
      }
    }
    return measured;
  }

  /** The results of a whole run, by trial. */
  public List<TrialResult> results() {
    MemoryStore store = new MemoryStore();
    into(store, 2, 0);
    return store.rows().stream().map(TrialEvent.Finished::result).toList();
  }
}
