package io.sluice.dist.page;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.report.figure.CurveDrawing;
import io.sluice.report.figure.CurveTraits;
import io.sluice.spi.Activation;
import io.sluice.spi.Description;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of activations in Markdown, with a drawing of each beside it. */
final class ActivationPage {

  /** The page's name. */
  static final String NAME = "activations.md";

  private final List<Activation> activations;
  private final Map<String, String> packs;
  private final Map<String, String> drawings = new TreeMap<>();
  private final Map<String, CurveTraits> traits = new TreeMap<>();

  /**
   * The page of these activations. One that cannot be evaluated gets a line but no drawing.
   *
   * @param packs the packs that define some of them, by their ids
   */
  ActivationPage(List<Activation> activations, Map<String, String> packs) {
    this.activations = activations.stream().sorted(Comparator.comparing(Activation::id)).toList();
    this.packs = Map.copyOf(packs);
    this.activations.forEach(this::look);
  }

  private void look(Activation activation) {
    try {
      String drawing = CurveDrawing.of(activation);
      traits.put(activation.id(), CurveTraits.of(activation));
      drawings.put(activation.id(), drawing);
    } catch (RuntimeException notEvaluable) {
      // What is no function of one number alone has no curve.
    }
  }

  /** The text of every file by its name, which is relative to the folder of the page. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    drawings.forEach((id, drawing) -> files.put(drawingName(id), drawing));
    files.put(NAME, text());
    return files;
  }

  private static String drawingName(String id) {
    return "activations/" + id + ".svg";
  }

  private String text() {
    return introduction() + new KindIndex(activations, traits).text() + table() + notes();
  }

  private String introduction() {
    long trainable = count(each -> each instanceof TrainableActivation);
    long trained = count(KindIndex::isTrained);
    return "# Activations\n\n"
        + activations.size()
        + " activations come along. "
        + trainable
        + " of them have parameters that can be trained with the network; "
        + trained
        + " of these are trained unless a study says otherwise."
        + inPacks()
        + "\n\n"
        + "This page is made from what the activations say of themselves; after a change, [print it"
        + " anew](../CONTRIBUTING.md#tests) rather than edit it. `sluice show ID` plots one in the"
        + " terminal, and with `--passport` it examines one. What was left out, and why, is [on a"
        + " page of its own](activations-left-out.md); what papers and libraries call otherwise is on"
        + " [another](activation-names.md).\n\n"
        + "Here are the functions of one number; `sluice list activations` also has those that take"
        + " all units of a layer at once.\n\n"
        + "- **Curves** are drawn with the presets: the value solid and blue, the slope dashed and"
        + " orange, a dot at each kink. They go from −5 to 5 and up to ±3 where that shows enough,"
        + " so mind the numbers at the axes.\n"
        + "- **Formulas** are in the language in which studies write their own: `a if condition else"
        + " b`. A `-` in the name of a preset is a `_` there. A *surrogate slope* is what training"
        + " takes in place of the derivative.\n"
        + "- **Presets** are the values of hyper-parameters of which a study says nothing. *Trainable*"
        + " ones can be weights of the network; *trained* ones are, one for each unit or one for"
        + " each layer, unless a study says otherwise.\n"
        + "- **Range** and **kinks** are those of the presets. A kink is a point where the function"
        + " has no slope, or jumps. Numbers of many digits are rounded to three.\n"
        + "- **Sources** marked *not read* could not be had, so formula or presets are taken from"
        + " others who cite them. No source means common knowledge.\n\n";
  }

  /** How many the packs define. */
  private String inPacks() {
    Map<String, Long> sizes =
        packs.values().stream()
            .collect(Collectors.groupingBy(pack -> pack, TreeMap::new, Collectors.counting()));
    return sizes.isEmpty()
        ? ""
        : " "
            + packs.size()
            + " are defined in [packs](writing-a-plugin.md): "
            + sizes.entrySet().stream()
                .map(pack -> MarkdownText.code(pack.getKey()) + " (" + pack.getValue() + ")")
                .collect(Collectors.joining(", "))
            + ".";
  }

