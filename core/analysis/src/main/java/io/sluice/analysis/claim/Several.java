package io.sluice.analysis.claim;

import java.util.List;
import java.util.OptionalDouble;

/** Rules that are judged together: what they look at is what their parts look at. */
sealed interface Several extends Rule permits All, Cases {

  /** One at least. */
  List<Part> parts();

  @Override
  default int intervals() {
    return parts().stream().mapToInt(part -> part.rule().intervals()).sum();
  }

  @Override
  default List<Group> groups() {
    return parts().stream().flatMap(part -> part.rule().groups().stream()).toList();
  }

  @Override
  default List<Measure> measures() {
    return parts().stream().flatMap(part -> part.rule().measures().stream()).toList();
  }

  /** The smallest power of the parts; nothing if that of one is not known. */
  @Override
  default OptionalDouble power(int repeats, double level) {
    double smallest = 1;
    for (Part part : parts()) {
      OptionalDouble power = part.rule().power(repeats, level);
      if (power.isEmpty()) {
        return power;
      }
      smallest = Math.min(smallest, power.getAsDouble());
    }
    return OptionalDouble.of(smallest);
  }
}
