package io.sluice.plugin;

import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Asks a new component everything that lists and plans will ask it later. */
final class ComponentCheck {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private ComponentCheck() {}

  /**
   * Checks the answers.
   *
   * @throws Unusable if one is missing or makes no sense
   */
  static void check(Component component) {
    Set<String> names = new HashSet<>();
    name("id()", answer("id()", component::id), names);
    for (String alias : answer("description()", component::description).aliases()) {
      name("an alias", alias, names);
    }
    Set<String> hyperparameters = new HashSet<>();
    for (Hyperparameter hyperparameter : list("hyperparameters()", component::hyperparameters)) {
      if (!hyperparameters.add(hyperparameter.name())) {
        throw new Unusable("hyperparameters() declares \"" + hyperparameter.name() + "\" twice");
      }
    }
    if (component instanceof ActivationFunction) {
      answer("range()", ((ActivationFunction) component)::range);
      int kinks = answer("kinks()", ((ActivationFunction) component)::kinks).length;
      if (kinks > ActivationFunction.MOST_KINKS) {
        throw new Unusable(
            String.format(
                Locale.ROOT,
                "kinks() has %,d numbers, more than the %,d allowed",
                kinks,
                ActivationFunction.MOST_KINKS));
      }
    }
    if (component instanceof TrainableActivation) {
      list("trainable()", ((TrainableActivation) component)::trainable);
    }
    if (component instanceof StochasticActivation) {
      answer("draw()", ((StochasticActivation) component)::draw);
      if (component instanceof TrainableActivation) {
        throw new Unusable("is stochastic and trainable, which no activation can be at once");
      }
    }
    if (component instanceof ResultStoreProvider
        && list("examples()", ((ResultStoreProvider) component)::examples).isEmpty()) {
      throw new Unusable("examples() is empty; give at least one store URL");
    }
  }

  private static void name(String what, String name, Set<String> names) {
    if (!KEBAB_CASE.matcher(name).matches()) {
      throw new Unusable(
          what + " is \"" + name + "\", which is not lower kebab-case such as \"leaky-relu\"");
    }
    if (!names.add(name)) {
      throw new Unusable("\"" + name + "\" is its id or alias twice");
    }
  }

  private static <T> T answer(String method, Supplier<T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (Throwable problem) { // A stranger's code may throw anything.
      throw Unusable.because(method + " threw", problem);
    }
    if (answer == null) {
      throw new Unusable(method + " is null");
    }
    return answer;
  }

  private static <T> List<T> list(String method, Supplier<List<T>> question) {
    List<T> list =
        answer(
            method,
            () -> {
              List<T> given = question.get();
              return given == null ? null : new ArrayList<>(given);
            });
    if (list.contains(null)) {
      throw new Unusable(method + " contains null");
    }
    return list;
  }
}
