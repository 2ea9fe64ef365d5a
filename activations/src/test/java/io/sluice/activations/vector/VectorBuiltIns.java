package io.sluice.activations.vector;

import io.sluice.activations.BuiltIns;
import io.sluice.spi.VectorActivation;
import java.util.ArrayList;
import java.util.List;

/** Every activation over all units of this plugin. */
final class VectorBuiltIns {

  private VectorBuiltIns() {}

  static List<VectorActivation> all() {
    try {
      List<VectorActivation> all = new ArrayList<>();
      for (String name : BuiltIns.index()) {
        Class<?> type = Class.forName(name);
        if (VectorActivation.class.isAssignableFrom(type)) {
          all.add((VectorActivation) type.getConstructor().newInstance());
        }
      }
      return all;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static VectorActivation named(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
  }
}
