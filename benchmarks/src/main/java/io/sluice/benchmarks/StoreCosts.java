package io.sluice.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.TrialResult;
import io.sluice.store.duckdb.DuckdbStoreProvider;
import io.sluice.store.postgres.PostgresStoreProvider;
import io.sluice.store.sqlite.SqliteStoreProvider;
import io.sluice.studies.StudyReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What writing to stores costs: one study is run in one process with no store but a number a trial
 * in memory, and with each of the stores, several rounds in turn. {@code benchmarks/store-costs}
 * builds what this needs.
 */
final class StoreCosts {

  private static final List<ResultStoreProvider> PROVIDERS =
      List.of(new SqliteStoreProvider(), new DuckdbStoreProvider(), new PostgresStoreProvider());

  private static final String NONE = "none";

  /** The CPU time of this process and the time that went by, in seconds. */
  private record Cost(double cpu, double wall) {}

  private final Laboratory laboratory = BuiltIns.laboratory();
  private final StudyPlan plan;
  private final int threads;

  private StoreCosts(String steps, long trials, int threads) throws IOException {
    this.threads = threads;
    plan =
        laboratory.plan(
            StudyReader.read(
                    WholeRun.study(steps),
                    "store-costs",
                    Path.of("."),
                    List.of("repeats=" + Math.max(1, trials / 4)))
                .spec());
  }

  /** Takes steps, trials, threads, rounds and the URLs of stores. */
  public static void main(String[] arguments) throws IOException {
    StoreCosts costs =
        new StoreCosts(
            arguments[0], (long) Double.parseDouble(arguments[1]), Integer.parseInt(arguments[2]));
    int rounds = Integer.parseInt(arguments[3]);
    List<String> urls = List.of(arguments).subList(4, arguments.length);
    Map<String, Cost> least = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      least.merge(NONE, costs.without(), round == 1 ? (old, fresh) -> fresh : StoreCosts::least);
      for (String url : urls) {
        least.merge(url, costs.with(url), round == 1 ? (old, fresh) -> fresh : StoreCosts::least);
      }
    }
    System.out.printf("%,d trials; the first round warms up%n", costs.plan.trials());
    System.out.println("store       CPU s   writing, of the run without   wall s");
    Cost none = least.get(NONE);
    least.forEach(
        (url, cost) ->
            System.out.printf(
                Locale.ROOT,
                "%-10s %6.2f   %26.1f %%   %6.2f%n",
                url.replaceFirst(":.*", ""),
                cost.cpu,
                100 * (cost.cpu / none.cpu - 1),
                cost.wall));
  }

  /** Whatever disturbs a run makes it slower, so the least is the best estimate. */
  private static Cost least(Cost one, Cost other) {
    return List.of(one, other).stream().min(Comparator.comparingDouble(Cost::cpu)).orElseThrow();
  }

  private Cost without() {
    return run(new LossMemory(Math.toIntExact(plan.trials()), TrialResult::bestLoss));
  }

  private Cost with(String url) {
    int colon = url.indexOf(':');
    ResultStoreProvider provider =
        PROVIDERS.stream()
            .filter(one -> one.id().equals(url.substring(0, colon)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no store " + url));
    try (ResultStore store = provider.open(url.substring(colon + 1))) {
      store.studies().forEach(study -> store.forget(study.id()));
      return run(store);
    }
  }

  private Cost run(ResultStore store) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long cpu = process.getProcessCpuTime();
    long begun = System.nanoTime();
    laboratory.run(
        plan,
        laboratory.header(plan, "{}"),
        store,
        List.of(),
        new RunOptions(threads, 0),
        new Cancellation());
    return new Cost((process.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - begun) / 1e9);
  }
}
