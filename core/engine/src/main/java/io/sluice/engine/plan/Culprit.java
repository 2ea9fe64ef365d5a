package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the component in whose code an exception began, by its stack. */
final class Culprit {

  private final String kind;
  private final Catalog.Entry<? extends Component> entry;
  private final StackTraceElement frame;

  private Culprit(String kind, Catalog.Entry<? extends Component> entry, StackTraceElement frame) {
    this.kind = kind;
    this.entry = entry;
    this.frame = frame;
  }

  /** The component whose method is the innermost among the methods of components. */
  static Optional<Culprit> of(Throwable thrown, Components components) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String type = outermost(frame.getClassName());
      for (Catalog.Entry<ActivationFunction> entry : components.activationsOfLayers().entries()) {
        if (type.equals(outermost(entry.component().getClass().getName()))) {
          return Optional.of(new Culprit("activation", entry, frame));
        }
      }
      for (Catalog.Entry<? extends Component> entry :
          components.optimizersAndWrappers().entries()) {
        if (type.equals(outermost(entry.component().getClass().getName()))) {
          return Optional.of(new Culprit("optimizer", entry, frame));
        }
      }
    }
    return Optional.empty();
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }

  /** What happened, with the component, its plugin, and the place in its code. */
  Complaint complaint(Throwable thrown, StudySpec spec) {
    return new Complaint(path(spec), "the " + kind + " " + text(entry, thrown, place()));
  }

  /**
   * What happened in the code of a component.
   *
   * @param place such as {@code " in range(...)"}, or an empty text
   */
  static String text(Catalog.Entry<? extends Component> entry, Throwable thrown, String place) {
    String what = thrown.toString().strip().replaceAll("\\s*\\R\\s*", " ");
    return entry + " threw " + what + place;
  }

  private String place() {
    return " in "
        + frame.getMethodName()
        + "(...) at "
        + frame.getFileName()
        + ":"
        + frame.getLineNumber();
  }

  private String path(StudySpec spec) {
    Predicate<ComponentSpec> named = this::isNamed;
    if (kind.equals("optimizer")) {
      return at("optimizers", spec.optimizers().stream().map(named::test).toList());
    }
    List<ActivationSpec> activations = spec.activations();
    return at(
        "activations", activations.stream().map(a -> a.layers().stream().anyMatch(named)).toList());
  }

  /** Whether a study names it there, or what is inside there. */
  private boolean isNamed(ComponentSpec component) {
    return component.id().equals(entry.id())
        || entry.component().description().aliases().contains(component.id())
        || component.around().stream().anyMatch(this::isNamed);
  }

  private static String at(String factor, List<Boolean> hits) {
    int index = hits.indexOf(true);
    return index < 0 ? factor : factor + "[" + index + "]";
  }
}
