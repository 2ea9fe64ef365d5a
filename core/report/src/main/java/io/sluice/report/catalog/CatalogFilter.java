package io.sluice.report.catalog;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.figure.CurveTraits;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.StochasticActivation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses components by what they are: {@code bounded}, {@code not-monotone}, {@code kind=layer},
 * {@code origin=my-activations}. How a curve runs is what is seen of it from -20 to 20, as {@link
 * CurveTraits} tells; of what sees all units of a layer nothing is seen.
 */
public final class CatalogFilter {

  private static final String NOT = "not-";

  /** What an activation is or is not. */
  private static final Map<String, Predicate<Component>> TRAITS =
      new TreeMap<>(
          Map.of(
              "bounded",
              component -> isBounded(((ActivationFunction) component).range()),
              "monotone",
              component -> curve(component, traits -> !traits.falls()),
              "oscillating",
              component -> curve(component, CurveTraits::oscillates),
              "trainable",
              component -> !ComponentFacts.trainable(component).isEmpty(),
              "random",
              StochasticActivation.class::isInstance));

  private CatalogFilter() {}

  private static boolean isBounded(Interval range) {
    return Double.isFinite(range.lower()) && Double.isFinite(range.upper());
  }

  private static boolean curve(Component component, Predicate<CurveTraits> trait) {
    return component instanceof Activation activation && trait.test(CurveTraits.of(activation));
  }

  /** What can be said of a kind of components, for people. */
  public static List<String> words(String kind) {
    Set<String> words = new TreeSet<>();
    if (kind.equals(CatalogDocument.ACTIVATIONS)) {
      TRAITS.keySet().forEach(trait -> words.addAll(List.of(trait, NOT + trait)));
    }
    values(kind).keySet().forEach(name -> words.add(name + "="));
    return words.stream()
        .sorted(
            Comparator.comparing((String word) -> word.endsWith("=")).thenComparing(word -> word))
        .toList();
  }

  /**
   * The entries that are all of this.
   *
   * @param kind one of the kinds of {@link CatalogDocument}
   * @throws IllegalArgumentException if a condition is none of the kind
   */
  public static <E extends Catalog.Entry<? extends Component>> List<E> chosen(
      String kind, List<E> entries, List<String> conditions) {
    List<E> left = entries;
    for (String condition : conditions) {
      Predicate<E> holds = condition(kind, condition, entries);
      // Curves are looked at side by side; the order stays.
      left = left.parallelStream().filter(holds).toList();
    }
    return left;
  }

  private static <E extends Catalog.Entry<? extends Component>> Predicate<E> condition(
      String kind, String condition, List<E> entries) {
    int equals = condition.indexOf('=');
    if (equals > 0) {
      String value = condition.substring(equals + 1);
      Function<Catalog.Entry<?>, Set<String>> property =
          values(kind).get(condition.substring(0, equals));
      if (property != null) {
        Set<String> known = new TreeSet<>();
        entries.forEach(entry -> known.addAll(property.apply(entry)));
        if (!known.contains(value)) {
          throw new IllegalArgumentException(
              "no "
                  + kind
                  + " with "
                  + condition
                  + NearestWord.hint(value, known)
                  + "; there are "
                  + String.join(", ", known));
        }
        return entry -> property.apply(entry).contains(value);
      }
    }
    boolean isDenied = condition.startsWith(NOT);
    Predicate<Component> trait =
        TRAITS.get(isDenied ? condition.substring(NOT.length()) : condition);
    if (trait == null || !kind.equals(CatalogDocument.ACTIVATIONS)) {
      throw new IllegalArgumentException(
          "\""
              + condition
              + "\" is nothing "
              + kind
              + " can be chosen by"
              + NearestWord.hint(condition, words(kind))
              + "; they are chosen by "
              + String.join(", ", words(kind)));
    }
    return entry -> trait.test(entry.component()) != isDenied;
  }

  /** The properties of a kind that have values. */
  private static Map<String, Function<Catalog.Entry<?>, Set<String>>> values(String kind) {
    Map<String, Function<Catalog.Entry<?>, Set<String>>> values = new TreeMap<>();
    values.put("origin", entry -> Set.of(entry.origin().plugin()));
    if (kind.equals(CatalogDocument.ACTIVATIONS)) {
      values.put(
          "kind", entry -> Set.of(ComponentFacts.kind((ActivationFunction) entry.component())));
    }
    if (kind.equals(CatalogDocument.OPTIMIZERS)) {
      values.put("kind", entry -> Set.of(OptimizerKind.of(entry.component()).id()));
      values.put("invariant", CatalogFilter::invariances);
    }
    return values;
  }

  private static Set<String> invariances(Catalog.Entry<?> entry) {
    Set<String> ids = new TreeSet<>();
    if (entry.component() instanceof Optimizer optimizer) {
      optimizer.invariances().stream().map(Invariance::id).forEach(ids::add);
    }
    return ids;
  }
}
