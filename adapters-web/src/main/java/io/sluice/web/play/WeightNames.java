package io.sluice.web.play;

import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.plan.Task;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of the parameters of a task: {@code w2.3.1} is the weight of layer 2 from its first input
 * to its third unit, {@code b1.4} a bias; numbers that are 1 anyway are left out. The arguments of
 * a function are {@code x1}, {@code x2}, ….
 *
 * @param names one a parameter
 * @param layers the number of its layer from 1 on; 0 of a function
 */
record WeightNames(List<String> names, List<Integer> layers) {

  static WeightNames of(Task task) {
    List<String> names = new ArrayList<>();
    List<Integer> layers = new ArrayList<>();
    if (task instanceof Task.Fit) {
      for (WeightGroup group : ((Task.Fit) task).network().groups()) {
        for (int i = 0; !group.frozen() && i < group.count(); i++) {
          names.add(name(group, i));
          layers.add(group.layer() + 1);
        }
      }
    } else {
      for (int i = 1; i <= task.parameters(); i++) {
        names.add("x" + i);
        layers.add(0);
      }
    }
    return new WeightNames(names, layers);
  }

  private static String name(WeightGroup group, int i) {
    String name = letter(group.kind()) + (group.layer() + 1);
    if (group.count() == 1) {
      return name;
    }
    String row = "." + (i / group.columns() + 1);
    return name + (group.columns() == 1 ? row : row + "." + (i % group.columns() + 1));
  }

  private static String letter(WeightGroup.Kind kind) {
    switch (kind) {
      case BIAS:
        return "b";
      case GAIN:
        return "g";
      case SHIFT:
        return "s";
      case ACTIVATION:
        return "a";
      case RECURRENT:
      case LEFT_FACTOR:
        return "u";
      case RIGHT_FACTOR:
        return "v";
      default:
        return "w";
    }
  }

  /** A parameter that goes with another one on a surface: the first of another layer. */
  int other(int parameter) {
    for (int p = 0; p < names.size(); p++) {
      if (!layers.get(p).equals(layers.get(parameter))) {
        return p;
      }
    }
    return parameter == 0 ? Math.min(1, names.size() - 1) : 0;
  }

  /**
   * The number of the parameter of this name.
   *
   * @param axis the part of the address that names it
   */
  int find(String axis, String name) {
    int found = names.indexOf(name);
    if (found < 0) {
      throw new PlayRefused(
          axis, "there is no weight \"" + name + "\"" + NearestWord.hint(name, names));
    }
    return found;
  }
}
