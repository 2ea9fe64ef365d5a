package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new RunOptions(0, 0))
        .hasMessage("threads must be from 1 to 1024, not 0");
    assertThatThrownBy(() -> new RunOptions(1, -1))
        .hasMessage("lanes must be from 1 to 65536, or 0, not -1");
  }

  @Test
  void trialsBeyondThePlanAreRefused() {
    Runs runs = Runs.of(new StudyBuilder());
    assertThatThrownBy(() -> runs.laboratory().runTrial(runs.plan(), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(runs.plan().id() + " has the trials 0 to 2, not 3");
  }
}
