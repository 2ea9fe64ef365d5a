package io.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.tck.Finding;
import java.util.List;
import java.util.Locale;

/** {@link CheckedPlugin}s for programs. */
final class CheckedPluginJson {

  private CheckedPluginJson() {}

  /** An array with one object for each file. */
  static ArrayNode of(List<CheckedPlugin> plugins) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (CheckedPlugin plugin : plugins) {
      ObjectNode object = array.addObject();
      object.put("file", plugin.file().toString());
      object.put("passed", plugin.isSound());
      for (PluginReport.Loaded loaded : plugin.report().loaded()) {
        Origin origin = loaded.origin();
        object.put("plugin", origin.plugin());
        object.put("version", origin.version());
        object.put("sha256", origin.sha256());
      }
      ArrayNode components = object.putArray("components");
      plugin.components().forEach(component -> component(component, components.addObject()));
      ArrayNode rejected = object.putArray("rejected");
      for (PluginReport.Rejected each : plugin.report().rejected()) {
        rejected.addObject().put("subject", each.subject()).put("reason", each.reason());
      }
    }
    return array;
  }

  private static void component(CheckedPlugin.CheckedComponent component, ObjectNode object) {
    object.put("kind", component.kind()).put("id", component.id());
    object.put("checks", component.checks()).put("failed", component.failed());
    ArrayNode findings = object.putArray("findings");
    for (Finding finding : component.findings()) {
      findings
          .addObject()
          .put("check", finding.check())
          .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
          .put("message", finding.message());
    }
  }
}
