package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.report.catalog.ComponentFacts;
import io.sluice.spi.Component;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ShippedStudy;

/** What studies can name, as JSON. */
final class CatalogJson {

  private CatalogJson() {}

  static ObjectNode of(Laboratory laboratory) {
    ObjectNode json = Json.object();
    Components components = laboratory.components();
    json.set("activations", entries(components.activationsOfLayers()));
    json.set("optimizers", entries(components.optimizersAndWrappers()));
    json.set("problems", entries(laboratory.problems()));
    json.set("stores", entries(components.stores()));
    json.set("studies", shippedStudies());
    json.set("plugins", plugins(components.report()));
    return json;
  }

  private static ArrayNode entries(Catalog<? extends Component> catalog) {
    ArrayNode array = Json.array();
    catalog.entries().forEach(entry -> array.add(Json.tree(ComponentFacts.of(entry))));
    return array;
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
      ObjectNode entry = (ObjectNode) Json.tree(ComponentFacts.of(plugin.origin()));
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
