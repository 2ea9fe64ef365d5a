package io.sluice.engine.plan;

import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The canonical text of what a study says, from which identities are made: every part of every
 * record by its name. So a key that is added to studies is in their identities at once, unless it
 * is named here as one that does not belong there.
 */
final class Canonical {

  /**
   * What is not among the settings that all trials of a study have in common: words, the number of
   * repeats, and the factors, which each cell has with its labels and values. The seed is taken as
   * that of the trials, of which tuning has others.
   */
  private static final Map<Class<?>, Set<String>> NOT_SETTINGS =
      Map.of(
          StudySpec.class,
          Set.of(
              "name",
              "question",
              "decideBy",
              "keep",
              "seed",
              "repeats",
              "tuning",
              "problems",
              "networks",
              "activations",
              "optimizers",
              "weightPolicies",
              "bounds",
              "initialWeights"),
          TrainingSpec.class,
          Set.of("batches", "schedules", "clippings", "weightDecays"));

  /**
   * Parts that came later than their record, with what they say where all is as it was before: left
   * out then, so that studies without them keep their identities.
   */
  private static final Map<Class<?>, Map<String, Object>> LATER =
      Map.of(
          Validation.class,
          Map.of("stratified", false, "folds", 0),
          TrainingSpec.class,
          Map.of("patience", Patience.NONE, "monitor", Metric.LOSS));

  private Canonical() {}

  /** The settings that decide the numbers of each trial, whatever its cell and repeat. */
  static String settings(StudySpec spec) {
    return "seed=" + spec.trialSeed() + " " + record(spec, NOT_SETTINGS);
  }

  /** All that a value says. */
  static String of(Object value) {
    return text(value, Map.of());
  }

  /** 128 bits of the SHA-256 of a text, as 32 hexadecimal digits. */
  static String hash(String text) {
    byte[] bytes = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes, 0, 16);
  }

  /** The first 64 bits of a digest. */
  static long key(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible); // Every Java has it.
    }
  }

  /** A digest that has taken in the same so far. */
  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible); // That of every Java can be copied.
    }
  }

  private static String text(Object value, Map<Class<?>, Set<String>> without) {
    if (value instanceof Double) {
      return NumberText.of((Double) value);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof String) {
      return "\"" + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    if (value instanceof Enum) {
      return ((Enum<?>) value).name();
    }
    if (value instanceof Optional) {
      return ((Optional<?>) value).map(inner -> text(inner, without)).orElse("none");
    }
    if (value instanceof List) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      ((List<?>) value).forEach(item -> items.add(text(item, without)));
      return items.toString();
    }
    if (value instanceof Map) {
      StringJoiner items = new StringJoiner(", ", "{", "}");
      ((Map<?, ?>) value)
          .entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue(), without))
              .sorted()
              .forEach(items::add);
      return items.toString();
    }
    if (value instanceof Component) {
      return component((Component) value);
    }
    if (value instanceof Record) {
      return record((Record) value, without);
    }
    throw new IllegalArgumentException("no canonical text of a " + value.getClass().getName());
  }

  private static String component(Component component) {
    StringJoiner values = new StringJoiner(" ", component.id() + "(", ")");
    for (Hyperparameter one : component.hyperparameters()) {
      values.add(one.name() + "=" + NumberText.of(one.value()));
    }
    return values.toString();
  }

  private static String record(Record record, Map<Class<?>, Set<String>> without) {
    Class<?> type = record.getClass();
    StringJoiner parts = new StringJoiner(" ", type.getSimpleName() + "(", ")");
    for (RecordComponent part : type.getRecordComponents()) {
      if (without.getOrDefault(type, Set.of()).contains(part.getName())) {
        continue;
      }
      Object value = value(record, part);
      if (!value.equals(LATER.getOrDefault(type, Map.of()).get(part.getName()))) {
        parts.add(part.getName() + "=" + text(value, without));
      }
    }
    return parts.toString();
  }

  private static Object value(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible); // Studies are public records.
    }
  }
}
