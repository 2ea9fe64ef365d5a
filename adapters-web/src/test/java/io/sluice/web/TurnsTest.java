package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private long now;
  private final Turns turns = new Turns(10, () -> now);
  private final List<String> told = new ArrayList<>();

  private final class Named implements Turns.Turn {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public void go() {
      told.add("go " + name);
    }

    @Override
    public void hold() {
      told.add("hold " + name);
    }
  }

  private final Turns.Turn a = new Named("a");
  private final Turns.Turn b = new Named("b");
  private final Turns.Turn c = new Named("c");

  private void lookAt(long time) {
    now = time;
    turns.look();
  }

  @Test
  void whoIsAloneIsNeverHeld() {
    turns.join(a);
    lookAt(1_000);
    lookAt(1_000_000);
    assertThat(told).containsExactly("go a");
  }

  @Test
  void everybodyInTheLineHasATurnInOrder() {
    turns.join(a);
    turns.join(b);
    turns.join(c);
    for (long time = 10; time <= 60; time += 10) {
      lookAt(time);
    }
    assertThat(told)
        .containsExactly(
            "go a", "hold a", "go b", "hold b", "go c", "hold c", "go a", "hold a", "go b",
            "hold b", "go c", "hold c", "go a");
    assertThat(turns.line()).containsExactly(a, b, c);
  }

  @Test
  void aTurnLastsAtLeastAsLongAsItShould() {
    turns.join(a);
    turns.join(b);
    lookAt(9);
    assertThat(told).containsExactly("go a");
    lookAt(10);
    assertThat(told).containsExactly("go a", "hold a", "go b");
    lookAt(19);
    assertThat(told).hasSize(3);
  }

  @Test
  void whoComesLateToOneThatRanLongIsNextAtOnce() {
    turns.join(a);
    now = 500;
    turns.join(b);
    lookAt(500);
    assertThat(told).containsExactly("go a", "hold a", "go b");
  }

  @Test
  void theNextGoesWhenTheFirstLeaves() {
    turns.join(a);
    turns.join(b);
    turns.join(c);
    turns.leave(b);
    assertThat(told).containsExactly("go a");
    turns.leave(a);
    assertThat(told).containsExactly("go a", "go c");
    turns.leave(a);
    turns.leave(c);
    assertThat(turns.line()).isEmpty();
    turns.join(b);
    assertThat(told).endsWith("go b");
  }
}
