package io.sluice.engine.catalog;

import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import io.sluice.formula.TextComponent;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Definition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.OptimizerDefinition;
import io.sluice.spi.TrainableActivation.Sharing;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A pack that was found right, as bytes; its texts are read again when they are needed. */
public final class PackBytes {

  /** To be changed with what is written. */
  public static final String FORM = "2";

  /** What ends a file that is whole. */
  private static final int END = 0x5eed;

  private PackBytes() {}

  /** Writes a part of a value. */
  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads it again. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Writes a pack. */
  public static void write(Pack pack, DataOutputStream out) throws IOException {
    text(pack.id(), out);
    text(pack.version(), out);
    all(pack.entries(), PackBytes::entry, out);
    out.writeInt(END);
  }

  /**
   * Reads what was written.
   *
   * @throws IOException if it is nothing of the kind
   * @throws IllegalArgumentException if it makes no sense
   */
  public static Pack read(DataInputStream in) throws IOException {
    Pack pack = new Pack(text(in), text(in), all(PackBytes::entry, in));
    if (in.readInt() != END) {
      throw new IOException("not a pack");
    }
    return pack;
  }

  private static void entry(Pack.Entry entry, DataOutputStream out) throws IOException {
    Definition definition = entry.component().definition();
    boolean activates = definition instanceof ActivationDefinition;
    out.writeBoolean(activates);
    text(definition.id(), out);
    description(definition.description(), out);
    all(definition.hyperparameters(), PackBytes::hyperparameter, out);
    if (activates) {
      ActivationDefinition one = (ActivationDefinition) definition;
      all(one.trainable(), PackBytes::text, out);
      text(one.sharing().name(), out);
      perhaps(one.range(), PackBytes::text, out);
      perhaps(one.kinks(), (kinks, to) -> all(kinks, PackBytes::text, to), out);
      perhaps(one.slope(), PackBytes::text, out);
      perhaps(one.computed(), PackBytes::text, out);
      interval(((FormulaActivation) entry.component()).range(), out);
    } else {
      OptimizerDefinition one = (OptimizerDefinition) definition;
      perhaps(one.moment(), PackBytes::text, out);
      List<Invariance> invariances = List.copyOf(new TreeSet<>(one.invariances()));
      all(invariances, (each, to) -> text(each.name(), to), out);
    }
    List<Map.Entry<String, String>> places = List.copyOf(entry.places().entrySet());
    all(places, (place, to) -> pair(place.getKey(), place.getValue(), to), out);
  }

  private static Pack.Entry entry(DataInputStream in) throws IOException {
    boolean activates = in.readBoolean();
    String id = text(in);
    Description description = description(in);
    List<Hyperparameter> hyperparameters = all(PackBytes::hyperparameter, in);
    TextComponent component =
        activates
            ? FormulaActivation.later(
                new ActivationDefinition(
                    id,
                    description,
                    hyperparameters,
                    all(PackBytes::text, in),
                    Sharing.valueOf(text(in)),
                    perhaps(PackBytes::text, in),
                    perhaps(from -> all(PackBytes::text, from), in),
                    perhaps(PackBytes::text, in),
                    perhaps(PackBytes::text, in)),
                interval(in))
            : RuleOptimizer.later(
                new OptimizerDefinition(
                    id,
                    description,
                    hyperparameters,
                    perhaps(PackBytes::text, in),
                    Set.copyOf(all(from -> Invariance.valueOf(text(from)), in))));
    Map<String, String> places = new LinkedHashMap<>();
    all(from -> places.put(text(from), text(from)), in);
    return new Pack.Entry(component, places);
  }

  private static void pair(String one, String other, DataOutputStream out) throws IOException {
    text(one, out);
    text(other, out);
  }

  private static void description(Description description, DataOutputStream out)
      throws IOException {
    text(description.summary(), out);
    text(description.formula(), out);
    text(description.source(), out);
    all(description.aliases(), PackBytes::text, out);
    all(description.notes(), PackBytes::text, out);
    out.writeBoolean(description.sourceRead());
  }

  private static Description description(DataInputStream in) throws IOException {
    return new Description(
        text(in),
        text(in),
        text(in),
        all(PackBytes::text, in),
        all(PackBytes::text, in),
        in.readBoolean());
  }

  private static void hyperparameter(Hyperparameter each, DataOutputStream out) throws IOException {
    text(each.name(), out);
    text(each.kind().name(), out);
    out.writeDouble(each.value());
    interval(each.range(), out);
    text(each.meaning(), out);
  }

  private static Hyperparameter hyperparameter(DataInputStream in) throws IOException {
    return new Hyperparameter(
        text(in), Hyperparameter.Kind.valueOf(text(in)), in.readDouble(), interval(in), text(in));
  }

  private static void interval(Interval interval, DataOutputStream out) throws IOException {
    out.writeDouble(interval.lower());
    out.writeDouble(interval.upper());
    out.writeBoolean(interval.lowerAttained());
    out.writeBoolean(interval.upperAttained());
  }

  private static Interval interval(DataInputStream in) throws IOException {
    return new Interval(in.readDouble(), in.readDouble(), in.readBoolean(), in.readBoolean());
  }

  private static <T> void all(List<T> values, Writer<T> writer, DataOutputStream out)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(value, out);
    }
  }

  private static <T> List<T> all(Reader<T> reader, DataInputStream in) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }

  private static <T> void perhaps(Optional<T> value, Writer<T> writer, DataOutputStream out)
      throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writer.write(value.get(), out);
    }
  }

  private static <T> Optional<T> perhaps(Reader<T> reader, DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > Pack.MOST_BYTES) {
      throw new IOException("not a pack");
    }
    byte[] bytes = in.readNBytes(length);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
