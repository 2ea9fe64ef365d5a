package io.sluice.tck;

import io.sluice.spi.Component;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * One promise of a port as a value: it can be listed, run by a JUnit test or by a program, and
 * tells every fault in words. It keeps nothing between two runs.
 *
 * @param id lower kebab-case, such as {@code slope-is-derivative}
 * @param title the promise in one sentence
 * @param port whose promise it is
 * @param body looks for faults
 * @param <C> the port
 */
public record Check<C extends Component>(String id, String title, Class<C> port, Body<C> body) {

  /**
   * Looks for faults. What it throws is a fault of the component.
   *
   * @param <C> the port
   */
  @FunctionalInterface
  public interface Body<C extends Component> {
    /** Tries the component and takes down what is wrong; after the first fault it may stop. */
    void look(C component, Findings findings) throws InterruptedException;
  }

  public Check {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(body, "body");
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not lower kebab-case: \"" + id + "\"");
    }
  }

  /** Whether the component made this promise. */
  public boolean concerns(Component component) {
    return port.isInstance(component);
  }

  /** What is wrong with the component, or nothing; whatever it throws is a fault. */
  public List<Finding> run(Component component) {
    return run(component, new Findings(id));
  }

  /**
   * The same in a thread of its own, for a component that may never come back: that is a fault,
   * too. The thread, which nothing can stop, is left behind and ends with the program.
   *
   * @param limit how long to wait
   */
  public List<Finding> run(Component component, Duration limit) throws InterruptedException {
    Findings findings = new Findings(id);
    CompletableFuture<List<Finding>> done = new CompletableFuture<>();
    Thread thread = new Thread(() -> done.complete(run(component, findings)), "check " + id);
    thread.setDaemon(true);
    thread.start();
    thread.join(limit.toMillis());
    List<Finding> found = done.getNow(null);
    if (found != null) {
      return found;
    }
    String late = Thrown.endless(thread.getStackTrace(), findings.lastCall(), component, limit);
    return List.of(new Finding(id, Finding.Kind.ENDLESS, late));
  }

  private List<Finding> run(Component component, Findings findings) {
    try {
      body.look(port.cast(component), findings);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      findings.remark("was interrupted");
    } catch (Throwable thrown) { // A stranger's code may throw anything, even out of memory.
      findings.fault("%s", Thrown.described(thrown, component));
    }
    return findings.all();
  }
}
