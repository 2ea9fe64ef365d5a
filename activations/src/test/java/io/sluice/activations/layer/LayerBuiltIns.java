package io.sluice.activations.layer;

import io.sluice.activations.BuiltIns;
import io.sluice.spi.LayerActivation;
import java.util.ArrayList;
import java.util.List;

/** Every activation over all units of this plugin. */
final class LayerBuiltIns {

  private LayerBuiltIns() {}

  static List<LayerActivation> all() {
    try {
      List<LayerActivation> all = new ArrayList<>();
      for (String name : BuiltIns.index()) {
        Class<?> type = Class.forName(name);
        if (LayerActivation.class.isAssignableFrom(type)) {
          all.add((LayerActivation) type.getConstructor().newInstance());
        }
      }
      return all;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static LayerActivation named(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
  }
}
