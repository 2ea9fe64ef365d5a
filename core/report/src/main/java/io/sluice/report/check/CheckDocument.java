package io.sluice.report.check;

import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.report.Document;
import io.sluice.report.Section;
import io.sluice.report.Sentences;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.tck.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the document about plugins that were checked. */
public final class CheckDocument {

  /** The id of the table of what was found. */
  public static final String FINDINGS = "findings";

  private CheckDocument() {}

  /**
   * The document.
   *
   * @param remarks further lines, such as names that are taken already
   */
  public static Document of(List<CheckedPlugin> plugins, List<String> remarks) {
    List<String> lines = new ArrayList<>();
    List<Object> objects = new ArrayList<>();
    Table.Builder findings =
        Table.of(FINDINGS, "What was found")
            .columns("file", "kind", "id", "check", "severity", "message")
            .head(0);
    for (CheckedPlugin plugin : plugins) {
      lines.addAll(plugin.lines());
      lines.add(plugin.fileName() + ": " + plugin.summary());
      objects.add(object(plugin));
      for (CheckedPlugin.CheckedComponent component : plugin.components()) {
        for (Finding finding : component.findings()) {
          findings.row(
              Value.of(plugin.fileName()),
              Value.of(component.kind()),
              Value.of(component.id()),
              Value.of(finding.check()),
              Value.of(severity(finding)),
              Value.of(finding.message()));
        }
      }
    }
    lines.addAll(remarks);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("passed", plugins.stream().allMatch(CheckedPlugin::isSound));
    facts.put("plugins", objects);
    return new Document(
        "Checks",
        "",
        facts,
        List.of(
            new Section(
                "answer",
                "Do the components keep the promises of their ports?",
                List.of(new Sentences(lines), findings.build()))));
  }

  private static Map<String, Object> object(CheckedPlugin plugin) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", plugin.file().toString());
    object.put("passed", plugin.isSound());
    for (PluginReport.Loaded loaded : plugin.report().loaded()) {
      Origin origin = loaded.origin();
      object.put("plugin", origin.plugin());
      object.put("version", origin.version());
      object.put("sha256", origin.sha256());
    }
    object.put("components", plugin.components().stream().map(CheckDocument::object).toList());
    object.put(
        "rejected",
        plugin.report().rejected().stream()
            .map(each -> texts("subject", each.subject(), "reason", each.reason()))
            .toList());
    return object;
  }

  private static Map<String, Object> object(CheckedPlugin.CheckedComponent component) {
    Map<String, Object> object = texts("kind", component.kind(), "id", component.id());
    object.put("checks", (long) component.checks());
    object.put("failed", component.failed());
    object.put(
        "findings",
        component.findings().stream()
            .map(
                finding ->
                    texts(
                        "check",
                        finding.check(),
                        "kind",
                        severity(finding),
                        "message",
                        finding.message()))
            .toList());
    return object;
  }

  private static Map<String, Object> texts(String... namesAndTexts) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      object.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return object;
  }

  private static String severity(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT);
  }
}
