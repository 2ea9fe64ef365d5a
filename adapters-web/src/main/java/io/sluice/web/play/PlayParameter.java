package io.sluice.web.play;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A parameter of an address that says one thing about what is played: a key of the study, and how
 * the value of the one becomes that of the other.
 */
enum PlayParameter {
  SEED("seed", "1", Flow::plain),
  STEPS("budget", "500", value -> "{steps: " + Flow.plain(value) + "}"),
  PROBLEM("problems", "single-example", value -> "[" + Flow.component("id", value) + "]"),
  DATA("problems", "", value -> "[" + PastedData.problem(value) + "]"),
  HIDDEN("networks", "1", Flow::widths),
  OUTPUT("networks", "activated", Flow::plain),
  ACTIVATION("activations", "tanh", value -> Flow.component("formula", value)),
  OPTIMIZER("optimizers", "adam", value -> "[" + Flow.component("rule", value) + "]"),
  POLICY("weight-policies", "none", value -> "[" + Flow.plain(value) + "]"),
  BOUNDS("bounds", "initial", value -> "[" + Flow.plain(value) + "]"),
  START("initial-weights", "1", Flow::start),
  BATCH("batches", "full", value -> "[" + Flow.numbered("size", value) + "]"),
  SCHEDULE("schedules", "constant", value -> "[" + Flow.component("id", value) + "]"),
  LOSS("loss", "mse", value -> Flow.component("id", value));

  private final String key;
  private final String preset;
  private final UnaryOperator<String> flow;

  PlayParameter(String key, String preset, UnaryOperator<String> flow) {
    this.key = key;
    this.preset = preset;
    this.flow = flow;
  }

  /** Its name in addresses. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of the study that it gives a value. */
  String key() {
    return key;
  }

  /** Its value where an address says none. */
  String preset() {
    return preset;
  }

  /** A value as the study has it, in one line of YAML. */
  String flow(String value) {
    return flow.apply(value);
  }

  /** The parameter that gives a part of a study its value. */
  static Optional<PlayParameter> ofPath(String path) {
    if (path.startsWith("networks") && path.endsWith(".output")) {
      return Optional.of(OUTPUT);
    }
    String key = path.split("[.\\[]", 2)[0];
    return Stream.of(values()).filter(parameter -> parameter.key.equals(key)).findFirst();
  }

  /** The parameter of this name. */
  static Optional<PlayParameter> find(String id) {
    return Stream.of(values()).filter(parameter -> parameter.id().equals(id)).findFirst();
  }
}
