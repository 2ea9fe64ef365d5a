package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cluster.ClusterException;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.BlockSource;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --on} does, with machines that are threads of this process. */
class RunOnMachinesTest {

  private final CommandLineFixture sluice = new CommandLineFixture();
  private final List<String> log = new ArrayList<>();

  @TempDir Path folder;
  private String study;

  @BeforeEach
  void connect() {
    study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    sluice.machines =
        (address, plugins) -> {
          log.add("at " + address + " with " + plugins.size());
          return new BlockExecutor() {
            @Override
            public Computation begin(
                StudyPlan plan, BlockSource blocks, RunOptions options, Cancellation stop) {
              log.add("begun");
              return BlockExecutor.ofThisProcess().begin(plan, blocks, options, stop);
            }

            @Override
            public void close() {
              log.add("closed");
            }
          };
        };
  }

  @Test
  void theMachinesComputeAndAreLetGo() throws Exception {
    String plugins = Files.createDirectory(folder.resolve("more")).toString();
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--on", "grid:1", "--plugins", plugins);
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(log).containsExactly("at grid:1 with 1", "begun", "closed");
    String here = sluice.run("run", study, "--store", "memory:b", "--plugins", plugins).out();
    assertThat(done.out()).isEqualTo(here.replace("memory:b", "memory:a"));
  }

  @Test
  void whereNothingIsToBeComputedNobodyConnects() {
    sluice.run("run", study, "--store", "memory:a");
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--on", "grid:1");
    assertThat(done.exitCode()).isZero();
    assertThat(log).isEmpty();
  }

  @Test
  void aClusterThatCannotBeHadSaysWhatToDo() {
    sluice.machines =
        (address, plugins) -> {
          throw new ClusterException("start one at " + address);
        };
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--on", "grid:1");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err()).endsWith("sluice: start one at grid:1\n");
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void threadsAreNotThoseOfACluster() {
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--on", "grid:1", "--threads", "2");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).contains("--threads is of this process");
    assertThat(log).isEmpty();
  }
}
