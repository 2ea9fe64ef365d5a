package io.sluice.optimizers;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What optimizers say of themselves, as a table and notes for the page about them. */
public final class OptimizerTable {

  private OptimizerTable() {}

  /** The table, a row each in this order, and below it their notes. */
  public static String of(List<? extends Component> optimizers) {
    StringBuilder text =
        new StringBuilder("\n| optimizer | rule | hyper-parameters with presets | source |\n");
    text.append("|---|---|---|---|\n");
    for (Component each : optimizers) {
      Description says = each.description();
      String presets =
          each.hyperparameters().stream()
              .map(OptimizerTable::preset)
              .collect(Collectors.joining("; "));
      String row = String.join(" | ", names(each), rule(says), presets, cell(says.source()));
      text.append("| ").append(row).append(" |\n");
    }
    text.append("\nNotes:\n\n");
    for (Component each : optimizers) {
      for (String note : each.description().notes()) {
        text.append("- `").append(each.id()).append("`: ").append(note).append('\n');
      }
    }
    return text.append('\n').toString();
  }

  private static String names(Component optimizer) {
    return Stream.concat(Stream.of(optimizer.id()), optimizer.description().aliases().stream())
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", also "));
  }

  private static String rule(Description says) {
    String lines = cell(says.formula().strip()).replace("\n", "<br>");
    return cell(says.summary()) + (lines.contains("<br>") ? ".<br>" : ". ") + lines;
  }

  private static String preset(Hyperparameter parameter) {
    double value = parameter.value();
    String number = NumberText.of(value);
    if (parameter.kind() == Hyperparameter.Kind.FLAG) {
      number = value == 0 ? "false" : "true";
    }
    return "`" + parameter.name() + "` " + number + " (" + cell(parameter.meaning()) + ")";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
