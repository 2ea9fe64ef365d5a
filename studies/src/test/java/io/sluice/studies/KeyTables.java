package io.sluice.studies;

import io.sluice.engine.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the tables of keys that pages of the documentation have, as the keys tell them. */
final class KeyTables {

  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- keys of ([a-z -]+) -->\n).*?(<!-- end -->)");

  private KeyTables() {}

  /** The keys of each table, by the name that its place in a page has. */
  static Map<String, Section<?>> sections() {
    Map<String, Section<?>> sections = new LinkedHashMap<>();
    sections.put("studies", StudyKeys.KEYS);
    sections.put("decisions", DecisionKeys.KEYS);
    sections.put("ranges", GridReader.RANGE);
    sections.put("budgets", BudgetKeys.BUDGETS);
    sections.put("stops", BudgetKeys.STOPS);
    sections.put("problems", ProblemKeys.KEYS);
    sections.put("files", CsvLayout.KEYS);
    sections.put("validations", ValidationKeys.KEYS);
    sections.put("networks", NetworkKeys.KEYS);
    sections.put("heads", LossKeys.HEAD);
    sections.put("features", FeatureKeys.KEYS);
    sections.put("random-fourier", FeatureKeys.WAVES);
    sections.put("radial", FeatureKeys.BELLS);
    sections.put("recurrent", RecurrentKeys.KEYS);
    sections.put("activations", ActivationKeys.KEYS);
    sections.put("bounds", WeightKeys.BOUNDS);
    sections.put("bounds from the activation", WeightKeys.FROM_ACTIVATION);
    sections.put("initial weights", WeightKeys.NUMBERS);
    sections.put("paired starts", WeightKeys.PAIRS);
    sections.put("schemes", SchemeKeys.KEYS);
    sections.put("batches", TrainingKeys.BATCH);
    sections.put("clipping", TrainingKeys.CLIP);
    sections.put("weight decay", TrainingKeys.DECAY);
    sections.put("tuning", TuningKeys.KEYS);
    sections.put("measures", BudgetKeys.MEASURES);
    sections.put("keeps", KeepKeys.KEYS);
    sections.put("packs", PackFile.KEYS);
    sections.put("definitions", FormulaKeys.KEYS);
    sections.put("rules", RuleKeys.KEYS);
    sections.put("optimizers", ComponentKeys.OPTIMIZER);
    sections.put("presets", PresetKeys.KEYS);
    sections.put("claims", ClaimKeys.KEYS);
    sections.put("samples", ClaimKeys.SAMPLES);
    sections.put("expectations", ClaimKeys.EXPECTATIONS);
    sections.put("controls", ClaimKeys.CONTROL_KEYS);
    sections.put("claim rules", ClaimRuleKeys.RULES);
    sections.put("claim measures", ClaimGroupKeys.MEASURES);
    sections.put("differences", ClaimDifferenceKeys.DIFFERENCE);
    sections.put("equivalences", ClaimDifferenceKeys.EQUIVALENCE);
    sections.put("identities", ClaimExactKeys.IDENTITY);
    sections.put("claim bounds", ClaimExactKeys.BOUND);
    sections.put("shares", ClaimShareKeys.SHARE);
    sections.put("slopes", ClaimSlopeKeys.SLOPE);
    sections.put("orders", ClaimOrderKeys.ORDER);
    sections.put("explanations", ClaimSourceKeys.EXPLAINED);
    return sections;
  }

  /** The page, each table in it written anew. */
  static String rewritten(String page) {
    return TABLE
        .matcher(page)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + table(sections().get(found.group(2))) + found.group(3)));
  }

  /** The names of the tables that a page has. */
  static List<String> tablesOf(String page) {
    return TABLE.matcher(page).results().map(found -> found.group(2)).toList();
  }

  private static String table(Section<?> section) {
    boolean hasExamples = section == StudyKeys.KEYS;
    StringBuilder table = new StringBuilder("| key | value | if left out | meaning |");
    table.append(hasExamples ? " example |\n" : "\n").append("|---|---|---|---|");
    table.append(hasExamples ? "---|\n" : "\n");
    for (Key<?, ?> key : section.keys()) {
      table.append("| `").append(key.name()).append("` | ").append(key.codec().type());
      table.append(" | ").append(leftOut(key)).append(" | ").append(key.told().meaning());
      table.append(hasExamples ? " | `" + key.told().example() + "` |\n" : " |\n");
    }
    return table.toString();
  }

  /** What it means to leave a key out, a preset in code. */
  static <T> String leftOut(Key<?, T> key) {
    String said = key.told().without();
    return said.isEmpty() ? '`' + shown(key.codec().write(key.preset())) + '`' : said;
  }

  /** What is written, a list of one without brackets. */
  private static String shown(Object written) {
    if (written instanceof List) {
      List<String> items = ((List<?>) written).stream().map(KeyTables::shown).toList();
      return items.size() == 1 ? items.get(0) : "[" + String.join(", ", items) + "]";
    }
    if (written instanceof Map) {
      List<String> entries = new ArrayList<>();
      ((Map<?, ?>) written).forEach((key, value) -> entries.add(key + ": " + shown(value)));
      return "{" + String.join(", ", entries) + "}";
    }
    return written instanceof Double ? NumberText.of((Double) written) : written.toString();
  }
}
