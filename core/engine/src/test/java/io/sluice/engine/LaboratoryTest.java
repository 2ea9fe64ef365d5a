package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaboratoryTest {

  private record Memory(String id, List<String> opened) implements ResultStoreProvider {
    @Override
    public ResultStore open(String location) {
      opened.add(location);
      return new MemoryStore();
    }

    @Override
    public List<String> examples() {
      return List.of(id + ":results/sluice.db");
    }
  }

  private final List<String> opened = new ArrayList<>();
  private final Laboratory laboratory =
      Laboratories.with(new Memory("sqlite", opened), new Memory("jsonl", opened));

  @Test
  void storesAreOpenedAtWhatFollowsTheFirstColon() {
    assertThat(laboratory.openStore("sqlite:results/a:b.db")).isInstanceOf(MemoryStore.class);
    assertThat(opened).containsExactly("results/a:b.db");
  }

  @Test
  void unknownKindsOfStoreAreNamedWithTheNearestOneAndAllOthers() {
    assertThatThrownBy(() -> laboratory.openStore("sqlit:results"))
        .isInstanceOf(StoreUrlException.class)
        .hasMessage(
            "no kind of store \"sqlit\" in \"sqlit:results\" (did you mean \"sqlite\"?); there are"
                + " jsonl, sqlite");
    assertThatThrownBy(() -> laboratory.openStore("results.db"))
        .hasMessage("no kind of store \"results.db\" in \"results.db\"; there are jsonl, sqlite");
  }

  @Test
  void storesNeedAPlace() {
    String message = "\" names no place; write for example sqlite:results/sluice.db";
    assertThatThrownBy(() -> laboratory.openStore("sqlite:"))
        .isInstanceOf(StoreUrlException.class)
        .hasMessage("the store \"sqlite:" + message);
    assertThatThrownBy(() -> laboratory.openStore("sqlite"))
        .hasMessage("the store \"sqlite" + message);
    assertThat(opened).isEmpty();
  }

  @Test
  void headersSayWhatIsKnownBeforehand() {
    Runs runs = Runs.of(new StudyBuilder().targets(0.1, 0.01));
    StudyHeader header = runs.header();
    assertThat(header.id()).isEqualTo(runs.plan().id());
    assertThat(header.name()).isEqualTo("test");
    assertThat(header.trials()).isEqualTo(3);
    assertThat(header.budget()).isEqualTo(61);
    assertThat(header.targets()).containsExactly(0.1, 0.01);
    assertThat(header.provenance())
        .containsEntry("sluice", "test")
        .containsEntry("plugin activations", "1.0 sha256:11")
        .containsEntry("plugin optimizers", "1.0 sha256:22")
        .containsKeys("mathematics", "jvm", "os");
  }

  @Test
  void problemsAreThoseThatComeWithSluice() {
    assertThat(laboratory.problems().entries())
        .extracting(entry -> entry.id())
        .contains("single-example", "xor", "hilly", "megacity", "sphere")
        .isSorted();
  }
}
