package io.sluice.cli;

import io.sluice.engine.text.DurationText;
import io.sluice.engine.watch.Waiting;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Says that a run waits once it has waited a moment: on a terminal in the place of the progress
 * bar, elsewhere in a line at first and then each minute.
 */
final class WaitingLine implements Waiting {

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final StatusLine line;
  private final boolean redraws;
  private final Consumer<String> say;
  private Duration said;
  private Duration waited = Duration.ZERO;

  /**
   * Says nothing yet.
   *
   * @param redraws whether the line can be drawn again in its place
   * @param say takes a line where it cannot
   */
  WaitingLine(StatusLine line, boolean redraws, Consumer<String> say) {
    this.line = line;
    this.redraws = redraws;
    this.say = say;
  }

  @Override
  public void waits(String why, Duration since) {
    waited = since;
    if (since.compareTo(MOMENT) < 0) {
      return;
    }
    String text = "waiting " + why + ", " + DurationText.of(since);
    if (redraws) {
      line.draw(text);
      said = since;
    } else if (said == null || since.minus(said).compareTo(PAUSE) >= 0) {
      say.accept(text);
      said = since;
    }
  }

  @Override
  public void over() {
    if (said != null && redraws) {
      line.clear();
    } else if (said != null) {
      say.accept("waited " + DurationText.of(waited));
    }
    said = null;
  }
}
