package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ShippedStudy;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What studies can name, as JSON. */
final class CatalogJson {

  private CatalogJson() {}

  static ObjectNode of(Laboratory laboratory) {
    ObjectNode json = Json.object();
    json.set(
        "activations",
        entries(laboratory.components().activationsOfLayers(), CatalogJson::activation));
    json.set(
        "optimizers",
        entries(
            laboratory.components().optimizersAndWrappers(),
            (optimizer, node) -> node.put("kind", OptimizerKind.of(optimizer).id())));
    json.set("problems", entries(laboratory.problems(), (problem, node) -> {}));
    json.set(
        "stores",
        entries(
            laboratory.components().stores(),
            (ResultStoreProvider store, ObjectNode node) ->
                node.set("examples", Json.texts(store.examples()))));
    json.set("studies", shippedStudies());
    json.set("plugins", plugins(laboratory.components().report()));
    return json;
  }

  private static <T extends Component> ArrayNode entries(
      Catalog<T> catalog, BiConsumer<T, ObjectNode> particulars) {
    ArrayNode array = Json.array();
    for (Catalog.Entry<T> entry : catalog.entries()) {
      T component = entry.component();
      Description description = component.description();
      ObjectNode node = array.addObject();
      node.put("id", entry.id());
      node.put("summary", description.summary());
      node.put("formula", description.formula());
      node.put("source", description.source());
      node.put("sourceRead", description.sourceRead());
      node.set("notes", Json.texts(description.notes()));
      node.set("aliases", Json.texts(description.aliases()));
      particulars.accept(component, node);
      ArrayNode hyperparameters = node.putArray("hyperparameters");
      component.hyperparameters().forEach(h -> hyperparameters.add(hyperparameter(h)));
      node.set("origin", origin(entry.origin()));
    }
    return array;
  }

  private static void activation(ActivationFunction activation, ObjectNode node) {
    node.put("kind", activation instanceof LayerActivation ? "layer" : "scalar");
    node.set("range", interval(activation.range()));
    ArrayNode kinks = node.putArray("kinks");
    for (double kink : activation.kinks()) {
      kinks.add(kink);
    }
    if (activation instanceof Activation && !((Activation) activation).surrogateSlope().isEmpty()) {
      node.put("surrogateSlope", ((Activation) activation).surrogateSlope());
    }
    if (activation instanceof TrainableActivation) {
      TrainableActivation trainable = (TrainableActivation) activation;
      node.set("trainable", Json.texts(trainable.trainable()));
      node.put("train", ActivationSpec.word(trainable.sharing()));
    }
    if (activation instanceof StochasticActivation) {
      StochasticActivation stochastic = (StochasticActivation) activation;
      node.put("draws", stochastic.draw().name().toLowerCase(Locale.ROOT));
    }
  }

  private static ObjectNode hyperparameter(Hyperparameter hyperparameter) {
    ObjectNode node = Json.object();
    node.put("name", hyperparameter.name());
    node.put("kind", hyperparameter.kind().name().toLowerCase(Locale.ROOT));
    node.put("preset", hyperparameter.value());
    node.set("range", interval(hyperparameter.range()));
    node.put("meaning", hyperparameter.meaning());
    return node;
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = Json.object();
    node.put("lower", interval.lower());
    node.put("upper", interval.upper());
    node.put("lowerAttained", interval.lowerAttained());
    node.put("upperAttained", interval.upperAttained());
    node.put("text", interval.toString());
    return node;
  }

  private static ObjectNode origin(Origin origin) {
    ObjectNode node = Json.object();
    node.put("plugin", origin.plugin());
    node.put("version", origin.version());
    node.put("file", origin.file());
    node.put("sha256", origin.sha256());
    return node;
  }

  private static ArrayNode shippedStudies() {
    ArrayNode array = Json.array();
    for (ShippedStudy study : ShippedStudies.list()) {
      ObjectNode node = array.addObject();
      node.put("id", study.name());
      node.put("question", study.question());
      node.put("text", ShippedStudies.text(study.name()));
    }
    return array;
  }

  private static ObjectNode plugins(PluginReport report) {
    ObjectNode node = Json.object();
    ArrayNode loaded = node.putArray("loaded");
    for (PluginReport.Loaded plugin : report.loaded()) {
      ObjectNode entry = origin(plugin.origin());
      entry.set("components", Json.texts(plugin.components()));
      loaded.add(entry);
    }
    ArrayNode rejected = node.putArray("rejected");
    for (PluginReport.Rejected plugin : report.rejected()) {
      ObjectNode entry = rejected.addObject();
      entry.put("path", plugin.path());
      entry.put("subject", plugin.subject());
      entry.put("reason", plugin.reason());
    }
    return node;
  }
}
