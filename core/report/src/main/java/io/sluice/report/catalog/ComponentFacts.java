package io.sluice.report.catalog;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a component declares of itself, for programs: texts, numbers, lists and maps of these. */
public final class ComponentFacts {

  private ComponentFacts() {}

  /** All that the component of an entry declares, by names in words joined by underscores. */
  public static Map<String, Object> of(Catalog.Entry<? extends Component> entry) {
    Component component = entry.component();
    Description description = component.description();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", entry.id());
    facts.put("summary", description.summary());
    facts.put("formula", description.formula());
    facts.put("source", description.source());
    facts.put("source_read", description.sourceRead());
    facts.put("notes", description.notes());
    facts.put("aliases", description.aliases());
    if (component instanceof ActivationFunction activation) {
      activation(activation, facts);
    }
    if (component instanceof Optimizer || component instanceof OptimizerWrapper) {
      facts.put("kind", OptimizerKind.of(component).id());
    }
    if (component instanceof Optimizer optimizer) {
      facts.put(
          "invariances", optimizer.invariances().stream().map(Invariance::id).sorted().toList());
    }
    if (component instanceof ResultStoreProvider store) {
      facts.put("examples", store.examples());
    }
    facts.put(
        "hyperparameters",
        component.hyperparameters().stream().map(ComponentFacts::hyperparameter).toList());
    facts.put("origin", of(entry.origin()));
    return facts;
  }

  /** Whence something comes. */
  public static Map<String, Object> of(Origin origin) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("plugin", origin.plugin());
    facts.put("version", origin.version());
    facts.put("file", origin.file());
    facts.put("sha256", origin.sha256());
    return facts;
  }

  /** The kind of an activation: {@code layer} if it sees all units, else {@code scalar}. */
  static String kind(ActivationFunction activation) {
    return activation instanceof LayerActivation ? "layer" : "scalar";
  }

  /** The names of what is trained of an activation. */
  static List<String> trainable(Component component) {
    return component instanceof TrainableActivation trainable ? trainable.trainable() : List.of();
  }

  private static void activation(ActivationFunction activation, Map<String, Object> facts) {
    facts.put("kind", kind(activation));
    facts.put("range", interval(activation.range()));
    facts.put("kinks", Arrays.stream(activation.kinks()).boxed().toList());
    if (activation instanceof FormulaActivation formula) {
      formula.definition().computed().ifPresent(text -> facts.put("computed", text));
    }
    if (activation instanceof Activation scalar && !scalar.surrogateSlope().isEmpty()) {
      facts.put("surrogate_slope", scalar.surrogateSlope());
    }
    if (activation instanceof TrainableActivation trainable) {
      facts.put("trainable", trainable.trainable());
      facts.put("train", ActivationSpec.word(trainable.sharing()));
    }
    if (activation instanceof StochasticActivation stochastic) {
      facts.put("draws", stochastic.draw().name().toLowerCase(Locale.ROOT));
    }
  }

  private static Map<String, Object> hyperparameter(Hyperparameter hyperparameter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", hyperparameter.name());
    facts.put("kind", hyperparameter.kind().name().toLowerCase(Locale.ROOT));
    facts.put("preset", hyperparameter.value());
    facts.put("range", interval(hyperparameter.range()));
    facts.put("meaning", hyperparameter.meaning());
    return facts;
  }

  private static Map<String, Object> interval(Interval interval) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lower", interval.lower());
    facts.put("upper", interval.upper());
    facts.put("lower_attained", interval.lowerAttained());
    facts.put("upper_attained", interval.upperAttained());
    facts.put("text", interval.toString());
    return facts;
  }
}