  private long count(Predicate<Activation> property) {
    return activations.stream().filter(property).count();
  }

  private String table() {
    StringBuilder table = new StringBuilder("## All\n\n");
    // A cell holds an image as wide as its heading only.
    table.append("| activation | curve").append("&nbsp;".repeat(28));
    table.append(" | formula and source | presets | range | kinks |\n|---|---|---|---|---|---|\n");
    activations.forEach(each -> table.append(row(each)));
    return table.append('\n').toString();
  }

  private String row(Activation activation) {
    Description description = activation.description();
    return "| <a id=\""
        + activation.id()
        + "\"></a>"
        + MarkdownText.code(activation.id())
        + aliases(description)
        + " | "
        + drawing(activation.id())
        + " | "
        + definition(activation)
        + " | "
        + presets(activation)
        + " | "
        + NumberShown.of(activation.range())
        + " | "
        + NumberShown.of(activation.kinks())
        + " |\n";
  }

  private static String aliases(Description description) {
    return description.aliases().isEmpty()
        ? ""
        : "<br>or "
            + description.aliases().stream()
                .map(MarkdownText::code)
                .collect(Collectors.joining(", "));
  }

  private String drawing(String id) {
    return drawings.containsKey(id)
        ? "<img src=\""
            + drawingName(id)
            + "\" width=\"160\" height=\"110\" alt=\"curve of "
            + id
            + "\">"
        : "none";
  }

  private String definition(Activation activation) {
    String id = activation.id();
    Description description = activation.description();
    List<String> parts = new ArrayList<>();
    parts.add(MarkdownText.plain(description.summary()));
    parts.add(description.formula().isEmpty() ? "" : MarkdownText.code(description.formula()));
    parts.add(
        activation.surrogateSlope().isEmpty()
            ? ""
            : "surrogate slope " + MarkdownText.code(activation.surrogateSlope()));
    parts.add(source(description));
    parts.add(packs.containsKey(id) ? "pack " + MarkdownText.code(packs.get(id)) : "");
    parts.add(description.notes().isEmpty() ? "" : "[notes](#notes-" + id + ")");
    parts.removeIf(String::isEmpty);
    return String.join("<br>", parts);
  }

  private static String source(Description description) {
    String source = MarkdownText.plain(description.source());
    if (description.sourceRead()) {
      return source;
    }
    return source.isEmpty() ? "*no source read*" : source + " *(not read)*";
  }

  private static String presets(Activation activation) {
    Optional<TrainableActivation> trainable =
        activation instanceof TrainableActivation
            ? Optional.of((TrainableActivation) activation)
            : Optional.empty();
    return activation.hyperparameters().stream()
        .map(
            preset ->
                MarkdownText.code(preset.name() + " = " + NumberShown.of(preset))
                    + trainable
                        .filter(each -> each.trainable().contains(preset.name()))
                        .map(ActivationPage::training)
                        .orElse(""))
        .collect(Collectors.joining("<br>"));
  }

  private static String training(TrainableActivation activation) {
    return KindIndex.isTrained(activation)
        ? ", *trained " + ActivationSpec.word(activation.sharing()).replace('-', ' ') + "*"
        : ", *trainable*";
  }

  private String notes() {
    StringBuilder notes = new StringBuilder("## Notes\n");
    for (Activation activation : activations) {
      List<String> sentences = activation.description().notes();
      if (!sentences.isEmpty()) {
        notes.append("\n<a id=\"notes-").append(activation.id()).append("\"></a>");
        notes.append("[`").append(activation.id()).append("`](#").append(activation.id());
        notes.append("): ");
        notes.append(sentences.stream().map(MarkdownText::plain).collect(Collectors.joining(" ")));
        notes.append('\n');
      }
    }
    return notes.toString();
  }
}
