package io.sluice.tck;

import io.sluice.spi.Component;
import java.util.List;
import java.util.Objects;

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

  /** What is wrong with the component, or nothing; an exception it throws is a fault. */
  public List<Finding> run(Component component) {
    Findings findings = new Findings(id);
    try {
      body.look(port.cast(component), findings);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      findings.remark("was interrupted");
    } catch (Throwable thrown) { // A stranger's code may throw anything.
      findings.fault("%s", Thrown.described(thrown, component));
    }
    return findings.all();
  }
}
